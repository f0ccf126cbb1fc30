//! Releases, on the command line: `baton release list|export|undo`; `baton member release` releases what a suspended member
//! holds.

mod export;
mod filter;
mod list;
mod undo;

use super::CommandError;
use crate::config::Config;
use clap::Subcommand;
use std::process::ExitCode;

/// What can be done with releases.
#[derive(Debug, Subcommand)]
pub enum ReleaseCommand {
    /// List releases, second passes, bulk actions and their undos, the newest first, with tabs between: number, moment,
    /// state, conversations, seconds left to undo it, undone by, who, what, campaign.
    List(list::List),
    /// Write the release history, or the conversations of releases, as CSV.
    Export(export::Export),
    /// Undo a release, a second pass or a bulk action, within ten minutes.
    Undo(undo::Undo),
}

impl ReleaseCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::List(list) => list.run_and_print(config).await,
            Self::Export(export) => export.run_and_print(config).await,
            Self::Undo(undo) => undo.run_and_print(config).await,
        }
    }
}

#[cfg(test)]
mod tests;
