//! How many people wait, in a sentence.

use super::live_row::LiveRow;
use crate::components::{Wait, counted};
use leptos::prelude::*;

/// The people who wait on the campaigns of this page, and the longest wait among them.
#[component]
pub fn Headline(sum: RwSignal<LiveRow>, elapsed: ReadSignal<u32>) -> impl IntoView {
    let words = Signal::derive(move || match sum.with(LiveRow::waiting) {
        0 => "Nobody is waiting for an answer.".to_owned(),
        1 => "1 person is waiting for an answer.".to_owned(),
        many => counted(many, "person", "people") + " are waiting for an answer.",
    });
    let oldest = Signal::derive(move || sum.with(|sum| sum.oldest_wait(elapsed.get())));
    view! {
        <p class="headline">
            <strong>{words}</strong>
            <span hidden=Signal::derive(move || oldest.get().is_none())>"Longest wait: "<Wait age=oldest/></span>
        </p>
    }
}
