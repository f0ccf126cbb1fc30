//! `baton organization change-service`

use super::Which;
use crate::commands::owner::owner_of;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::ServiceKind;
use clap::Args;
use server_store::{Store, numbers};
use std::process::ExitCode;

/// Has the texts of a number, or of a Messaging Service, carried by another service.
#[derive(Debug, Args)]
pub struct ChangeService {
    #[command(flatten)]
    pub(super) which: Which,

    /// Who is to carry its texts.
    #[arg(long, value_name = "simulated|twilio")]
    pub(super) service: ServiceKind,
}

impl ChangeService {
    /// Does so, and says it.
    pub async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(format_args!(
            "The texts of {} are carried by {}.",
            self.which.sender, self.service
        ));
        if self.service == ServiceKind::Twilio && config.twilio()?.is_none() {
            print_line(
                "This server has no Twilio account yet: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.",
            );
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let owner = owner_of(store, self.which.organization).await?;
        let changed = numbers::change_service(store, &owner, &self.which.sender, self.service);
        Ok(changed.await?)
    }
}
