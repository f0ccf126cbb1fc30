//! `baton member role`

use super::super::{CommandError, Database, print_line};
use super::acting::Whom;
use crate::config::Config;
use app::domain::Role;
use app::ports::{MemberRoles, NewRole};
use clap::Args;
use server_store::{Store, StoreError};
use sqlx::PgPool;
use std::process::ExitCode;

/// Gives a member another role.
#[derive(Debug, Args)]
pub struct SetRole {
    #[command(flatten)]
    pub(super) whom: Whom,

    /// owner, admin, supervolunteer or texter.
    #[arg(long)]
    pub(super) role: Role,
}

impl SetRole {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| self.run(pool).await).await?;
        print_line(format_args!(
            "{} is {} now.",
            self.whom.email.trim(),
            self.role
        ));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, pool: &PgPool) -> Result<(), CommandError> {
        let acting = self.whom.find(pool).await?;
        let change = NewRole {
            member: acting.member,
            was: acting.role,
            role: self.role,
        };
        let store = Store::new(pool.clone());
        let done = store.change_role(&acting.owner, change).await;
        Ok(done.map_err(StoreError::from)?)
    }
}
