//! `baton team edit`

use super::find::find_team;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::title::short_title;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::OrganizationId;
use app::ports::{TeamBasics, Teams};
use clap::{ArgGroup, Args};
use sentences::page;
use server_store::Store;
use std::process::ExitCode;

/// Changes a team; what is not named stays as it is.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("change").required(true).multiple(true))]
pub struct Edit {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// What the team is called.
    #[arg(long)]
    pub(super) title: String,

    /// What it is to be called.
    #[arg(long, value_name = "TITLE", group = "change")]
    pub(super) new_title: Option<String>,

    /// From 0 to 1000; lower numbers come first in the request form.
    #[arg(long, group = "change", value_parser = clap::value_parser!(i32).range(0..=1000))]
    pub(super) priority: Option<i32>,
}

impl Edit {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(page::team_is_saved());
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let team = find_team(store, self.organization, &self.title).await?;
        let row = store.team(&owner, team).await.map_err(refusal)?;
        let basics = TeamBasics {
            title: match &self.new_title {
                Some(title) => short_title(title)?.to_owned(),
                None => row.title.clone(),
            },
            priority: self.priority.unwrap_or(row.priority),
        };
        // Overwrites nothing that somebody else saved since it was read.
        let were = TeamBasics {
            title: row.title,
            priority: row.priority,
        };
        let saved = store.save_team(&owner, team, &were, &basics).await;
        saved.map_err(refusal)
    }
}
