//! Releases that run now, whoever started them.

use super::follow::Follow;
use super::run_view::RunView;
use crate::components::live;
use crate::domain::ReleaseProgress;
use leptos::prelude::*;

/// How many are shown.
const PLACES: usize = 4;

/// Places for releases. Each keeps its place for as long as it is told of, so that a button does not move
/// under a finger when another one starts.
#[derive(Clone, Copy)]
pub struct Running([Follow; PLACES]);

impl Running {
    /// With those that run as the page is made.
    pub fn new(all: &[ReleaseProgress]) -> Self {
        Self(std::array::from_fn(|place| {
            Follow::new(all.get(place).cloned())
        }))
    }

    /// Takes in what the server says.
    pub fn told(self, all: &[ReleaseProgress]) {
        let in_place = |one: &ReleaseProgress| {
            let mut known = self.0.iter().filter_map(|place| place.run.get_untracked());
            known.any(|run| run.release == one.release)
        };
        for place in self.0 {
            let known = place.run.get_untracked().map(|run| run.release);
            if all.iter().any(|one| Some(one.release) == known) {
                place.told(all);
            } else {
                place.forget();
            }
        }
        for new in all.iter().filter(|one| !in_place(one)) {
            let free = self
                .0
                .iter()
                .find(|place| place.run.get_untracked().is_none());
            if let Some(place) = free {
                place.run.set(Some(new.clone()));
                place.told(all);
            }
        }
    }
}

/// What runs now and what has just ended, above the page's own content.
#[component]
pub fn RunningReleases(running: Running) -> impl IntoView {
    let none = live(move || running.0.iter().all(|place| place.run.get().is_none()));
    let places = running
        .0
        .map(|place| view! { <RunningRelease place/> })
        .into_iter()
        .collect_view();
    view! {
        <section class="running" aria-label="Releases that run now" hidden=none>
            <ul>{places}</ul>
        </section>
    }
}

#[component]
fn RunningRelease(place: Follow) -> impl IntoView {
    let gone = live(move || place.run.get().is_none());
    let who = live(move || {
        let who = place.run.get().and_then(|run| run.actor);
        who.unwrap_or_else(|| "Automatic".to_owned())
    });
    let path = live(move || {
        let id = place.run.get().map(|run| run.release.to_string());
        ["/releases/", &id.unwrap_or_default()].concat()
    });
    view! {
        <li hidden=gone>
            <p class="run-who">{who}" "<a href=path>"Details"</a></p>
            <RunView follow=place/>
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
        let id = |place: super::Follow| place.run.get_untracked().map_or(0, |run| run.release.0);
        running.0.map(id).to_vec()
    }

    #[test]
    fn each_keeps_its_place() {
        Owner::new().with(|| {
            let running = Running::new(&[one(1), one(2)]);
            running.told(&[one(3), one(2)]);
            assert_eq!(shown(running), [3, 2, 0, 0]);
            running.told(&[one(7), one(6), one(5), one(4), one(2)]);
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
            running.told(&[undo, one(1)]);
            assert!(!running.0[0].may_undo());
            assert!(!running.0[1].may_undo(), "an undo is not undone");
        });
    }
}
