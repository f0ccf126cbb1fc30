//! `baton organization remove-number`

use super::Which;
use crate::commands::owner::owner_of;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use clap::Args;
use server_store::{Store, numbers};
use std::process::ExitCode;

/// Removes a number, or a Messaging Service, that is out of use and has no texts.
#[derive(Debug, Args)]
pub struct RemoveNumber {
    #[command(flatten)]
    pub(super) which: Which,
}

impl RemoveNumber {
    /// Does so, and says it.
    pub async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(format_args!("{} is removed.", self.which.sender));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let owner = owner_of(store, self.which.organization).await?;
        Ok(numbers::remove(store, &owner, &self.which.sender).await?)
    }
}
