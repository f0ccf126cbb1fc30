//! The releases that run now, whoever started them.

use super::progress_view::ReleaseProgressView;
use super::tracked_release::TrackedRelease;
use crate::components::derive;
use crate::domain::{CampaignId, ReleaseProgress};
use leptos::prelude::*;
use sentences::admin;

/// How many are shown.
const SLOTS: usize = 10;

/// Slots for releases. Each keeps its slot for as long as events name it, so that a button does not move under
/// a finger when another one starts.
#[derive(Clone, Copy)]
pub struct Running {
    slots: [TrackedRelease; SLOTS],
    /// Whether there are more.
    more: RwSignal<bool>,
    /// On the page of a campaign, that campaign: releases of others are not shown there.
    campaign: Option<CampaignId>,
}

impl Running {
    /// With those that run as the page is made.
    pub fn new(
        all: &[ReleaseProgress],
        campaign: Option<CampaignId>,
        elapsed: ReadSignal<u32>,
    ) -> Self {
        let running = Self {
            slots: std::array::from_fn(|_| TrackedRelease::new(None, elapsed)),
            more: RwSignal::new(false),
            campaign,
        };
        running.update(all);
        running
    }

    /// Whether a release may have taken something of what the page is about.
    fn concerns(self, release: &ReleaseProgress) -> bool {
        self.campaign.is_none() || release.campaign.is_none() || release.campaign == self.campaign
    }

    /// Takes in a live event: all releases that run or have just ended.
    pub fn update(self, all: &[ReleaseProgress]) {
        let has_slot = |one: &ReleaseProgress| {
            let mut tracked = self
                .slots
                .iter()
                .filter_map(|slot| slot.progress.get_untracked());
            tracked.any(|progress| progress.release == one.release)
        };
        for slot in self.slots {
            let tracked = slot
                .progress
                .get_untracked()
                .map(|progress| progress.release);
            if all.iter().any(|one| Some(one.release) == tracked) {
                slot.update(all);
            } else {
                slot.forget();
            }
        }
        let concerned = all.iter().filter(|one| self.concerns(one));
        self.more.set(concerned.clone().count() > SLOTS);
        for new in concerned.filter(|one| !has_slot(one)) {
            let free = self
                .slots
                .iter()
                .find(|slot| slot.progress.get_untracked().is_none());
            if let Some(slot) = free {
                slot.set(new.clone());
                slot.update(all);
            }
        }
    }
}

/// What runs now, what has just ended and what can be undone, above the page's own content.
#[component]
pub fn RunningReleases(running: Running) -> impl IntoView {
    let none = derive(move || {
        running
            .slots
            .iter()
            .all(|slot| slot.progress.get().is_none())
    });
    let slots = running
        .slots
        .map(|slot| view! { <RunningRelease release=slot/> })
        .into_iter()
        .collect_view();
    view! {
        <section class="running" aria-label=admin::releases_in_progress() hidden=none>
            <ul>{slots}</ul>
            <p hidden=derive(move || !running.more.get())>
                <a href="/releases">{admin::more_releases_in_history()}</a>
            </p>
        </section>
    }
}

#[component]
fn RunningRelease(release: TrackedRelease) -> impl IntoView {
    let gone = derive(move || release.progress.get().is_none());
    let who = derive(move || {
        let who = release.progress.get().and_then(|progress| progress.actor);
        who.unwrap_or_else(|| admin::automatic().to_owned())
    });
    let path = derive(move || {
        let id = release
            .progress
            .get()
            .map(|progress| progress.release.to_string());
        ["/releases/", &id.unwrap_or_default()].concat()
    });
    view! {
        <li hidden=gone>
            <p class="progress-who">{who}" "<a href=path>{admin::details()}</a></p>
            <ReleaseProgressView release/>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::Running;
    use crate::domain::{Age, CampaignId, ReleaseId, ReleaseKind, ReleaseProgress, ReleaseState};
    use leptos::prelude::*;

    fn one(id: i64) -> ReleaseProgress {
        ReleaseProgress {
            release: ReleaseId(id),
            actor: None,
            kind: ReleaseKind::Replies,
            campaign: None,
            undoes: None,
            state: ReleaseState::Finished,
            cancelling: false,
            expected: 3,
            conversations: 3,
            campaigns: 1,
            kept: 0,
            kept_escalated: 0,
            ran_ms: 5,
            undo_for: Some(Age(600)),
        }
    }

    fn running(all: &[ReleaseProgress]) -> (Running, WriteSignal<u32>) {
        let (elapsed, set_elapsed) = signal(0);
        (Running::new(all, None, elapsed), set_elapsed)
    }

    fn shown(running: Running) -> Vec<i64> {
        let id = |slot: super::TrackedRelease| {
            slot.progress
                .get_untracked()
                .map_or(0, |progress| progress.release.0)
        };
        let ids = running.slots.map(id);
        assert_eq!(ids[4..], [0; 6]);
        ids[..4].to_vec()
    }

    #[test]
    fn each_keeps_its_place() {
        Owner::new().with(|| {
            let (running, _) = running(&[one(1), one(2)]);
            running.update(&[one(3), one(2)]);
            assert_eq!(shown(running), [3, 2, 0, 0]);
            running.update(&[one(7), one(6), one(5), one(2)]);
            assert_eq!(shown(running), [7, 2, 6, 5]);
        });
    }

    #[test]
    fn what_finds_no_place_is_said() {
        Owner::new().with(|| {
            let all: Vec<_> = (1..=11).rev().map(one).collect();
            let (running, _) = running(&all[1..]);
            assert!(!running.more.get_untracked());
            running.update(&all);
            assert!(running.more.get_untracked());
            running.update(&all[2..]);
            assert!(!running.more.get_untracked());
        });
    }

    #[test]
    fn what_was_taken_back_is_not_offered_again() {
        Owner::new().with(|| {
            let (running, _) = running(&[one(1)]);
            assert!(running.slots[0].undo_for().is_some());
            let undo = ReleaseProgress {
                undoes: Some(ReleaseId(1)),
                undo_for: None,
                ..one(2)
            };
            running.update(&[undo, one(1)]);
            assert_eq!(running.slots[0].undo_for(), None);
            assert_eq!(running.slots[1].undo_for(), None, "an undo is not undone");
        });
    }

    #[test]
    fn undo_is_offered_until_its_time_is_over() {
        Owner::new().with(|| {
            let (running, elapsed) = running(&[one(1)]);
            elapsed.set(580);
            assert_eq!(running.slots[0].undo_for(), Some(Age(20)));
            // What the server says counts from when it says it.
            let later = ReleaseProgress {
                undo_for: Some(Age(15)),
                ..one(1)
            };
            running.update(&[later]);
            assert_eq!(running.slots[0].undo_for(), Some(Age(15)));
            elapsed.set(595);
            assert_eq!(running.slots[0].undo_for(), None);
        });
    }

    #[test]
    fn the_page_of_a_campaign_leaves_out_those_of_others() {
        Owner::new().with(|| {
            let of = |id, campaign| ReleaseProgress {
                campaign: Some(CampaignId(campaign)),
                ..one(id)
            };
            let all = [of(3, 8), of(2, 7), one(1)];
            let (elapsed, _) = signal(0);
            let on_page = |campaign| shown(Running::new(&all, campaign, elapsed));
            assert_eq!(on_page(Some(CampaignId(7))), [2, 1, 0, 0]);
            assert_eq!(on_page(None), [3, 2, 1, 0]);
        });
    }
}
