//! `baton organization set-rate`

use super::Which;
use crate::commands::owner::owner_of;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::TextRate;
use clap::Args;
use server_store::{Store, numbers};
use std::process::ExitCode;

/// Sets how many texts a second are sent from a number, or through a Messaging Service, at most.
#[derive(Debug, Args)]
pub struct SetRate {
    #[command(flatten)]
    pub(super) which: Which,

    /// How many, from 1 to 1000; without it, as many as there are.
    #[arg(long, value_name = "N")]
    pub(super) texts_a_second: Option<TextRate>,
}

impl SetRate {
    /// Does so, and says it.
    pub async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        let sender = &self.which.sender;
        match self.texts_a_second {
            Some(rate) => print_line(format_args!("{sender} sends at most {rate} a second.")),
            None => print_line(format_args!("{sender} sends without a limit of Baton's.")),
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let owner = owner_of(store, self.which.organization).await?;
        let saved = numbers::save_rate(store, &owner, &self.which.sender, self.texts_a_second);
        Ok(saved.await?)
    }
}
