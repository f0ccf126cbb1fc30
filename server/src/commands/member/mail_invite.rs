//! `baton member mail-invite`

use super::super::{CommandError, Database, print_line};
use super::invite::{recipients, refuse_without_mail};
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::config::Config;
use app::domain::{InviteId, MailRecipients, OrganizationId};
use app::error::AppError;
use app::ports::Invites;
use clap::Args;
use sentences::{Language, page};
use server_store::Store;
use std::process::ExitCode;

/// Sends a link that is open by e-mail.
#[derive(Debug, Args)]
pub struct MailInvite {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// The link's number, as `member invites` prints it.
    #[arg(long, value_name = "ID")]
    pub(super) invite: InviteId,

    /// An address that the link is sent to, or up to 20 with commas between them, by the mail server of `BATON_SMTP_URL`,
    /// as soon as a server runs.
    #[arg(long, value_name = "ADDRESSES", value_parser = recipients)]
    pub(super) email: MailRecipients,
}

impl MailInvite {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        refuse_without_mail(config)?;
        let enough = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        });
        print_line(if enough.await? {
            "It is on its way by e-mail."
        } else {
            page::invite_mails_exceed_its_uses()
        });
        Ok(ExitCode::SUCCESS)
    }

    /// Whether all of them may still join by it.
    pub(super) async fn run(&self, store: &Store) -> Result<bool, CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let sent = store.send_invite(&owner, self.invite, &self.email, Language::default());
        sent.await.map_err(|error| match error {
            AppError::NotFound => CommandError::Refused(format!(
                "There is no link {} in organization {}.",
                self.invite, self.organization
            )),
            error => refusal(error),
        })
    }
}
