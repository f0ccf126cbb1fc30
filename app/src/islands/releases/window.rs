//! Releases on a page of admins: those that run, and the dialog that starts another.

use super::dialog::ReleaseDialog;
use super::live_preview::LivePreview;
use super::running_releases::{Running, RunningReleases};
use super::tracked_release::TrackedRelease;
use crate::components::{PickedInterval, ReleaseForm, ReleaseSubject};
use crate::domain::{CampaignId, IdleInterval, ReleaseKind, ReleasePolicy, ReleaseProgress, Topic};
use crate::islands::browser::{
    elapsed_seconds, focus_element, on_dialog_close, on_dialog_link, subscribe,
};
use crate::islands::encoded::decode;
use crate::islands::island_props::{IslandProps, island_props};
use leptos::html;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Releases as the page is made.
#[derive(Default, Serialize, Deserialize)]
pub struct ReleaseWindowData {
    /// The campaign that the page is about, if it is about one.
    pub campaign: Option<CampaignId>,
    /// What runs, or can still be undone.
    pub running: Vec<ReleaseProgress>,
}

impl IslandProps for ReleaseWindowData {
    const ID: &'static str = "props-running";
}

/// The releases that run now, and the one dialog that every link to a release form on the page opens.
#[island]
pub fn ReleaseWindow() -> impl IntoView {
    let ReleaseWindowData { campaign, running } = island_props();
    let elapsed = elapsed_seconds();
    let running = Running::new(&running, campaign, elapsed);
    let dialog = NodeRef::<html::Dialog>::new();
    let subject = RwSignal::new(ReleaseSubject::default());
    let form = ReleaseForm::new(
        PickedInterval::new(IdleInterval::ONE_HOUR),
        ReleasePolicy::default(),
    );
    let preview = LivePreview::new(form, subject);
    let mine = TrackedRelease::new(None, elapsed);
    on_dialog_link("release", move |link| {
        if let Some(dialog) = dialog.get_untracked() {
            subject.set(ReleaseSubject {
                campaign: link.data("campaign").parse().ok(),
                title: link.data("title"),
                kind: link.data("kind").parse().unwrap_or(ReleaseKind::Replies),
            });
            form.reset();
            mine.forget();
            preview.reset();
            preview.request();
            let _ = dialog.show_modal();
            // The first of them would be chosen by an arrow.
            focus_element(".release-dialog [type=radio]:checked");
        }
    });
    // What was changed in a window on top of it may change what it would release.
    on_dialog_close(move || {
        if dialog.get_untracked().is_some_and(|dialog| dialog.open()) {
            preview.request();
        }
    });
    let on_event = move |_: &str, data: String| {
        if let Some(all) = decode::<Vec<ReleaseProgress>>(&data) {
            running.update(&all);
            mine.update(&all);
        }
    };
    subscribe(&Topic::Releases, &["releases"], on_event);
    view! {
        <RunningReleases running/>
        <ReleaseDialog dialog subject form preview mine/>
    }
}
