//! `baton campaign edit`

use app::api::campaigns::{BasicsForm, ScriptForm};
use app::domain::{TeamId, TimeOfDay};
use app::ports::{CampaignSettings, CampaignSetup, SectionSave, SectionVersion};
use clap::{ArgGroup, Args};
use server_store::Store;

use super::Which;
use crate::commands::CommandError;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::team::find_teams;

/// Changes what a campaign is called, says and may; what is not named stays as it is.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("change").required(true).multiple(true))]
pub struct Edit {
    #[command(flatten)]
    pub(super) which: Which,

    /// What texters and admins see.
    #[arg(long, group = "change")]
    pub(super) title: Option<String>,

    /// What texters see under the title.
    #[arg(long, group = "change")]
    pub(super) description: Option<String>,

    /// No texts before this time of day.
    #[arg(long, value_name = "HH:MM", group = "change")]
    pub(super) texting_from: Option<TimeOfDay>,

    /// No texts from this time of day on; 24:00 is midnight.
    #[arg(long, value_name = "HH:MM", group = "change")]
    pub(super) texting_until: Option<TimeOfDay>,

    /// The time zone of contacts whose own zone is not known, such as America/New_York.
    #[arg(long, value_name = "ZONE", group = "change")]
    pub(super) time_zone: Option<String>,

    /// The script of the initial message; fields such as {firstName} are filled in.
    #[arg(long, group = "change")]
    pub(super) script: Option<String>,

    /// The last day on which initial messages are assigned, like 2026-11-03; empty for none.
    #[arg(long, value_name = "DATE", group = "change")]
    pub(super) due_on: Option<String>,

    /// The title of a team to which alone its texts are given; may be repeated, and takes the place of those before.
    #[arg(long = "team", value_name = "TITLE", group = "change")]
    pub(super) teams: Vec<String>,

    /// Give its texts to every texter again.
    #[arg(long, group = "change", conflicts_with = "teams")]
    pub(super) everyone: bool,

    /// Confirms a change of teams after which no one could request its replies.
    #[arg(long)]
    pub(super) also_if_stranded: bool,
}

impl Edit {
    /// Checks all of it, then saves section by section: whatever is refused by a form changes nothing.
    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let Which {
            organization,
            campaign,
        } = self.which;
        let owner = owner_of(store, organization).await?;
        let now = store.settings(&owner, campaign).await.map_err(refusal)?;
        let basics = self.basics(&now).parse().map_err(refusal)?;
        let form = self.script(&now);
        let (script, due_on) = form.parse().map_err(refusal)?;
        let teams = find_teams(store, organization, &self.teams).await?;

        // First, because it may be refused.
        if self.everyone || !teams.is_empty() {
            let save = by_command(&now.versions.teams);
            let (restricted, teams) = self.restriction(&now, teams);
            let confirmed = self.also_if_stranded;
            let saved = store.save_teams(&owner, campaign, &save, restricted, teams, confirmed);
            saved.await.map_err(refusal)?;
        }
        if basics != now.basics {
            let save = by_command(&now.versions.basics);
            let saved = store.save_basics(&owner, campaign, &save, &basics);
            saved.await.map_err(refusal)?;
        }
        if (script, due_on) != (now.script.as_str(), now.due_on) {
            let save = by_command(&now.versions.script);
            let saved = store.save_script(&owner, campaign, &save, script, due_on);
            saved.await.map_err(refusal)?;
        }
        Ok(())
    }

    fn basics(&self, now: &CampaignSettings) -> BasicsForm {
        let now = now.basics.clone();
        let text = |new: &Option<String>, now| new.clone().unwrap_or(now);
        let time = |new: &Option<TimeOfDay>, now: TimeOfDay| {
            new.as_ref().unwrap_or(&now).as_str().to_owned()
        };
        BasicsForm {
            title: text(&self.title, now.title),
            description: text(&self.description, now.description),
            texting_from: time(&self.texting_from, now.texting_from),
            texting_until: time(&self.texting_until, now.texting_until),
            time_zone: text(&self.time_zone, now.time_zone),
        }
    }

    fn script(&self, now: &CampaignSettings) -> ScriptForm {
        let script = self.script.as_deref().unwrap_or(&now.script);
        let due_on = now.due_on.map(|day| day.to_string());
        ScriptForm {
            script: script.replace("\r\n", "\n"),
            due_on: (self.due_on.clone()).unwrap_or_else(|| due_on.unwrap_or_default()),
        }
    }

    /// Whether only teams are given its texts, and which. Without a restriction its teams draw from it as before.
    fn restriction(&self, now: &CampaignSettings, named: Vec<TeamId>) -> (bool, Vec<TeamId>) {
        if self.everyone {
            let chosen = now.teams.iter().filter(|team| team.chosen);
            (false, chosen.map(|team| team.id).collect())
        } else {
            (true, named)
        }
    }
}

/// Overwrites nothing that somebody else saved since it was read.
pub(super) fn by_command(version: &SectionVersion) -> SectionSave {
    SectionSave {
        version: version.clone(),
        by_itself: false,
    }
}
