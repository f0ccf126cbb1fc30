//! The sentence above the table: how many people wait.

use super::live_row::LiveRow;
use crate::components::{Wait, derive};
use leptos::prelude::*;
use sentences::admin;

/// The people who wait on the campaigns of this page, and the longest wait among them; `lead` says that these are not all.
#[component]
pub fn Headline(lead: String, sum: RwSignal<LiveRow>, elapsed: ReadSignal<u32>) -> impl IntoView {
    let words = derive(move || admin::people_are_waiting_for_an_answer(sum.with(LiveRow::waiting)));
    let oldest = derive(move || sum.with(|sum| sum.oldest_wait(elapsed.get())));
    let nobody = derive(move || sum.with(|sum| sum.counts.oldest_wait.is_none()));
    view! {
        <p class="headline">
            {lead}
            <strong>{words}</strong>
            <span hidden=nobody>{admin::longest_wait_is()}" "<Wait age=oldest/></span>
        </p>
    }
}
