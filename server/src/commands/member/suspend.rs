//! `baton member suspend`

use super::super::{CommandError, Database, print_line};
use super::acting::Whom;
use crate::config::Config;
use app::domain::ReleaseProgress;
use app::ports::{MemberRoles, Suspension};
use clap::Args;
use server_store::{Store, StoreError};
use sqlx::PgPool;
use std::process::ExitCode;

/// Suspends a member.
#[derive(Debug, Args)]
pub struct Suspend {
    #[command(flatten)]
    pub(super) whom: Whom,

    /// Leave with them what they hold, instead of releasing it.
    #[arg(long)]
    pub(super) keep_conversations: bool,
}

impl Suspend {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let progress = Database::with(config, async |pool| self.run(pool).await).await?;
        print_line(format_args!("{} is suspended.", self.whom.email.trim()));
        match progress {
            Some(progress) if progress.ended() => print_line(progress),
            // What this program does not finish, a server takes over.
            Some(_) => {
                print_line("The release of what they held is finished by a server that runs.")
            }
            None => {}
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, pool: &PgPool) -> Result<Option<ReleaseProgress>, CommandError> {
        let acting = self.whom.find(pool).await?;
        let suspension = Suspension {
            member: acting.member,
            was: acting.role,
            and_release: !self.keep_conversations,
        };
        let store = Store::new(pool.clone());
        let done = store.suspend(&acting.owner, suspension).await;
        Ok(done.map_err(StoreError::from)?)
    }
}
