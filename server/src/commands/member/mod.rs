//! `baton member …`: the members of an organization, one subcommand a file.

mod invite;

use std::process::ExitCode;

use clap::Subcommand;

use super::CommandError;
use crate::config::Config;

/// What can be done with members.
#[derive(Debug, Subcommand)]
pub enum MemberCommand {
    /// Make a link by which people join an organization, and print it.
    Invite(invite::Invite),
}

impl MemberCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Invite(invite) => invite.run_and_print(config).await,
        }
    }
}
