//! `baton organization take-number-out-of-use` and `baton organization use-number`

use super::{Which, refused};
use crate::commands::owner::owner_of;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::error::AppError;
use clap::Args;
use server_store::{Store, numbers};
use std::process::ExitCode;

/// Gives a number, or a Messaging Service, to no new conversation any more.
#[derive(Debug, Args)]
pub struct TakeNumberOutOfUse {
    #[command(flatten)]
    pub(super) which: Which,

    /// Even if it is the last one in use while campaigns are running: no one can be texted for the first time then.
    #[arg(long)]
    pub(super) last: bool,
}

/// Gives a number, or a Messaging Service, to new conversations again.
#[derive(Debug, Args)]
pub struct UseNumber {
    #[command(flatten)]
    pub(super) which: Which,
}

impl TakeNumberOutOfUse {
    /// Does so, and says it.
    pub async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(format_args!(
            "{} is out of use. Conversations that have it keep it.",
            self.which.sender
        ));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let owner = owner_of(store, self.which.organization).await?;
        let taken = numbers::take_out_of_use(store, &owner, &self.which.sender, self.last).await;
        taken.map_err(|error| match AppError::from(error) {
            AppError::Fields(_) => refused(
                "It is the last number in use, and campaigns are running: without it no one can be texted for the \
                 first time. Add --last if that is what you want.",
            ),
            error => refused(error.to_string()),
        })
    }
}

impl UseNumber {
    /// Does so, and says it.
    pub async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(format_args!("{} is in use.", self.which.sender));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let owner = owner_of(store, self.which.organization).await?;
        Ok(numbers::use_again(store, &owner, &self.which.sender).await?)
    }
}
