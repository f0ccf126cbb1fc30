//! `baton release export`

use super::filter::Filter;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::write_lines::write_lines;
use crate::commands::{CommandError, Database};
use crate::config::Config;
use crate::http::{export_release, export_released_conversations, export_releases};
use app::domain::{OrganizationId, ReleaseId};
use app::error::AppError;
use clap::Args;
use server_store::Store;
use std::process::ExitCode;
use tokio::io::{AsyncWrite, stdout};

/// Writes the release history of an organization to standard output as CSV, the newest first.
#[derive(Debug, Args)]
pub struct Export {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    #[command(flatten)]
    pub(super) filter: Filter,

    /// Write the conversations of these releases instead, one a line.
    #[arg(long)]
    pub(super) conversations: bool,

    /// Write the conversations of this release alone.
    #[arg(long, value_name = "ID", conflicts_with_all = ["by", "campaign"])]
    pub(super) release: Option<ReleaseId>,
}

impl Export {
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone()), &mut stdout()).await
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(
        &self,
        store: &Store,
        output: &mut (impl AsyncWrite + Unpin),
    ) -> Result<(), CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let (store, filter) = (store.clone(), self.filter.of_history());
        match self.release {
            Some(release) => {
                let lines = export_release(store, owner, release).await;
                let lines = lines.map_err(|error| absent(self.organization, release, error))?;
                write_lines(output, lines).await
            }
            None if self.conversations => {
                let lines = export_released_conversations(store, owner, filter).await;
                write_lines(output, lines.map_err(refusal)?).await
            }
            None => {
                let lines = export_releases(store, owner, filter).await;
                write_lines(output, lines.map_err(refusal)?).await
            }
        }
    }
}

/// Why nothing was done with a release.
pub(super) fn absent(
    organization: OrganizationId,
    release: ReleaseId,
    error: AppError,
) -> CommandError {
    match error {
        AppError::NotFound => CommandError::Refused(format!(
            "There is no release {release} in organization {organization}. `baton release list` prints the numbers of \
             releases."
        )),
        error => refusal(error),
    }
}
