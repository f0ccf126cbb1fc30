//! `baton organization add-number`

use super::refused;
use crate::commands::owner::owner_of;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use crate::import::Region;
use crate::numbers::read_sender;
use app::domain::{OrganizationId, Sender, ServiceKind};
use app::error::AppError;
use clap::Args;
use server_store::{Store, numbers};
use std::process::ExitCode;

/// Gives an organization another number, or a Messaging Service, to text from.
#[derive(Debug, Args)]
pub struct AddNumber {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// The phone number, like +12025550124, or as it is written in the organization's country; or the SID of a Messaging
    /// Service, which begins with MG.
    #[arg(long = "number", value_name = "NUMBER|SID")]
    pub(super) sender: String,

    /// Who carries its texts.
    #[arg(long, value_name = "simulated|twilio")]
    pub(super) service: ServiceKind,
}

impl AddNumber {
    /// Adds it, and says so.
    pub async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        let added = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        });
        let sender = added.await?;
        print_line(format_args!(
            "The organization now also texts from {sender}."
        ));
        if self.service == ServiceKind::Twilio && config.twilio()?.is_none() {
            print_line(
                "This server has no Twilio account yet: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.",
            );
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<Sender, CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let region = Region::of_organization(store, self.organization).await?;
        let sender = read_sender(&self.sender, region).await.map_err(refused)?;
        match numbers::add(store, &owner, &sender, self.service).await {
            Ok(()) => Ok(sender),
            Err(error) => Err(match AppError::from(error) {
                AppError::Fields(errors) => refused(errors.of("sender").unwrap_or_default()),
                error => refused(error.to_string()),
            }),
        }
    }
}
