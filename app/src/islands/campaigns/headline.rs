//! The sentence above the table: how many people wait.

use super::live_row::LiveRow;
use crate::components::{Wait, derive};
use crate::number::pluralize;
use leptos::prelude::*;

/// The people who wait on the campaigns of this page, and the longest wait among them.
#[component]
pub fn Headline(sum: RwSignal<LiveRow>, elapsed: ReadSignal<u32>) -> impl IntoView {
    let words = derive(move || match sum.with(LiveRow::waiting) {
        0 => "No one is waiting for an answer.".to_owned(),
        1 => "1 person is waiting for an answer.".to_owned(),
        many => pluralize(many, "person", "people") + " are waiting for an answer.",
    });
    let oldest = derive(move || sum.with(|sum| sum.oldest_wait(elapsed.get())));
    let nobody = derive(move || sum.with(|sum| sum.counts.oldest_wait.is_none()));
    view! {
        <p class="headline">
            <strong>{words}</strong>
            <span hidden=nobody>"Longest wait: "<Wait age=oldest/></span>
        </p>
    }
}
