//! `baton member invite|list|role|suspend|lift`

mod acting;
mod invite;
mod lift;
mod list;
mod role;
mod suspend;

use super::CommandError;
use crate::config::Config;
use clap::Subcommand;
use std::process::ExitCode;

/// What can be done with the members of an organization. What changes a member is done in the name of an owner, of the one
/// who has been a member for longest.
#[derive(Debug, Subcommand)]
pub enum MemberCommand {
    /// Make a link by which people join an organization, and print it.
    Invite(invite::Invite),
    /// List them: role, e-mail address, name.
    List(list::List),
    /// Give a member another role.
    Role(role::SetRole),
    /// Suspend a member, and release everything that they hold.
    Suspend(suspend::Suspend),
    /// Lift a suspension; it leads back to the role before.
    Lift(lift::Lift),
}

impl MemberCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Invite(invite) => invite.run_and_print(config).await,
            Self::List(list) => list.run_and_print(config).await,
            Self::Role(role) => role.run_and_print(config).await,
            Self::Suspend(suspend) => suspend.run_and_print(config).await,
            Self::Lift(lift) => lift.run_and_print(config).await,
        }
    }
}
