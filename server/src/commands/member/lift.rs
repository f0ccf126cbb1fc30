//! `baton member lift`

use super::super::{CommandError, Database, print_line};
use super::acting::Whom;
use crate::config::Config;
use app::domain::Role;
use app::ports::MemberRoles;
use clap::Args;
use server_store::{Store, StoreError};
use sqlx::PgPool;
use std::process::ExitCode;

/// Lifts a suspension.
#[derive(Debug, Args)]
pub struct Lift {
    #[command(flatten)]
    pub(super) whom: Whom,
}

impl Lift {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let role = Database::with(config, async |pool| self.run(pool).await).await?;
        print_line(format_args!(
            "The suspension of {} is lifted. The role is {role}.",
            self.whom.email.trim()
        ));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, pool: &PgPool) -> Result<Role, CommandError> {
        let acting = self.whom.find(pool).await?;
        let store = Store::new(pool.clone());
        let done = store.lift_suspension(&acting.owner, acting.member).await;
        Ok(done.map_err(StoreError::from)?)
    }
}
