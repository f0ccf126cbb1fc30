//! The report of an upload.

use crate::components::Stat;
use crate::domain::ImportReport;
use leptos::prelude::*;
use sentences::page;

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
            <h2 id="import-title">{page::contacts_were_added(report.added)}</h2>
            <dl class="stats">
                <Stat name=page::added_contacts() value=sentences::number(report.added)/>
                <Stat name=page::duplicate_contacts() value=sentences::number(report.duplicates)/>
                <Stat name=page::opted_out_contacts() value=sentences::number(report.opted_out)/>
                <Stat name=page::rejected_rows() value=sentences::number(report.rejected)/>
            </dl>
            {(listed > 0).then(|| view! {
                <table class="plain">
                    <caption>{page::rows_not_added()}</caption>
                    <thead><tr><th scope="col">{page::line_in_file()}</th><th scope="col">{page::reason()}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            })}
            {(unlisted > 0).then(|| view! {
                <p class="hint">{page::and_more_rows(unlisted)}</p>
            })}
        </section>
    }
}
