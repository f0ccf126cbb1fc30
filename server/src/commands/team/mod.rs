//! `baton team list|create|edit|delete|add|remove`

mod add;
mod create;
mod delete;
mod edit;
mod find;
mod list;
mod parts;
mod remove;

pub(super) use find::find_teams;

use super::CommandError;
use crate::config::Config;
use clap::Subcommand;
use std::process::ExitCode;

/// What can be done with teams. It is done in the name of the owner who has been a member for longest.
#[derive(Debug, Subcommand)]
pub enum TeamCommand {
    /// List teams by priority, with tabs between: number, priority, members, campaigns, whether its pool is enabled,
    /// escalation tags, title.
    List(list::List),
    /// Create a team with its pool.
    Create(create::Create),
    /// Change the title or the priority of a team.
    Edit(edit::Edit),
    /// Delete a team with its pool, or show what would go with it.
    Delete(delete::Delete),
    /// Add members, campaigns and escalation tags to a team.
    Add(add::Add),
    /// Take members, campaigns and escalation tags out of a team.
    Remove(remove::Remove),
}

impl TeamCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::List(list) => list.run_and_print(config).await,
            Self::Create(create) => create.run_and_print(config).await,
            Self::Edit(edit) => edit.run_and_print(config).await,
            Self::Delete(delete) => delete.run_and_print(config).await,
            Self::Add(add) => add.run_and_print(config).await,
            Self::Remove(remove) => remove.run_and_print(config).await,
        }
    }
}

#[cfg(test)]
mod tests;
