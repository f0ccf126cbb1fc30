//! `baton member level`

use super::super::{CommandError, Database, print_line};
use super::acting::Whom;
use crate::config::Config;
use app::domain::ApprovalLevel;
use app::ports::{LevelChange, People};
use clap::Args;
use server_store::{Store, StoreError};
use sqlx::PgPool;
use std::process::ExitCode;

/// Gives a member another approval level: what becomes of their requests for texts.
#[derive(Debug, Args)]
pub struct SetLevel {
    #[command(flatten)]
    pub(super) whom: Whom,

    /// automatic, approval_required or not_allowed.
    #[arg(long)]
    pub(super) level: ApprovalLevel,
}

impl SetLevel {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| self.run(pool).await).await?;
        print_line(format_args!(
            "The approval level of {} is {} now.",
            self.whom.email.trim(),
            self.level.as_str()
        ));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, pool: &PgPool) -> Result<(), CommandError> {
        let acting = self.whom.find(pool).await?;
        let store = Store::new(pool.clone());
        let person = store.person(&acting.owner, acting.member).await;
        let change = LevelChange {
            member: acting.member,
            was: person.map_err(StoreError::from)?.row.level,
            level: self.level,
        };
        let done = store.save_levels(&acting.owner, vec![change]).await;
        done.map_err(StoreError::from)?;
        Ok(())
    }
}
