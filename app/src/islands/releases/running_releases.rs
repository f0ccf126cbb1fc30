//! The releases that run now, whoever started them.

use super::progress_view::ReleaseProgressView;
use super::tracked_release::TrackedRelease;
use crate::components::derive;
use crate::domain::ReleaseProgress;
use leptos::prelude::*;

/// How many are shown.
const SLOTS: usize = 4;

/// Slots for releases. Each keeps its slot for as long as events name it, so that a button does not move under
/// a finger when another one starts.
#[derive(Clone, Copy)]
pub struct Running([TrackedRelease; SLOTS]);

impl Running {
    /// With those that run as the page is made.
    pub fn new(all: &[ReleaseProgress]) -> Self {
        Self(std::array::from_fn(|slot| {
            TrackedRelease::new(all.get(slot).cloned())
        }))
    }

    /// Takes in a live event: all releases that run or have just ended.
    pub fn update(self, all: &[ReleaseProgress]) {
        let has_slot = |one: &ReleaseProgress| {
            let mut tracked = self
                .0
                .iter()
                .filter_map(|slot| slot.progress.get_untracked());
            tracked.any(|progress| progress.release == one.release)
        };
        for slot in self.0 {
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
        for new in all.iter().filter(|one| !has_slot(one)) {
            let free = self
                .0
                .iter()
                .find(|slot| slot.progress.get_untracked().is_none());
            if let Some(slot) = free {
                slot.progress.set(Some(new.clone()));
                slot.update(all);
            }
        }
    }
}

/// What runs now and what has just ended, above the page's own content.
#[component]
pub fn RunningReleases(running: Running) -> impl IntoView {
    let none = derive(move || running.0.iter().all(|slot| slot.progress.get().is_none()));
    let slots = running
        .0
        .map(|slot| view! { <RunningRelease release=slot/> })
        .into_iter()
        .collect_view();
    view! {
        <section class="running" aria-label="Releases in progress" hidden=none>
            <ul>{slots}</ul>
        </section>
    }
}

#[component]
fn RunningRelease(release: TrackedRelease) -> impl IntoView {
    let gone = derive(move || release.progress.get().is_none());
    let who = derive(move || {
        let who = release.progress.get().and_then(|progress| progress.actor);
        who.unwrap_or_else(|| "Automatic".to_owned())
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
            <p class="progress-who">{who}" "<a href=path>"Details"</a></p>
            <ReleaseProgressView release/>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::Running;
    use crate::domain::{ReleaseId, ReleaseKind, ReleaseProgress, ReleaseState};
    use leptos::prelude::*;

    fn one(id: i64) -> ReleaseProgress {
        ReleaseProgress {
            release: ReleaseId(id),
            actor: None,
            kind: ReleaseKind::Replies,
            undoes: None,
            state: ReleaseState::Finished,
            cancelling: false,
            expected: 3,
            conversations: 3,
            campaigns: 1,
            kept: 0,
            ran_ms: 5,
        }
    }

    fn shown(running: Running) -> Vec<i64> {
        let id = |slot: super::TrackedRelease| {
            slot.progress
                .get_untracked()
                .map_or(0, |progress| progress.release.0)
        };
        running.0.map(id).to_vec()
    }

    #[test]
    fn each_keeps_its_place() {
        Owner::new().with(|| {
            let running = Running::new(&[one(1), one(2)]);
            running.update(&[one(3), one(2)]);
            assert_eq!(shown(running), [3, 2, 0, 0]);
            running.update(&[one(7), one(6), one(5), one(4), one(2)]);
            assert_eq!(shown(running), [7, 2, 6, 5]);
        });
    }

    #[test]
    fn what_was_taken_back_is_not_offered_again() {
        Owner::new().with(|| {
            let running = Running::new(&[one(1)]);
            assert!(running.0[0].may_undo());
            let undo = ReleaseProgress {
                undoes: Some(ReleaseId(1)),
                ..one(2)
            };
            running.update(&[undo, one(1)]);
            assert!(!running.0[0].may_undo());
            assert!(!running.0[1].may_undo(), "an undo is not undone");
        });
    }
}
