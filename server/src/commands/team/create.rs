//! `baton team create`

use super::super::{CommandError, Database, print_line};
use super::parts::{Parts, add_parts};
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::title::short_title;
use crate::config::Config;
use app::domain::{Admin, OrganizationId, PoolKind, TeamId};
use app::ports::{AssignmentControl, PoolSettings, Teams};
use clap::Args;
use server_store::{Store, StoreError};
use std::process::ExitCode;

/// Creates a team.
#[derive(Debug, Args)]
pub struct Create {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// What it is called.
    #[arg(long)]
    pub(super) title: String,

    /// From 0 to 1000; lower numbers come first in the request form.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(i32).range(0..=1000))]
    pub(super) priority: i32,

    #[command(flatten)]
    pub(super) parts: Parts,

    /// Enable its pool, with this kind of texts. Without it the pool is disabled until you enable it on Assignment Control.
    #[arg(long, value_name = "replies|initials")]
    pub(super) pool: Option<PoolKind>,
}

impl Create {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let team = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        let title = self.title.trim();
        print_line(format_args!("Created the team “{title}” (number {team})."));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<TeamId, CommandError> {
        let title = short_title(&self.title)?;
        let owner = owner_of(store, self.organization).await?;
        // Before anything is written.
        let parts = self.parts.find(store, self.organization).await?;
        let team = store.create_team(&owner, title, self.priority).await;
        let team = team.map_err(refusal)?;
        add_parts(store, &owner, team, parts).await?;
        if let Some(kind) = self.pool {
            enable_pool(store, &owner, team, kind).await?;
        }
        Ok(team)
    }
}

/// Has the team's pool hand out texts of this kind.
async fn enable_pool(
    store: &Store,
    owner: &Admin,
    team: TeamId,
    kind: PoolKind,
) -> Result<(), StoreError> {
    let page = store.assignment(owner).await?;
    let of_team = page.pools.into_iter();
    let of_team = of_team.filter(|pool| pool.team.as_ref().is_some_and(|of| of.id == team));
    let pools = of_team.map(|pool| PoolSettings {
        enabled: true,
        kind,
        ..pool.settings
    });
    let saved = store.save_assignment(owner, page.version, page.rules, pools.collect());
    saved.await?;
    Ok(())
}
