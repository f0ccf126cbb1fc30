//! `baton team add`

use super::super::{CommandError, Database, print_line};
use super::find::find_teams;
use super::parts::{Parts, add_parts};
use crate::commands::owner::owner_of;
use crate::config::Config;
use app::domain::OrganizationId;
use clap::Args;
use server_store::Store;
use std::process::ExitCode;

/// Adds to a team.
#[derive(Debug, Args)]
pub struct Add {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// What the team is called.
    #[arg(long)]
    pub(super) title: String,

    #[command(flatten)]
    pub(super) parts: Parts,
}

impl Add {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let count = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(format_args!("Added {count} to the team “{}”.", self.title));
        Ok(ExitCode::SUCCESS)
    }

    /// How many parts were given.
    pub(super) async fn run(&self, store: &Store) -> Result<usize, CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let title = std::slice::from_ref(&self.title);
        let parts = self.parts.find(store, self.organization).await?;
        let count = parts.len();
        for team in find_teams(store, self.organization, title).await? {
            add_parts(store, &owner, team, parts.clone()).await?;
        }
        Ok(count)
    }
}
