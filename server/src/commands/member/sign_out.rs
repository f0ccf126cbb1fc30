//! `baton member sign-out`

use super::super::{CommandError, Database, print_line};
use super::acting::Whom;
use crate::commands::find_member::find_member;
use crate::config::Config;
use app::domain::OrganizationId;
use clap::Args;
use server_auth::end_sessions;
use server_store::Store;
use std::process::ExitCode;

/// Ends all sessions of a member, in every browser, also in other organizations that they belong to. Their password stays.
#[derive(Debug, Args)]
pub struct SignOut {
    #[command(flatten)]
    pub(super) whom: Whom,
}

impl SignOut {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(format_args!(
            "{} is signed out everywhere.",
            self.whom.email.trim()
        ));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let organization = OrganizationId(self.whom.organization);
        let member = find_member(store, organization, &self.whom.email).await?;
        Ok(end_sessions(store, organization, member).await?)
    }
}
