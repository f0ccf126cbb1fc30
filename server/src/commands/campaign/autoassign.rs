//! `baton campaign autoassign`

use std::str::FromStr;

use app::domain::{Admin, AutoassignMode, CampaignId, IdleInterval, InvalidInterval, ReleaseKind};
use app::ports::{Campaigns, Releases};
use app::view_models::{ObstacleWords, PreviewWords};
use clap::{ArgGroup, Args};
use sentences::{admin, page};
use server_store::Store;

use super::Which;
use crate::commands::CommandError;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::section::section;

/// Sets the two switches of Autoassign Mode; the one that is not named stays as it is.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("switch").required(true).multiple(true))]
pub struct Autoassign {
    #[command(flatten)]
    pub(super) which: Which,

    /// Whether texters can request its conversations.
    #[arg(long, value_name = "true|false", group = "switch")]
    pub(super) assign: Option<bool>,

    /// Release its unhandled replies when they are waiting for so many minutes, from 5 to 10080; or off.
    #[arg(long, value_name = "MINUTES|off", group = "switch")]
    pub(super) release: Option<AutoRelease>,

    /// Change nothing, and show what it would do now with these switches, or with those that are saved, and what keeps
    /// texters from requesting replies.
    #[arg(long, group = "switch")]
    pub(super) dry_run: bool,
}

/// The second switch, with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AutoRelease(pub(super) Option<IdleInterval>);

impl FromStr for AutoRelease {
    type Err = InvalidInterval;

    fn from_str(text: &str) -> Result<Self, InvalidInterval> {
        if text == "off" {
            return Ok(Self(None));
        }
        let minutes = text.parse().map_err(|_| InvalidInterval::NotANumber)?;
        IdleInterval::from_minutes(minutes).map(|interval| Self(Some(interval)))
    }
}

impl Autoassign {
    /// Saves them, or shows what they would do; what to print.
    pub(super) async fn run(&self, store: &Store) -> Result<String, CommandError> {
        let (organization, campaign) = (self.which.organization, self.which.campaign);
        let owner = owner_of(store, organization).await?;
        let window = store.autoassign(&owner, campaign).await.map_err(refusal)?;
        let mode = AutoassignMode {
            auto_assign: self.assign.unwrap_or(window.mode.auto_assign),
            auto_release: match self.release {
                Some(AutoRelease(interval)) => interval,
                None => window.mode.auto_release,
            },
        };
        if self.dry_run {
            let mut lines = preview(store, &owner, campaign, mode).await?;
            if mode != window.mode {
                lines.insert(0, page::these_settings_are_not_saved().to_owned());
            }
            lines.push("Nothing was changed.".to_owned());
            return Ok(lines.join("\n"));
        }
        let saved = store.save_autoassign(&owner, campaign, window.version, mode);
        saved.await.map_err(refusal)?;
        Ok(format!(
            "Set Autoassign Mode of the campaign (number {campaign})."
        ))
    }
}

/// What its page shows of these settings: how many replies would be released now, and what would keep replies from being
/// handed out.
async fn preview(
    store: &Store,
    owner: &Admin,
    campaign: CampaignId,
    mode: AutoassignMode,
) -> Result<Vec<String>, CommandError> {
    let mut lines = match (mode.auto_assign, mode.auto_release) {
        (_, None) => vec![page::nothing_while_auto_release_is_off().to_owned()],
        (false, Some(_)) => vec![page::nothing_while_auto_assign_is_off().to_owned()],
        (true, Some(interval)) => {
            let preview = store.preview_automatic(owner, campaign, interval).await;
            let preview = preview.map_err(refusal)?;
            describe(&PreviewWords::of(preview, ReleaseKind::Replies, true))
        }
    };
    if mode.auto_assign || mode.auto_release.is_some() {
        let row = Campaigns::find(store, owner, campaign).await;
        let obstacles = row.map_err(refusal)?.obstacles.into_iter();
        let obstacles: Vec<String> = obstacles
            .map(|obstacle| obstacle_line(&ObstacleWords::of(obstacle, campaign)))
            .collect();
        if mode.auto_assign && obstacles.is_empty() {
            lines.push(page::nothing_keeps_replies_back().to_owned());
        }
        let heading = admin::no_one_can_request_its_replies();
        lines.extend(section(heading, &obstacles));
    }
    Ok(lines)
}

/// What would be released, what has waited for how long, and what is left out.
fn describe(words: &PreviewWords) -> Vec<String> {
    let mut lines = vec![[words.many.as_str(), words.rest.as_str()].concat()];
    lines.extend(section("Replies by waiting time", &words.spans));
    lines.extend(section(admin::not_released_and_why(), &words.left_out));
    let cannot = admin::texters_cannot_request_all();
    lines.extend(section(cannot, &words.diagnosis));
    lines
}

fn obstacle_line(words: &ObstacleWords) -> String {
    match words.ends_at {
        Some(at) => format!("{} {}", words.sentence, at.format("%Y-%m-%d %H:%M UTC")),
        None => words.sentence.clone(),
    }
}
