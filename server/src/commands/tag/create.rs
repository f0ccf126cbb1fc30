//! `baton tag create`

use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::title::short_title;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::{OrganizationId, TagId};
use app::ports::Tags;
use clap::Args;
use server_store::Store;
use std::process::ExitCode;

/// Creates a tag.
#[derive(Debug, Args)]
pub struct Create {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// What it is called.
    #[arg(long)]
    pub(super) title: String,

    /// Only teams with this tag get its conversations; `team add --tag` gives it to one.
    #[arg(long)]
    pub(super) escalation: bool,
}

impl Create {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let tag = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        let title = self.title.trim();
        print_line(format_args!("Created the tag “{title}” (number {tag})."));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<TagId, CommandError> {
        let title = short_title(&self.title)?;
        let owner = owner_of(store, self.organization).await?;
        let created = store.create_tag(&owner, title, self.escalation).await;
        created.map_err(refusal)
    }
}
