//! What changes a campaign: `baton campaign create`, `edit`, `autoassign`, `set-responses`, `copy`, `start`, `pause`, `resume`,
//! `archive`, `unarchive`, `second-pass`, `undo-second-pass`, `undo-import` and `delete-unmessaged`

use std::process::ExitCode;

use app::domain::{CampaignId, SecondPassDays};
use app::error::AppError;
use clap::{Args, Subcommand};
use sentences::page;

use super::{Autoassign, Create, Edit, SetResponses, UndoImport, Which, check_title, refuse};
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use server_store::contacts::delete_unmessaged;
use server_store::releases::{run_second_pass, undo_second_pass};
use server_store::{Store, StoreError, campaign_setup};

/// What can be changed about campaigns.
#[derive(Debug, Subcommand)]
pub enum ChangeCampaign {
    /// Create a campaign, a draft; contacts are imported into it afterwards, and then it is started.
    Create(Create),
    /// Change what a campaign is called and says, its texting hours, zone, due date and teams.
    Edit(Edit),
    /// Set the two switches of Autoassign Mode.
    Autoassign(Autoassign),
    /// Put the canned responses of a file in the place of those that a campaign has.
    SetResponses(SetResponses),
    /// Start a draft that has contacts, a script and a number to text from, as **Launch** does.
    Start(Start),
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

/// A launch.
#[derive(Debug, Args)]
pub struct Start {
    #[command(flatten)]
    pub(super) which: Which,

    /// Turn auto-assign on with it: texters can request its conversations. Without this it stays as it is.
    #[arg(long)]
    pub(super) auto_assign: bool,
}

/// A second pass.
#[derive(Debug, Args)]
pub struct SecondPass {
    #[command(flatten)]
    pub(super) which: Which,

    /// How many days old the last text of a contact has to be, from 0 to 365.
    #[arg(long, value_name = "DAYS", default_value = "3")]
    pub(super) days: SecondPassDays,
}

/// A deletion of unmessaged contacts.
#[derive(Debug, Args)]
pub struct DeleteUnmessaged {
    #[command(flatten)]
    pub(super) which: Which,

    /// The campaign's title, to confirm the deletion, which cannot be undone.
    #[arg(long)]
    pub(super) title: String,
}

/// A campaign to be copied.
#[derive(Debug, Args)]
pub struct CopyOf {
    #[command(flatten)]
    pub(super) which: Which,

    /// What the copy is called; without it, “Copy of” the campaign.
    #[arg(long)]
    pub(super) title: Option<String>,
}

impl ChangeCampaign {
    /// Runs it.
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let done = Database::with(config, async |pool| {
            self.done(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(done);
        Ok(ExitCode::SUCCESS)
    }

    /// Does it, and says what was done.
    pub(super) async fn done(&self, store: &Store) -> Result<String, CommandError> {
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
            Self::SetResponses(set) => {
                set.run(store).await?;
                (&set.which, "Set the canned responses of")
            }
            Self::Start(Start { which, auto_assign }) => {
                let (organization, campaign) = (which.organization, which.campaign);
                campaign_setup::launch(store, organization, campaign, *auto_assign).await?;
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
