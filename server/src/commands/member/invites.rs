//! `baton member invites`

use super::super::{CommandError, Database, print_line};
use crate::commands::owner::owner_of;
use crate::config::Config;
use app::domain::{MailFailure, OrganizationId};
use app::ports::{Invite, Invites as _, Undelivered};
use clap::Args;
use sentences::page;
use server_store::{Store, StoreError};
use std::process::ExitCode;

/// Lists the links by which people join an organization.
#[derive(Debug, Args)]
pub struct Invites {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,
}

impl Invites {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let invites = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        let base = config.public_url(config.addr);
        for invite in invites {
            let link = invite
                .token
                .map(|token| base.join(&token.path()).to_string());
            print_line(format_args!(
                "{:<4} {:<14} {:<24} {} of {}, until {} UTC  {}",
                invite.id,
                invite.role,
                invite.state.label(),
                invite.uses,
                invite
                    .max_uses
                    .map_or_else(|| "any number".into(), |most| most.to_string()),
                invite.expires_at.format("%Y-%m-%d %H:%M"),
                link.unwrap_or_default(),
            ));
            for to in &invite.undelivered {
                print_line(format_args!("     {}", undelivered_line(to)));
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    /// All of them, the latest first.
    pub(super) async fn run(&self, store: &Store) -> Result<Vec<Invite>, CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let mut invites = Vec::new();
        let mut before = None;
        loop {
            let page = store
                .invites(&owner, before)
                .await
                .map_err(StoreError::from)?;
            invites.extend(page.rows);
            before = page.next;
            if before.is_none() {
                return Ok(invites);
            }
        }
    }
}

/// An address that a link did not reach by e-mail, with when and why, as the page of the link says it.
fn undelivered_line(to: &Undelivered) -> String {
    let moment = to.at.format("%Y-%m-%d %H:%M UTC").to_string();
    let words = match to.reason {
        MailFailure::Refused => page::mail_was_refused(&to.address, &moment),
        MailFailure::Late => page::mail_could_not_be_sent(&to.address, &moment),
    };
    format!("{}: {words}", page::not_delivered())
}

#[cfg(test)]
mod tests {
    use super::undelivered_line;
    use app::domain::MailFailure;
    use app::ports::Undelivered;
    use server_store::testing::noon;

    #[test]
    fn an_address_that_was_not_reached_is_listed_with_when_and_why() {
        let line = |reason| {
            undelivered_line(&Undelivered {
                address: "dee@example.org".into(),
                reason,
                at: noon(),
            })
        };
        assert_eq!(
            line(MailFailure::Refused),
            "Not delivered: dee@example.org: the mail server refused it, 2026-11-03 17:00 UTC"
        );
        assert_eq!(
            line(MailFailure::Late),
            "Not delivered: dee@example.org: it could not be sent for an hour, until 2026-11-03 17:00 UTC"
        );
    }
}
