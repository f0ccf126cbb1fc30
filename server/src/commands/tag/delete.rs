//! `baton tag delete`

use super::find::find_tag;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::OrganizationId;
use app::ports::Tags;
use clap::Args;
use sentences::page;
use server_store::Store;
use std::process::ExitCode;

/// Deletes a tag that no conversation has.
#[derive(Debug, Args)]
pub struct Delete {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// What the tag is called.
    #[arg(long)]
    pub(super) title: String,
}

impl Delete {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(page::tag_is_deleted());
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let tag = find_tag(store, &owner, &self.title).await?;
        store.delete_tag(&owner, tag.id).await.map_err(refusal)
    }
}
