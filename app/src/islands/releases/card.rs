//! A release on its own page.

use super::follow::Follow;
use super::run_view::RunView;
use crate::domain::ReleaseProgress;
use crate::islands::browser::{go, subscribe};
use crate::islands::handed::{Handed, handed};
use crate::islands::packed::read;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A release as its page is made.
#[derive(Default, Serialize, Deserialize)]
pub struct ReleaseShown {
    /// How it goes.
    pub progress: Option<ReleaseProgress>,
    /// Whether it can still be taken back.
    pub may_undo: bool,
}

impl Handed for ReleaseShown {
    const ID: &'static str = "handed-release";
}

/// How it goes. When it ends, or is taken back, the page comes anew with what came of that.
#[island]
pub fn ReleaseCard() -> impl IntoView {
    let ReleaseShown { progress, may_undo } = handed();
    let ended = progress.as_ref().is_some_and(ReleaseProgress::ended);
    let shown = progress.as_ref().map(|progress| progress.release);
    let follow = Follow::new(progress);
    follow.undone.set(!may_undo && ended);
    Effect::new(move |_| {
        let Some(run) = follow.run.get() else { return };
        if Some(run.release) != shown || run.ended() != ended {
            go(&["/releases/", &run.release.to_string()].concat());
        }
    });
    if !ended {
        let told = move |_: &str, data: String| {
            if let Some(all) = read::<Vec<ReleaseProgress>>(&data) {
                follow.told(&all);
            }
        };
        subscribe("/events/releases".to_owned(), &["releases"], told);
    }
    view! { <RunView follow/> }
}
