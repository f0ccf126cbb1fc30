//! `baton organization try-number`

use super::Which;
use crate::commands::services::{services, twilio_webhook};
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::view_models::sender_check_words;
use clap::Args;
use server_store::{Store, numbers};
use std::process::ExitCode;

/// Asks the service that carries the texts of a number, or of a Messaging Service, whether it can text, and whether replies come here.
#[derive(Debug, Args)]
pub struct TryNumber {
    #[command(flatten)]
    which: Which,
}

impl TryNumber {
    /// Prints what is wrong; it is a success if nothing is.
    pub async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        let Which {
            organization,
            sender,
        } = &self.which;
        let check = Database::with(config, async |pool| {
            let store = Store::new(pool.clone());
            let services = services(config, &store)?;
            let service = numbers::service_of(&store, *organization, sender).await?;
            let webhook = twilio_webhook(config);
            Ok(services.check_sender(service, sender, &webhook).await)
        });
        let check = check.await?;
        print_line(sender_check_words(sender, &check));
        Ok(if check.is_usable() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}
