//! The app's port of contacts: it reads what people type as the import reads a file, by the region of their organization,
//! and keeps it in the store.

mod search;
#[cfg(test)]
mod tests;

use crate::import::{Region, read_correction};
use app::domain::{Admin, CampaignId, ConversationId, ImportId, ImportUndo};
use app::error::AppError;
use app::ports::{
    ContactCorrection, ContactDetails, ContactKey, Contacts, ContactsPage, ImportRow,
    UndoableImport,
};
use async_trait::async_trait;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::time_zones::KnownZones;
use server_store::{Store, StoreError, contacts};
use std::time::Duration;

/// For so long whoever undoes an import waits for its end.
const UNDO_SHOWN_WITHIN: Duration = Duration::from_secs(10);

/// The contacts of campaigns, in the store.
pub struct CampaignContacts {
    store: Store,
    undo_shown_within: Duration,
}

impl CampaignContacts {
    /// The port.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            undo_shown_within: UNDO_SHOWN_WITHIN,
        }
    }

    async fn list(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        text: &str,
        after: Option<ContactKey>,
    ) -> Result<ContactsPage, StoreError> {
        let region = Region::of_organization(&self.store, viewer.organization).await?;
        let search = search::search(text, region).await;
        contacts::list(&self.store, viewer, campaign, &search, after).await
    }
}

#[async_trait]
impl Contacts for CampaignContacts {
    async fn contacts(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        search: &str,
        after: Option<ContactKey>,
    ) -> Result<ContactsPage, AppError> {
        Ok(answered(RESPOND_WITHIN, self.list(viewer, campaign, search, after)).await?)
    }

    async fn contact(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        contact: ConversationId,
    ) -> Result<ContactDetails, AppError> {
        let details = contacts::details(&self.store, viewer, campaign, contact);
        Ok(answered(RESPOND_WITHIN, details).await?)
    }

    async fn correct_contact(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        contact: ConversationId,
        version: &str,
        correction: &ContactCorrection,
    ) -> Result<(), AppError> {
        let region = Region::of_organization(&self.store, viewer.organization).await?;
        let zones = answered(RESPOND_WITHIN, KnownZones::load(&self.store.pool)).await?;
        let before = self.contact(viewer, campaign, contact).await?;
        let correction = read_correction(correction, &before, region, zones)
            .await
            .map_err(AppError::Fields)?;
        let corrected =
            contacts::correct(&self.store, viewer, campaign, contact, version, &correction);
        Ok(answered(RESPOND_WITHIN, corrected).await?)
    }

    async fn remove_contact(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        contact: ConversationId,
    ) -> Result<(), AppError> {
        let removed = contacts::remove(&self.store, viewer, campaign, contact);
        Ok(answered(RESPOND_WITHIN, removed).await?)
    }

    async fn imports(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        before: Option<ImportId>,
    ) -> Result<(Vec<ImportRow>, Option<ImportId>), AppError> {
        let imports = contacts::imports(&self.store, viewer, campaign, before);
        Ok(answered(RESPOND_WITHIN, imports).await?)
    }

    async fn undoable_import(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        import: ImportId,
    ) -> Result<UndoableImport, AppError> {
        let import = contacts::import(&self.store, viewer, campaign, import);
        Ok(answered(RESPOND_WITHIN, import).await?)
    }

    async fn undo_import(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        import: ImportId,
    ) -> Result<ImportUndo, AppError> {
        let (store, viewer) = (self.store.clone(), viewer.clone());
        // In a task of its own: closing the browser stops nothing.
        let undone = tokio::spawn(async move {
            let undone = contacts::undo_import(&store, &viewer, campaign, import).await;
            // That there is none is the answer to whoever asked, and no fault.
            if let Err(error) = &undone
                && !matches!(error, StoreError::Refused(AppError::NotFound))
            {
                tracing::error!(%error, %import, "undoing an import of contacts failed before it was complete");
            }
            undone
        });
        match tokio::time::timeout(self.undo_shown_within, undone).await {
            Ok(Ok(undone)) => Ok(undone.map(|_| ImportUndo::Finished)?),
            Ok(Err(error)) => Err(StoreError::Interrupted(error.to_string()).into()),
            // It goes on; the page of the campaign counts what it has done.
            Err(_) => Ok(ImportUndo::Running),
        }
    }
}
