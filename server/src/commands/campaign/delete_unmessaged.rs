//! `baton campaign delete-unmessaged`

use app::ports::UnmessagedContacts;
use app::view_models::{unmessaged_and_others_words, unmessaged_words};
use clap::Args;
use sentences::page;
use server_store::Store;
use server_store::contacts::delete_unmessaged;

use super::Which;
use crate::commands::CommandError;
use crate::commands::owner::owner_of;
use crate::commands::refusal::{refusal, store_refusal};

/// A deletion of unmessaged contacts.
#[derive(Debug, Args)]
pub struct DeleteUnmessaged {
    #[command(flatten)]
    pub(super) which: Which,

    /// The campaign's title, to confirm the deletion, which cannot be undone.
    #[arg(long, required_unless_present = "dry_run")]
    pub(super) title: Option<String>,

    /// Delete no one, and show how many contacts would be deleted, and how many would stay.
    #[arg(long)]
    pub(super) dry_run: bool,
}

impl DeleteUnmessaged {
    /// Deletes them, or shows how many would be; what to print.
    pub(super) async fn run(&self, store: &Store) -> Result<String, CommandError> {
        let (organization, campaign) = (self.which.organization, self.which.campaign);
        if self.dry_run {
            let owner = owner_of(store, organization).await?;
            let preview = store.preview_unmessaged(&owner, campaign).await;
            let preview = preview.map_err(refusal)?;
            let mut lines = vec![unmessaged_words(&preview)];
            lines.extend(unmessaged_and_others_words(&preview));
            lines.push("No one was deleted.".to_owned());
            return Ok(lines.join("\n"));
        }
        let title = self.title.as_deref().unwrap_or_default();
        let deleted = delete_unmessaged(store, organization, campaign, title).await;
        let deleted = deleted.map_err(store_refusal)?;
        Ok(page::unmessaged_were_deleted(deleted))
    }
}
