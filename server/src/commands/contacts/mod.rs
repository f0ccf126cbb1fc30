//! The contacts of a campaign, on the command line: `baton contacts find|correct|remove|imports`; they are added by
//! `baton import`.

mod correct;
mod find;
mod imports;
mod remove;
mod whom;

use super::CommandError;
use crate::config::Config;
use clap::Subcommand;
use std::process::ExitCode;

/// What can be done with the contacts of a campaign.
#[derive(Debug, Subcommand)]
pub enum ContactsCommand {
    /// List contacts of a campaign, with tabs between: number, cell, first name, last name, external id, time zone, status,
    /// and whether they have opted out.
    Find(find::Find),
    /// Correct a contact.
    Correct(correct::Correct),
    /// Remove a contact to whom nothing was sent and from whom nothing came in.
    Remove(remove::Remove),
    /// List the imports of contacts to a campaign, the latest first, with tabs between: number, moment, who, file, rows that
    /// were added, rows that were not, and, where it was undone, contacts that were taken out again.
    Imports(imports::Imports),
}

impl ContactsCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Find(find) => find.run_and_print(config).await,
            Self::Correct(correct) => correct.run_and_print(config).await,
            Self::Remove(remove) => remove.run_and_print(config).await,
            Self::Imports(imports) => imports.run_and_print(config).await,
        }
    }
}

#[cfg(test)]
mod tests;
