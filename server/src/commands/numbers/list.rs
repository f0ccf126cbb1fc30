//! `baton organization numbers`

use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::OrganizationId;
use clap::Args;
use server_store::{Store, numbers};
use std::process::ExitCode;

/// Lists the numbers and Messaging Services of an organization.
#[derive(Debug, Args)]
pub struct ListNumbers {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    organization: OrganizationId,
}

impl ListNumbers {
    /// Prints them, a line each.
    pub async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        let listed = Database::with(config, async |pool| {
            let store = Store::new(pool.clone());
            // It fails if there is no such organization.
            numbers::region(&store, self.organization).await?;
            Ok(numbers::list(&store, self.organization).await?)
        });
        for row in listed.await?.senders {
            let state = if row.in_use { "in use" } else { "out of use" };
            let rate = row
                .rate
                .map_or_else(|| "no limit".to_owned(), |rate| format!("{rate} a second"));
            print_line(format_args!(
                "{:<16} {:<10} {state:<10} {rate:<12} {} on their way",
                row.sender.as_str(),
                row.service.as_str(),
                row.on_their_way
            ));
        }
        Ok(ExitCode::SUCCESS)
    }
}
