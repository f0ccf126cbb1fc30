//! `baton campaign undo-import`

use app::domain::ImportId;
use clap::Args;
use server_store::Store;
use server_store::contacts::undo_import;

use super::Which;
use crate::commands::CommandError;
use crate::commands::owner::owner_of;

/// Undoes an import of contacts: removes those of its contacts whom no one has texted.
#[derive(Debug, Args)]
pub struct UndoImport {
    #[command(flatten)]
    pub(super) which: Which,

    /// The import's number, as `import` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) import: ImportId,
}

impl UndoImport {
    /// Undoes it; how many contacts were removed.
    pub(super) async fn run(&self, store: &Store) -> Result<u64, CommandError> {
        let (organization, campaign) = (self.which.organization, self.which.campaign);
        let owner = owner_of(store, organization).await?;
        Ok(undo_import(store, &owner, campaign, self.import).await?)
    }
}
