//! The steps that change who is on a campaign and whom nobody may text, as the store takes them.

use super::run::Run;
use crate::contacts::{AddOutcome, Addition, NewContact, Staging, undo_import};
use crate::{StoreError, opt_outs};
use app::domain::{ConversationId, ImportReport, PhoneNumber, UnmessagedDeletion};
use app::error::AppError;
use app::ports::UnmessagedContacts;
use serde_json::Map;

impl Run {
    /// Uploads one contact; how many came in.
    pub(super) async fn import(
        &mut self,
        campaign: usize,
        person: usize,
    ) -> Result<usize, AppError> {
        let (store, campaign) = (&self.world.store, self.campaigns[campaign]);
        let cell = self.cells[person].clone();
        let mut staging = Staging::open(store).await?;
        let contact = NewContact {
            first_name: "Ada".into(),
            last_name: "Byron".into(),
            cell: number(&cell),
            zone: None,
            external_id: None,
            custom_fields: Map::new(),
        };
        staging.push(2, &cell, &contact).await?;
        let addition = Addition {
            campaign,
            file_name: String::new(),
            claim: None,
            replace: false,
        };
        let actor = self.world.admin.actor();
        let report = |_| ImportReport::default();
        let AddOutcome::Added(import, _) = staging.add_to(actor, &addition, report).await? else {
            return Err(AppError::Invalid("archived".into()));
        };
        self.last_import = Some((campaign, import));
        let added: Option<i64> =
            sqlx::query_scalar("select id from contact where campaign_id = $1 and import_id = $2")
                .bind(campaign.0)
                .bind(import.0)
                .fetch_optional(&store.pool)
                .await
                .map_err(StoreError::from)?;
        let Some(id) = added else { return Ok(0) };
        self.conversations.push(ConversationId(id));
        self.holders.insert(id, None);
        Ok(1)
    }

    /// Undoes the last upload; how many are removed.
    pub(super) async fn undo_import(&self) -> Result<usize, AppError> {
        let Some((campaign, import)) = self.last_import else {
            return Ok(0);
        };
        let (store, admin) = (&self.world.store, &self.world.admin);
        let removed = undo_import(store, admin, campaign, import).await?;
        Ok(usize::try_from(removed).unwrap())
    }

    /// Deletes the unmessaged contacts of a campaign; how many.
    pub(super) async fn delete_unmessaged(&self, campaign: usize) -> Result<usize, AppError> {
        let (store, admin) = (&self.world.store, &self.world.admin);
        let campaign = self.campaigns[campaign];
        let preview = store.preview_unmessaged(admin, campaign).await?;
        let Some(newest) = preview.newest else {
            return Ok(0);
        };
        let deleted = store.delete_unmessaged(admin, campaign, newest, "Early vote");
        let deleted = deleted.await?;
        assert_eq!(deleted, UnmessagedDeletion::Finished(preview.unmessaged));
        Ok(preview.unmessaged as usize)
    }

    /// Imports one opt-out; how many numbers are opted out that were not before.
    pub(super) async fn import_opt_out(&self, person: usize) -> Result<usize, AppError> {
        let mut staging = opt_outs::Staging::open(&self.world.store).await?;
        let cell = &self.cells[person];
        staging.push(2, cell, &number(cell)).await?;
        let imported = staging.record(self.world.admin.actor()).await?;
        Ok(imported.recorded as usize)
    }

    /// Lifts an opt-out.
    pub(super) async fn lift_opt_out(&self, person: usize) -> Result<usize, AppError> {
        let (store, actor) = (&self.world.store, self.world.admin.actor());
        let cell = number(&self.cells[person]);
        opt_outs::lift(store, actor, &cell, "They asked for it").await?;
        Ok(0)
    }
}

fn number(cell: &str) -> PhoneNumber {
    cell.parse().unwrap()
}
