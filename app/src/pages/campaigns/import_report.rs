//! The report of an upload.

use crate::components::Stat;
use crate::domain::ImportReport;
use crate::number::{format_number, pluralize};
use leptos::prelude::*;

/// How many came in, how many did not, and which rows were rejected for what reason.
#[component]
pub fn ImportResult(
    /// The report.
    report: ImportReport,
) -> impl IntoView {
    let listed = u32::try_from(report.rows.len()).unwrap_or(u32::MAX);
    let rows = report
        .rows
        .into_iter()
        .map(|row| view! { <tr><td>{row.line}</td><td>{row.reason}</td></tr> })
        .collect_view();
    let unlisted = report.rejected.saturating_sub(listed);
    view! {
        <section class="card" aria-labelledby="import-title">
            <h2 id="import-title">{pluralize(report.added, "contact", "contacts")}" added"</h2>
            <dl class="stats">
                <Stat name="Added" value=format_number(report.added)/>
                <Stat name="Duplicates" value=format_number(report.duplicates)/>
                <Stat name="Opted out" value=format_number(report.opted_out)/>
                <Stat name="Rejected" value=format_number(report.rejected)/>
            </dl>
            {(listed > 0).then(|| view! {
                <table class="plain">
                    <caption>"Rows that were not added"</caption>
                    <thead><tr><th scope="col">"Line"</th><th scope="col">"Reason"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            })}
            {(unlisted > 0).then(|| view! {
                <p class="hint">"And "{pluralize(unlisted, "more row", "more rows")}" that were not added."</p>
            })}
        </section>
    }
}
