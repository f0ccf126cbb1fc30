//! Releases on a page of admins.

use super::dialog::ReleaseDialog;
use super::follow::Follow;
use super::live_preview::LivePreview;
use super::running::{Running, RunningReleases};
use crate::components::{PickedInterval, ReleaseForm, ReleaseSubject};
use crate::domain::{IdleInterval, ReleaseKind, ReleasePolicy, ReleaseProgress};
use crate::islands::browser::{on_close, on_open, subscribe};
use crate::islands::handed::{Handed, handed};
use crate::islands::packed::read;
use leptos::html;
use leptos::prelude::*;

/// What runs as the page is made.
impl Handed for Vec<ReleaseProgress> {
    const ID: &'static str = "handed-running";
}

/// What runs now, as it goes on, and the one dialog that every link to a release form on the page opens.
#[island]
pub fn ReleaseWindow() -> impl IntoView {
    let running = Running::new(&handed::<Vec<ReleaseProgress>>());
    let dialog = NodeRef::<html::Dialog>::new();
    let subject = RwSignal::new(ReleaseSubject::default());
    let form = ReleaseForm::new(
        PickedInterval::new(IdleInterval::ONE_HOUR),
        ReleasePolicy::default(),
    );
    let preview = LivePreview::new(form, subject);
    let mine = Follow::new(None);
    on_open("release", move |link| {
        if let Some(dialog) = dialog.get_untracked() {
            subject.set(ReleaseSubject {
                campaign: link.says("campaign").parse().ok(),
                title: link.says("title"),
                kind: link.says("kind").parse().unwrap_or(ReleaseKind::Replies),
            });
            form.reset();
            mine.forget();
            preview.forget();
            preview.ask();
            let _ = dialog.show_modal();
        }
    });
    // What was changed in a window on top of it may change what it would release.
    on_close(move || {
        if dialog.get_untracked().is_some_and(|dialog| dialog.open()) {
            preview.ask();
        }
    });
    let told = move |_: &str, data: String| {
        if let Some(all) = read::<Vec<ReleaseProgress>>(&data) {
            running.told(&all);
            mine.told(&all);
        }
    };
    subscribe("/events/releases".to_owned(), &["releases"], told);
    view! {
        <RunningReleases running/>
        <ReleaseDialog dialog subject form preview mine/>
    }
}
