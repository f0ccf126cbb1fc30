//! The status of automatic release on a campaign, in words.

use super::local_time::LocalTime;
use crate::components::{Derived, derive};
use crate::domain::{AutoReleasePause, AutoReleaseState, AutoReleaseStatus};
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use sentences::admin;

/// A mark, what it does now and until when, and what it did last; nothing while it is switched off.
#[component]
pub fn AutoReleaseLine(status: Derived<AutoReleaseStatus>) -> impl IntoView {
    let state = {
        let status = status.clone();
        move || describe(status().state)
    };
    let off = {
        let status = status.clone();
        derive(move || status().state == AutoReleaseState::Off)
    };
    let (class, mark, words, at) = (state.clone(), state.clone(), state.clone(), state);
    let last = move || status().last;
    let (no_last, count, when) = (last.clone(), last.clone(), last);
    view! {
        <p class="auto-release" hidden=off>
            <span class=derive(move || class().class)>{derive(move || mark().mark)}</span>
            " "
            <span>{derive(move || words().words)}</span>
            " "
            <LocalTime at=derive(move || at().at)/>
            <span class="auto-release-last" hidden=derive(move || no_last().is_none())>
                {derive(move || {
                    let replies = count().map_or(0, |last| last.conversations);
                    admin::last_auto_release(replies)
                })}
                " "
                <LocalTime at=derive(move || when().map(|last| last.at))/>
            </span>
        </p>
    }
}

/// The texts that describe a state.
struct StateText {
    class: &'static str,
    mark: &'static str,
    words: &'static str,
    at: Option<DateTime<Utc>>,
}

fn describe(state: AutoReleaseState) -> StateText {
    let on = ("tag tag-started", admin::auto_release_on_mark());
    let paused = ("tag tag-running", admin::auto_release_paused_mark());
    let ((class, mark), words, at) = match state {
        AutoReleaseState::Off => (("tag", ""), "", None),
        AutoReleaseState::On { next_due: None } => (on, admin::nothing_to_release_yet(), None),
        AutoReleaseState::On { next_due } => (on, admin::next_release_at(), next_due),
        AutoReleaseState::Paused(AutoReleasePause::NotStarted) => {
            (paused, admin::campaign_has_not_started(), None)
        }
        AutoReleaseState::Paused(AutoReleasePause::Archived) => {
            (paused, admin::campaign_is_archived(), None)
        }
        AutoReleaseState::Paused(AutoReleasePause::CampaignPaused) => {
            (paused, admin::campaign_is_paused(), None)
        }
        AutoReleaseState::Paused(AutoReleasePause::AutoAssignOff) => {
            (paused, admin::nothing_is_assigned(), None)
        }
        AutoReleaseState::Paused(AutoReleasePause::OutsideHours { until }) => {
            (paused, admin::outside_texting_hours_until(), Some(until))
        }
        AutoReleaseState::Failing { retry_at } => (
            ("tag tag-failed", admin::auto_release_failed_mark()),
            admin::next_try_at(),
            Some(retry_at),
        ),
    };
    StateText {
        class,
        mark,
        words,
        at,
    }
}

#[cfg(test)]
mod tests {
    use super::describe;
    use crate::domain::{AutoReleasePause, AutoReleaseState};
    use chrono::{DateTime, Utc};

    #[test]
    fn says_when_only_where_there_is_a_moment() {
        let at = DateTime::<Utc>::UNIX_EPOCH;
        let words = |state| {
            let text = describe(state);
            (text.words, text.at)
        };
        assert_eq!(words(AutoReleaseState::Off), ("", None));
        let due = AutoReleaseState::On { next_due: Some(at) };
        assert_eq!(words(due), ("Next release:", Some(at)));
        let idle = AutoReleaseState::On { next_due: None };
        assert_eq!(words(idle), ("Nothing to release yet.", None));
        let night = AutoReleaseState::Paused(AutoReleasePause::OutsideHours { until: at });
        assert_eq!(words(night), ("Outside texting hours until", Some(at)));
    }
}
