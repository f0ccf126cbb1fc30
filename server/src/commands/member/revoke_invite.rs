//! `baton member revoke-invite`

use super::super::{CommandError, Database, print_line};
use crate::commands::owner::owner_of;
use crate::config::Config;
use app::domain::{InviteId, OrganizationId};
use app::error::AppError;
use app::ports::Invites;
use clap::Args;
use server_store::{Store, StoreError};
use std::process::ExitCode;

/// Revokes a link by which people join.
#[derive(Debug, Args)]
pub struct RevokeInvite {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// The link's number, as `member invites` prints it.
    #[arg(long, value_name = "ID")]
    pub(super) invite: InviteId,
}

impl RevokeInvite {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(format_args!(
            "No one can join with link {} any more.",
            self.invite
        ));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let revoked = store.revoke_invite(&owner, self.invite).await;
        revoked.map_err(|error| match error {
            AppError::NotFound => {
                let (invite, organization) = (self.invite, self.organization);
                let sentence = format!("There is no link {invite} in organization {organization}.");
                CommandError::Refused(sentence)
            }
            error => StoreError::from(error).into(),
        })
    }
}
