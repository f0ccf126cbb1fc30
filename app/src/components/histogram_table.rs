//! The histogram of idle times, as a table.

use super::{ReleaseSubject, derive};
use crate::view_models::PreviewWords;
use leptos::prelude::*;

/// The figures of the histogram for those who do not see it: a row for each column that is not empty.
#[component]
pub fn HistogramTable(
    /// What holds the buckets.
    preview: RwSignal<PreviewWords>,
    /// What is counted.
    subject: RwSignal<ReleaseSubject>,
) -> impl IntoView {
    let rows = derive(move || preview.with(|words| words.rows.clone()));
    let noun = derive(move || subject.get().kind.noun(2));
    view! {
        <div class="heard">
            <table>
                <caption>"Idle times"</caption>
                <thead><tr><th scope="col">"Idle for"</th><th scope="col">{noun}</th></tr></thead>
                <tbody inner_html=rows></tbody>
            </table>
        </div>
    }
}
