use app::domain::{
    AuditActor, CampaignId, MAX_DESCRIPTION_CHARACTERS, MAX_SCRIPT_CHARACTERS, OrganizationId,
    TimeOfDay,
};
use app::error::AppError;
use clap::Args;
use server_store::campaign_setup::{self, NewCampaign};
use server_store::{Store, StoreError};

use super::{check_title, refuse};
use crate::commands::CommandError;

/// Creates a campaign.
#[derive(Debug, Args)]
pub struct Create {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// What texters and admins see.
    #[arg(long)]
    pub(super) title: String,

    /// What texters see under the title.
    #[arg(long, default_value = "")]
    pub(super) description: String,

    /// The time zone of contacts whose own zone is not known, such as America/New_York. Default: the organization's.
    #[arg(long, value_name = "ZONE")]
    pub(super) time_zone: Option<String>,

    /// The script of the initial message; fields such as {firstName} are filled in.
    #[arg(long, default_value = "")]
    pub(super) script: String,

    /// No texts before this time of day. Default: the organization's.
    #[arg(long, value_name = "HH:MM")]
    pub(super) texting_from: Option<TimeOfDay>,

    /// No texts from this time of day on; 24:00 is midnight. Default: the organization's.
    #[arg(long, value_name = "HH:MM")]
    pub(super) texting_until: Option<TimeOfDay>,

    /// What earlier versions had; a campaign without contacts is not started any more.
    #[arg(long, hide = true)]
    pub(super) start: bool,

    /// Turn auto-assign on: texters can request its conversations.
    #[arg(long)]
    pub(super) auto_assign: bool,
}

impl Create {
    /// Does it; the number of the campaign.
    pub(super) async fn run(&self, store: &Store) -> Result<CampaignId, CommandError> {
        self.check()?;
        let new = NewCampaign {
            title: self.title.clone(),
            description: self.description.trim().to_owned(),
            script: self.script(),
            texting_from: self.texting_from.clone(),
            texting_until: self.texting_until.clone(),
            time_zone: self.time_zone.clone(),
            auto_assign: self.auto_assign,
        };
        match campaign_setup::create(store, AuditActor::command_line(self.organization), &new).await
        {
            Ok(id) => Ok(id),
            Err(StoreError::Refused(AppError::NotFound)) => refuse(format!(
                "There is no organization with the number {}.",
                self.organization
            )),
            Err(StoreError::Refused(AppError::Fields(errors))) => {
                let option = |field| errors.of(field).map(str::to_owned);
                let sentence = option("time_zone").or_else(|| option("texting_until"));
                refuse(sentence.unwrap_or_default())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The script, its line breaks as they are sent.
    fn script(&self) -> String {
        self.script.replace("\r\n", "\n").trim_end().to_owned()
    }

    /// Checks what the browser and the schema would refuse too, with messages that say what to do.
    fn check(&self) -> Result<(), CommandError> {
        check_title(&self.title)?;
        if self.script().chars().count() > MAX_SCRIPT_CHARACTERS {
            return refuse(format!(
                "A script has at most {MAX_SCRIPT_CHARACTERS} characters."
            ));
        }
        if self.description.trim().chars().count() > MAX_DESCRIPTION_CHARACTERS {
            return refuse(format!(
                "A description has at most {MAX_DESCRIPTION_CHARACTERS} characters."
            ));
        }
        if self.start {
            return refuse(
                "A campaign is started when it has contacts. Create it without --start, import its contacts, \
                 and run `baton campaign start`."
                    .to_owned(),
            );
        }
        Ok(())
    }
}
