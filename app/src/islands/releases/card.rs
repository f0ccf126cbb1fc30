//! The card of a release on its own page.

use super::progress_view::ReleaseProgressView;
use super::tracked_release::TrackedRelease;
use crate::domain::{ReleaseProgress, Topic};
use crate::islands::browser::{elapsed_seconds, navigate_to, subscribe};
use crate::islands::encoded::decode;
use crate::islands::island_props::{IslandProps, island_props};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A release as its page is made.
#[derive(Default, Serialize, Deserialize)]
pub struct ReleaseData {
    /// How it goes.
    pub progress: Option<ReleaseProgress>,
}

impl IslandProps for ReleaseData {
    const ID: &'static str = "props-release";
}

/// The progress of the release. When it ends, or is taken back, the page comes anew with what came of that.
#[island]
pub fn ReleaseCard() -> impl IntoView {
    let ReleaseData { progress } = island_props();
    let ended = progress.as_ref().is_some_and(ReleaseProgress::ended);
    let id = progress.as_ref().map(|progress| progress.release);
    let release = TrackedRelease::new(progress, elapsed_seconds());
    Effect::new(move |_| {
        let Some(progress) = release.progress.get() else {
            return;
        };
        if Some(progress.release) != id || progress.ended() != ended {
            navigate_to(&["/releases/", &progress.release.to_string()].concat());
        }
    });
    if !ended {
        let on_event = move |_: &str, data: String| {
            if let Some(all) = decode::<Vec<ReleaseProgress>>(&data) {
                release.update(&all);
            }
        };
        subscribe(&Topic::Releases, &["releases"], on_event);
    }
    view! { <ReleaseProgressView release/> }
}
