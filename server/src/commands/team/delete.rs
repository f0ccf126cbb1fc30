//! `baton team delete`

use super::find::find_team;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::OrganizationId;
use app::error::AppError;
use app::ports::Teams;
use app::view_models::team_loss_words;
use clap::Args;
use sentences::page;
use server_store::Store;
use std::process::ExitCode;

/// Deletes a team and its pool. Members keep the conversations that they have, and requests that wait are denied.
#[derive(Debug, Args)]
pub struct Delete {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// What the team is called.
    #[arg(long)]
    pub(super) title: String,

    /// Delete it also if no one can take the texts of some campaigns then.
    #[arg(long)]
    pub(super) also_if_stranded: bool,

    /// Delete nothing, and show what goes with it.
    #[arg(long)]
    pub(super) dry_run: bool,
}

impl Delete {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let lines = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        });
        lines.await?.iter().for_each(print_line);
        Ok(ExitCode::SUCCESS)
    }

    /// Deletes it, or shows what goes with it; what to print.
    pub(super) async fn run(&self, store: &Store) -> Result<Vec<String>, CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let team = find_team(store, self.organization, &self.title).await?;
        if self.dry_run {
            let loss = store.team_loss(&owner, team).await.map_err(refusal)?;
            let mut lines = team_loss_words(loss);
            lines.push("Nothing was deleted.".to_owned());
            return Ok(lines);
        }
        let deleted = store.delete_team(&owner, team, self.also_if_stranded);
        deleted.await.map_err(|error| match error {
            AppError::Fields(_) => CommandError::Refused(format!(
                "{} --also-if-stranded confirms it.",
                page::team_would_leave_campaigns_to_nobody()
            )),
            error => refusal(error),
        })?;
        Ok(vec![page::team_is_deleted().to_owned()])
    }
}
