//! Campaigns, on the command line: `baton campaign list`, `responses`, `figures` and `export`, and what changes a campaign,
//! in `change`.

mod autoassign;
mod change;
mod copy;
mod create;
mod delete_unmessaged;
mod edit;
mod export;
mod figures;
mod list;
mod responses;
mod second_pass;
mod set_responses;
mod start;
mod undo_import;

use std::process::ExitCode;

use app::domain::{CampaignId, MAX_TITLE_CHARACTERS, OrganizationId};
use app::error::AppError;
use clap::{Args, Subcommand};

pub use autoassign::Autoassign;
pub use change::ChangeCampaign;
pub use copy::CopyOf;
pub use create::Create;
pub use delete_unmessaged::DeleteUnmessaged;
pub use edit::Edit;
pub use export::Export;
pub use figures::Figures;
pub use list::List;
pub use responses::Responses;
pub use second_pass::SecondPass;
pub use set_responses::SetResponses;
pub use start::Start;
pub use undo_import::UndoImport;

use super::CommandError;
use super::refusal::refusal;
use super::title::readable;
use crate::config::Config;

/// What can be done with campaigns.
#[derive(Debug, Subcommand)]
pub enum CampaignCommand {
    /// List campaigns, the newest first, with tabs between: number, state, contacts, unsent, unhandled, in the pool, due
    /// date, title, seconds of the oldest wait, auto-assign, minutes of auto-release, teams.
    List(List),
    /// Create one, or change one.
    #[command(flatten)]
    Change(ChangeCampaign),
    /// Print the canned responses of a campaign as JSON, as `set-responses` reads it.
    Responses(Responses),
    /// Write the figures of a campaign as CSV, one number a line.
    Figures(Figures),
    /// Write the contacts or the messages of a campaign as CSV.
    #[command(subcommand)]
    Export(Export),
}

/// A campaign.
#[derive(Debug, Args)]
pub struct Which {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub organization: OrganizationId,

    /// The campaign's number, as `campaign create` printed it and `campaign list` prints it.
    #[arg(long, value_name = "ID")]
    pub campaign: CampaignId,
}

impl Which {
    /// Why nothing was done with it.
    pub(super) fn refusal(&self, error: AppError) -> CommandError {
        match error {
            AppError::NotFound => CommandError::Refused(format!(
                "There is no campaign {} in organization {}.",
                self.campaign, self.organization
            )),
            error => refusal(error),
        }
    }
}

impl CampaignCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::List(list) => list.run_and_print(config).await,
            Self::Change(change) => change.run_and_print(config).await,
            Self::Responses(responses) => responses.run_and_print(config).await,
            Self::Figures(figures) => figures.run_and_print(config).await,
            Self::Export(export) => export.run_and_print(config).await,
        }
    }
}

fn check_title(title: &str) -> Result<(), CommandError> {
    if (1..=MAX_TITLE_CHARACTERS).contains(&title.trim().chars().count()) {
        return readable(title.trim()).map(drop);
    }
    refuse(format!(
        "A title can have 1 to {MAX_TITLE_CHARACTERS} characters."
    ))
}

fn refuse<T>(sentence: String) -> Result<T, CommandError> {
    Err(CommandError::Refused(sentence))
}

#[cfg(test)]
mod tests;
