//! Autoassign Mode of several campaigns at once: what each has now, and what it would have.

use super::autoassign::filled_in_interval;
use crate::api;
use crate::api::campaigns::parse_switch;
use crate::components::PickedInterval;
use crate::domain::{
    Admin, AutoassignChange, AutoassignMode, AutoassignVersions, CampaignRow, IdleInterval,
    ReleaseKind,
};
use crate::error::AppError;
use crate::pages::form_state::FormState;
use crate::pages::query::{query, query_as};
use crate::view_models::PreviewWords;
use futures::future::try_join_all;
use leptos::prelude::*;
use sentences::page;

/// The number of campaigns whose replies are counted at once.
const PREVIEWS_AT_ONCE: usize = 4;

/// The form of Autoassign Mode of several campaigns, and what it would do on each.
pub(super) struct ChosenAutoassign {
    /// The first switch; `None` = it stays as each campaign has it.
    pub(super) auto_assign: Option<bool>,
    /// The same of the second.
    pub(super) auto_release: Option<bool>,
    /// The interval, which counts only if the second switch is on.
    pub(super) picked: PickedInterval,
    /// What this page has shown: nothing that was saved since is overwritten.
    pub(super) versions: AutoassignVersions,
    /// A line or more for each campaign, in their order.
    pub(super) lines: Vec<Vec<String>>,
}

impl ChosenAutoassign {
    /// What is filled in, or else what all of them have in common, and what that would do.
    ///
    /// # Errors
    /// As [`crate::ports::Releases::preview_automatic`].
    pub(super) async fn read(viewer: &Admin, rows: &[CampaignRow]) -> Result<Self, AppError> {
        let modes: Vec<AutoassignMode> = rows.iter().map(|row| row.autoassign.mode).collect();
        let common = AutoassignChange::in_common(&modes);
        let current = rows
            .iter()
            .map(|row| (row.counts.campaign, row.autoassign.version));
        // What was saved since the form was first shown is not overwritten by a preview in between.
        let versions = query_as("versions").unwrap_or_else(|| AutoassignVersions::new(current));

        let form_state = FormState::of("autoassign");
        let switch = |field: &str, common| match query(field) {
            Some(word) if form_state.filled_in() => parse_switch(&word),
            _ => common,
        };
        let auto_assign = switch("auto_assign", common.auto_assign);
        let auto_release = switch(
            "auto_release",
            common.auto_release.map(|interval| interval.is_some()),
        );
        let saved = common.auto_release.flatten();
        let saved = PickedInterval::new(saved.unwrap_or(IdleInterval::HALF_AN_HOUR));
        let picked = filled_in_interval(&form_state, saved);
        let interval = match auto_release {
            Some(true) => untrack(|| picked.interval()).map(|interval| Some(Some(interval))),
            Some(false) => Ok(Some(None)),
            None => Ok(None),
        };
        let change = interval.ok().map(|auto_release| AutoassignChange {
            auto_assign,
            auto_release,
        });

        let asked = form_state.filled_in();
        let mut lines = Vec::with_capacity(rows.len());
        for some in rows.chunks(PREVIEWS_AT_ONCE) {
            let counted = some.iter().map(|row| {
                let shown = versions.of(row.counts.campaign);
                lines_of(viewer, row, shown, change, asked)
            });
            lines.extend(try_join_all(counted).await?);
        }
        Ok(Self {
            auto_assign,
            auto_release,
            picked,
            versions,
            lines,
        })
    }
}

/// What a campaign has now, and what the change would do to it, if it is one that can be made; that it would do nothing
/// is said only where that was asked for.
async fn lines_of(
    viewer: &Admin,
    row: &CampaignRow,
    shown: Option<i32>,
    change: Option<AutoassignChange>,
    asked: bool,
) -> Result<Vec<String>, AppError> {
    let (campaign, window) = (row.counts.campaign, row.autoassign);
    let mut lines = vec![present(window.mode)];
    if shown != Some(window.version) {
        lines.push(page::saved_since_it_was_shown().to_owned());
        return Ok(lines);
    }
    let Some(change) = change else {
        return Ok(lines);
    };
    let mode = change.applied_to(window.mode);
    let changes = mode != window.mode;
    if window.mode.auto_assign && !mode.auto_assign {
        lines.push(page::auto_assign_would_be_off().to_owned());
    }
    if window.mode.auto_release.is_some() && mode.auto_release.is_none() {
        lines.push(page::auto_release_would_be_off().to_owned());
    }
    if let (true, true, Some(interval)) = (asked || changes, mode.auto_assign, mode.auto_release) {
        let releases = api::ports()?.releases;
        let preview = releases.preview_automatic(viewer, campaign, interval);
        // A count that fails is no reason to keep anybody from the switches.
        lines.push(match preview.await {
            Ok(preview) => {
                let words = PreviewWords::of(preview, ReleaseKind::Replies, true);
                [words.many, words.rest].concat()
            }
            Err(error) => error.to_string(),
        });
    }
    if asked && !changes {
        lines.push(page::is_like_that_already().to_owned());
    }
    Ok(lines)
}

/// What is saved of a campaign.
fn present(mode: AutoassignMode) -> String {
    let interval = mode.auto_release.map(|interval| interval.to_string());
    match (mode.auto_assign, interval) {
        (false, None) => page::now_both_are_off().to_owned(),
        (true, None) => page::now_only_auto_assign_is_on().to_owned(),
        (false, Some(interval)) => page::now_only_auto_release_is_on(&interval),
        (true, Some(interval)) => page::now_both_are_on(&interval),
    }
}
