//! `baton campaign edit`

use app::api::campaigns::{BasicsForm, ScriptForm};
use app::domain::{TeamId, TimeOfDay};
use app::ports::{CampaignSettings, CampaignSetup};
use clap::{ArgGroup, Args};
use server_store::Store;
use server_store::campaign_setup::{Sections, Teams, save_together};

use super::Which;
use crate::commands::CommandError;
use crate::commands::owner::owner_of;
use crate::commands::refusal::{refusal, store_refusal};
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
    /// Saves all of it or nothing. Overwrites nothing that somebody else saved since it was read.
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
        let changes_teams = self.everyone || !teams.is_empty();
        let changes_script = (script, due_on) != (now.script.as_str(), now.due_on);
        let sections = Sections {
            teams: changes_teams.then(|| self.restriction(&now, teams)),
            basics: (basics != now.basics).then_some(basics),
            script: changes_script.then(|| (script.to_owned(), due_on)),
            loaded: now.versions,
        };
        let saved = save_together(store, organization, campaign, &sections);
        saved.await.map_err(store_refusal)
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
    fn restriction(&self, now: &CampaignSettings, named: Vec<TeamId>) -> Teams {
        let teams = if self.everyone {
            let chosen = now.teams.iter().filter(|team| team.chosen);
            chosen.map(|team| team.id).collect()
        } else {
            named
        };
        Teams {
            restricted: !self.everyone,
            teams,
            confirmed: self.also_if_stranded,
        }
    }
}
