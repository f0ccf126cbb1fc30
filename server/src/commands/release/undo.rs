//! `baton release undo`

use super::export::absent;
use crate::commands::actor::actor;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::{OrganizationId, ReleaseId, ReleaseProgress};
use clap::Args;
use server_store::releases::undo_release;
use server_store::{Store, StoreError};
use std::process::ExitCode;

/// Gives back what a release took and no one has picked up, answered or closed since.
#[derive(Debug, Args)]
pub struct Undo {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// The release's number, as `release list` prints it.
    #[arg(long, value_name = "ID")]
    pub(super) release: ReleaseId,
}

impl Undo {
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        let undone = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        });
        print_line(format_args!("{}.", undone.await?));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<ReleaseProgress, CommandError> {
        let (organization, release) = (self.organization, self.release);
        // There is such an organization.
        actor(store, organization).await?;
        let undone = undo_release(store, organization, release).await;
        undone.map_err(|error| match error {
            StoreError::Refused(error) => absent(organization, release, error),
            error => error.into(),
        })
    }
}
