//! What changes a campaign: `baton campaign create`, `edit`, `autoassign`, `set-responses`, `copy`, `start`, `pause`, `resume`,
//! `archive`, `unarchive`, `second-pass`, `undo-second-pass`, `undo-import` and `delete-unmessaged`

use std::process::ExitCode;

use clap::Subcommand;
use sentences::page;

use super::{
    Autoassign, CopyOf, Create, DeleteUnmessaged, Edit, SecondPass, SetResponses, Start,
    UndoImport, Which, refuse,
};
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use server_store::releases::undo_second_pass;
use server_store::{Store, campaign_setup};

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
    /// Start a draft that has contacts, a script and a number to text from, as **Launch** does, and print what else its
    /// checklist says.
    Start(Start),
    /// Copy a campaign into a draft: its description, script, canned responses, texting hours, zone and teams, and its due
    /// date if that has not passed; no contacts, and not its Autoassign Mode.
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
            Self::Autoassign(autoassign) => return autoassign.run(store).await,
            Self::UndoImport(undo) => {
                let removed = undo.run(store).await?;
                return Ok(format!("Removed contacts: {removed}."));
            }
            Self::SetResponses(set) => {
                set.run(store).await?;
                (&set.which, "Set the canned responses of")
            }
            Self::Start(start) => return start.run(store).await,
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
            Self::SecondPass(pass) => return pass.run(store).await,
            Self::UndoSecondPass(which) => {
                let undone = undo_second_pass(store, which.organization, which.campaign).await?;
                return match undone {
                    Some(undone) => Ok(format!("{undone}.")),
                    None => refuse(page::no_second_pass_to_undo().to_owned()),
                };
            }
            Self::DeleteUnmessaged(delete) => return delete.run(store).await,
        };
        Ok(format!("{done} the campaign (number {}).", which.campaign))
    }
}
