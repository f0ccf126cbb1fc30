//! How many people wait, in a sentence.

use super::live_row::LiveRow;
use crate::components::{Wait, counted};
use crate::domain::Age;
use leptos::prelude::*;

/// The people who wait on the campaigns of this page, and the longest wait among them.
#[component]
pub fn Headline(rows: StoredValue<Vec<RwSignal<LiveRow>>>, elapsed: ReadSignal<u32>) -> impl IntoView {
    let waiting = Memo::new(move |_| {
        rows.with_value(|rows| {
            rows.iter().fold(0, |sum: u32, row| sum.saturating_add(row.with(LiveRow::waiting)))
        })
    });
    let oldest = Memo::new(move |_| -> Option<Age> {
        let elapsed = elapsed.get();
        rows.with_value(|rows| rows.iter().filter_map(|row| row.with(|row| row.oldest_wait(elapsed))).max())
    });
    let words = move || match waiting.get() {
        0 => "Nobody is waiting for an answer.".to_owned(),
        1 => "1 person is waiting for an answer.".to_owned(),
        many => counted(many, "person", "people") + " are waiting for an answer.",
    };
    view! {
        <p class="headline">
            <strong>{words}</strong>
            <Show when=move || oldest.with(Option::is_some)>
                <span>"Longest: "<Wait age=oldest/></span>
            </Show>
        </p>
    }
}
