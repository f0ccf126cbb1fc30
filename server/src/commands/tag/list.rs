//! `baton tag list`

use crate::commands::columns::columns;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::OrganizationId;
use app::ports::{TagRow, Tags};
use clap::Args;
use server_store::Store;
use std::process::ExitCode;

/// Lists the tags of an organization by title.
#[derive(Debug, Args)]
pub struct List {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// Only those whose title has this in it, in any case.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(super) search: String,
}

impl List {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let lines = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        });
        lines.await?.iter().for_each(print_line);
        Ok(ExitCode::SUCCESS)
    }

    /// A line for each.
    pub(super) async fn run(&self, store: &Store) -> Result<Vec<String>, CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let tags = store.tags(&owner, &self.search).await.map_err(refusal)?;
        Ok(tags.iter().map(line).collect())
    }
}

fn line(tag: &TagRow) -> String {
    columns(&[
        &tag.id.to_string(),
        if tag.escalation {
            "escalation"
        } else {
            "standard"
        },
        &tag.conversations.to_string(),
        &tag.teams.to_string(),
        &tag.title,
    ])
}
