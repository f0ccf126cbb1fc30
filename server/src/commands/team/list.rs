//! `baton team list`

use crate::commands::columns::columns;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::OrganizationId;
use app::ports::{TeamRow, Teams};
use clap::Args;
use server_store::Store;
use std::process::ExitCode;

/// Lists the teams of an organization by priority and title.
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
        let teams = store.teams(&owner, &self.search).await.map_err(refusal)?;
        Ok(teams.iter().map(line).collect())
    }
}

fn line(team: &TeamRow) -> String {
    columns(&[
        &team.id.to_string(),
        &team.priority.to_string(),
        &team.members.to_string(),
        &team.campaigns.to_string(),
        if team.enabled { "enabled" } else { "disabled" },
        &team.tags.join(", "),
        &team.title,
    ])
}
