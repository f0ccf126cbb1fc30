//! The contact that a command is about.

use crate::commands::CommandError;
use crate::commands::campaign::Which;
use crate::commands::refusal::refusal;
use app::domain::ConversationId;
use app::error::AppError;
use clap::Args;

/// Which contact of which campaign.
#[derive(Debug, Args)]
pub(super) struct Whom {
    #[command(flatten)]
    pub which: Which,

    /// The contact's number, as `contacts find` prints it.
    #[arg(long, value_name = "ID")]
    pub contact: ConversationId,
}

impl Whom {
    /// Why nothing was done to it.
    pub fn refusal(&self, error: AppError) -> CommandError {
        match error {
            AppError::NotFound => CommandError::Refused(format!(
                "There is no contact {} on campaign {} of organization {}. `baton contacts find` prints the numbers of \
                 contacts.",
                self.contact, self.which.campaign, self.which.organization
            )),
            error => refusal(error),
        }
    }
}
