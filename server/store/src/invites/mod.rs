//! Invite links: making, listing, revoking and sending them, and joining by one.

mod create;
mod invitation;
mod join;
mod list;
mod revoke;
mod send;
mod undelivered;

#[cfg(test)]
mod tests;

use super::Store;
use app::domain::{Admin, InviteId, MailRecipients, NewInvite};
use app::error::AppError;
use app::ports::{Invite, Invites, InvitesPage};
use async_trait::async_trait;
use sentences::Language;

pub use create::create_for_command;
pub use invitation::invitation;
pub use join::{JoinOutcome, Joined, Joiner, join};
pub use send::{InviteMail, MAX_MAILS_A_DAY, invite_mail, send_for_command};

#[async_trait]
impl Invites for Store {
    async fn invites(
        &self,
        viewer: &Admin,
        before: Option<InviteId>,
    ) -> Result<InvitesPage, AppError> {
        Ok(list::list(self, viewer, before).await?)
    }

    async fn invite(&self, viewer: &Admin, invite: InviteId) -> Result<Invite, AppError> {
        Ok(list::find(self, viewer, invite).await?)
    }

    async fn create_invite(&self, viewer: &Admin, new: &NewInvite) -> Result<InviteId, AppError> {
        Ok(create::create(self, viewer, new).await?)
    }

    async fn revoke_invite(&self, viewer: &Admin, invite: InviteId) -> Result<(), AppError> {
        Ok(revoke::revoke(self, viewer, invite).await?)
    }

    async fn send_invite(
        &self,
        viewer: &Admin,
        invite: InviteId,
        recipients: &MailRecipients,
        language: Language,
    ) -> Result<bool, AppError> {
        Ok(send::send(self, viewer, invite, recipients, language).await?)
    }
}
