//! Tags, on the command line: `baton tag list|create|edit|delete`; `baton team add` gives an escalation tag to a team.

mod create;
mod delete;
mod edit;
mod find;
mod list;

use super::CommandError;
use crate::config::Config;
use clap::Subcommand;
use std::process::ExitCode;

/// What can be done with tags.
#[derive(Debug, Subcommand)]
pub enum TagCommand {
    /// List tags, with tabs between: number, escalation or standard, conversations with it, teams with it, title.
    List(list::List),
    /// Create a tag.
    Create(create::Create),
    /// Rename a tag, or make it an escalation tag or a standard one.
    Edit(edit::Edit),
    /// Delete a tag that no conversation has.
    Delete(delete::Delete),
}

impl TagCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::List(list) => list.run_and_print(config).await,
            Self::Create(create) => create.run_and_print(config).await,
            Self::Edit(edit) => edit.run_and_print(config).await,
            Self::Delete(delete) => delete.run_and_print(config).await,
        }
    }
}

#[cfg(test)]
mod tests;
