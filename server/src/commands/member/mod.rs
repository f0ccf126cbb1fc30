//! `baton member invite|invites|mail-invite|revoke-invite|import|list|figures|role|level|suspend|release|lift|sign-out`, and
//! `baton member password-link`

mod acting;
mod figures;
mod import;
mod invite;
mod invites;
mod level;
mod lift;
mod list;
mod mail_invite;
mod password_link;
mod release;
mod revoke_invite;
mod role;
mod sign_out;
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
    /// List the links by which people join: number, role, state, how many have joined, until when, link.
    Invites(invites::Invites),
    /// Send one of them by e-mail.
    MailInvite(mail_invite::MailInvite),
    /// Revoke one of them.
    RevokeInvite(revoke_invite::RevokeInvite),
    /// Add the people of a CSV file.
    Import(import::Import),
    /// List them: role, approval level, e-mail address, name, teams.
    List(list::List),
    /// Write the figures of a member as CSV, one number a line.
    Figures(figures::Figures),
    /// Give a member another role.
    Role(role::SetRole),
    /// Give a member another approval level.
    Level(level::SetLevel),
    /// Suspend a member, and release everything that they hold, or show first what that would be.
    Suspend(suspend::Suspend),
    /// Release what a suspended member still holds.
    Release(release::Release),
    /// Lift a suspension; it leads back to the role before.
    Lift(lift::Lift),
    /// Sign a member out in every browser.
    SignOut(sign_out::SignOut),
    /// Print a link with which someone chooses a new password.
    PasswordLink(password_link::PasswordLink),
}

impl MemberCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Invite(invite) => invite.run_and_print(config).await,
            Self::Invites(invites) => invites.run_and_print(config).await,
            Self::MailInvite(mail) => mail.run_and_print(config).await,
            Self::RevokeInvite(revoke) => revoke.run_and_print(config).await,
            Self::Import(import) => import.run_and_print(config).await,
            Self::List(list) => list.run_and_print(config).await,
            Self::Figures(figures) => figures.run_and_print(config).await,
            Self::Role(role) => role.run_and_print(config).await,
            Self::Level(level) => level.run_and_print(config).await,
            Self::Suspend(suspend) => suspend.run_and_print(config).await,
            Self::Release(release) => release.run_and_print(config).await,
            Self::Lift(lift) => lift.run_and_print(config).await,
            Self::SignOut(sign_out) => sign_out.run_and_print(config).await,
            Self::PasswordLink(command) => command.run(config).await,
        }
    }
}

#[cfg(test)]
mod tests;
