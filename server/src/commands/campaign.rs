//! `baton campaign create`, `edit`, `autoassign`, `copy`, `start`, `pause`, `resume`, `archive`, `unarchive`, `second-pass`,
//! `undo-second-pass`, `undo-import` and `delete-unmessaged`

mod autoassign;
mod create;
mod edit;
mod undo_import;

use std::process::ExitCode;

use app::domain::{CampaignId, MAX_TITLE_CHARACTERS, OrganizationId, SecondPassDays};
use app::error::AppError;
use clap::{Args, Subcommand};
use sentences::page;

pub use autoassign::Autoassign;
pub use create::Create;
pub use edit::Edit;
pub use undo_import::UndoImport;

use super::{CommandError, Database, print_line};
use crate::config::Config;
use server_store::contacts::delete_unmessaged;
use server_store::releases::{run_second_pass, undo_second_pass};
use server_store::{Store, StoreError, campaign_setup};

/// What can be done with campaigns.
#[derive(Debug, Subcommand)]
pub enum CampaignCommand {
    /// Create a campaign, a draft; contacts are imported into it afterwards, and then it is started.
    Create(Create),
    /// Change what a campaign is called and says, its texting hours, zone, due date and teams.
    Edit(Edit),
    /// Set the two switches of Autoassign Mode.
    Autoassign(Autoassign),
    /// Start a draft that has contacts, a script and a number to text from, as **Launch** does.
    Start(Which),
    /// Copy a campaign into a draft: its script, texting hours, zone and teams, and its due date if that has not passed;
    /// no contacts, and not its Autoassign Mode.
    Copy(CopyOf),
    /// Pause a campaign: nothing on it is sent, assigned or released until it is resumed, even if people wait for an answer.
    Pause(Which),
    /// Resume a paused campaign; messages that waited go out within texting hours.
    Resume(Which),
    /// Archive a campaign: nothing on it is sent, assigned or released, even if people wait for an answer.
    Archive(Which),
    /// Unarchive a campaign, which is a draft or runs again, as before.
    Unarchive(Which),
    /// Start a second pass: contacts who have not answered become initial messages again.
    SecondPass(SecondPass),
    /// Undo the last second pass of a campaign, within ten minutes. Contacts who were picked up or messaged since then stay.
    UndoSecondPass(Which),
    /// Undo an import: remove those of its contacts whom no one has texted.
    UndoImport(UndoImport),
    /// Delete the contacts of a campaign who were never messaged and never wrote.
    DeleteUnmessaged(DeleteUnmessaged),
}

/// A second pass.
#[derive(Debug, Args)]
pub struct SecondPass {
    #[command(flatten)]
    which: Which,

    /// How many days old the last text of a contact has to be, from 0 to 365.
    #[arg(long, value_name = "DAYS", default_value = "3")]
    days: SecondPassDays,
}

/// A deletion of unmessaged contacts.
#[derive(Debug, Args)]
pub struct DeleteUnmessaged {
    #[command(flatten)]
    which: Which,

    /// The campaign's title, to confirm the deletion, which cannot be undone.
    #[arg(long)]
    title: String,
}

/// A campaign.
#[derive(Debug, Args)]
pub struct Which {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    organization: OrganizationId,

    /// The campaign's number, as `campaign create` printed it.
    #[arg(long, value_name = "ID")]
    campaign: CampaignId,
}

/// A campaign to be copied.
#[derive(Debug, Args)]
pub struct CopyOf {
    #[command(flatten)]
    which: Which,

    /// What the copy is called; without it, “Copy of” the campaign.
    #[arg(long)]
    title: Option<String>,
}

impl CampaignCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        let done = Database::with(config, async |pool| {
            self.done(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(done);
        Ok(ExitCode::SUCCESS)
    }

    /// Does it, and says what was done.
    async fn done(&self, store: &Store) -> Result<String, CommandError> {
        let (which, done) = match self {
            Self::Create(create) => {
                let id = create.run(store).await?;
                let title = create.title.trim();
                return Ok(format!("Created the campaign “{title}” (number {id})."));
            }
            Self::Edit(edit) => {
                edit.run(store).await?;
                (&edit.which, "Changed")
            }
            Self::Autoassign(autoassign) => {
                autoassign.run(store).await?;
                (&autoassign.which, "Set Autoassign Mode of")
            }
            Self::UndoImport(undo) => {
                let removed = undo.run(store).await?;
                return Ok(format!("Removed contacts: {removed}."));
            }
            Self::Start(which) => {
                campaign_setup::launch(store, which.organization, which.campaign).await?;
                (which, "Started")
            }
            Self::Copy(copy) => {
                let id = copy.run(store).await?;
                return Ok(format!(
                    "Copied the campaign; the copy has the number {id}."
                ));
            }
            Self::Pause(which) => {
                campaign_setup::pause(store, which.organization, which.campaign).await?;
                (which, "Paused")
            }
            Self::Resume(which) => {
                campaign_setup::resume(store, which.organization, which.campaign).await?;
                (which, "Resumed")
            }
            Self::Archive(which) => {
                campaign_setup::archive(store, which.organization, which.campaign).await?;
                (which, "Archived")
            }
            Self::Unarchive(which) => {
                campaign_setup::unarchive(store, which.organization, which.campaign).await?;
                (which, "Unarchived")
            }
            Self::SecondPass(SecondPass { which, days }) => {
                let pass = run_second_pass(store, which.organization, which.campaign, *days);
                let done = pass.await?;
                return Ok(if done.released_nothing() {
                    page::second_pass_took_nothing().to_owned()
                } else {
                    format!("{done}.")
                });
            }
            Self::UndoSecondPass(which) => {
                let undone = undo_second_pass(store, which.organization, which.campaign).await?;
                return match undone {
                    Some(undone) => Ok(format!("{undone}.")),
                    None => refuse(page::no_second_pass_to_undo().to_owned()),
                };
            }
            Self::DeleteUnmessaged(DeleteUnmessaged { which, title }) => {
                let deleted = delete_unmessaged(store, which.organization, which.campaign, title);
                return match deleted.await {
                    Ok(deleted) => Ok(page::unmessaged_were_deleted(deleted)),
                    Err(StoreError::Refused(AppError::Fields(errors))) => {
                        refuse(errors.of("confirmed").unwrap_or_default().to_owned())
                    }
                    Err(error) => Err(error.into()),
                };
            }
        };
        Ok(format!("{done} the campaign (number {}).", which.campaign))
    }
}

impl CopyOf {
    async fn run(&self, store: &Store) -> Result<CampaignId, CommandError> {
        let title = self.title.as_deref();
        title.map_or(Ok(()), check_title)?;
        let (organization, campaign) = (self.which.organization, self.which.campaign);
        Ok(campaign_setup::copy(store, organization, campaign, title).await?)
    }
}

fn check_title(title: &str) -> Result<(), CommandError> {
    if (1..=MAX_TITLE_CHARACTERS).contains(&title.trim().chars().count()) {
        return Ok(());
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
