//! `baton member release`

use super::super::{CommandError, Database, print_line};
use super::acting::Whom;
use crate::config::Config;
use app::domain::ReleaseProgress;
use app::ports::MemberRoles;
use clap::Args;
use server_store::{Store, StoreError};
use sqlx::PgPool;
use std::process::ExitCode;

/// Releases what a suspended member still holds.
#[derive(Debug, Args)]
pub struct Release {
    #[command(flatten)]
    pub(super) whom: Whom,
}

impl Release {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let progress = Database::with(config, async |pool| self.run(pool).await).await?;
        match progress {
            Some(progress) if progress.ended() => print_line(progress),
            // What this program does not finish, a server takes over.
            Some(_) => print_line("The release is finished by a server that runs."),
            None => print_line("There was nothing to release."),
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, pool: &PgPool) -> Result<Option<ReleaseProgress>, CommandError> {
        let acting = self.whom.find(pool).await?;
        let store = Store::new(pool.clone());
        let done = store.release_held(&acting.owner, acting.member).await;
        Ok(done.map_err(StoreError::from)?)
    }
}
