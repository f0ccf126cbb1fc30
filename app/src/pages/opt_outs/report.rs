//! The report of a file of opt-outs.

use crate::components::Stat;
use crate::domain::OptOutReport;
use crate::pages::reported_rows::ReportedRows;
use leptos::prelude::*;
use sentences::page;

/// How many numbers are opted out now, how many rows were left out and why, row by row.
#[component]
pub(super) fn OptOutResult(report: OptOutReport) -> impl IntoView {
    let listed = u32::try_from(report.rows.len()).unwrap_or(u32::MAX);
    let unlisted = report.left_out().saturating_sub(listed);
    view! {
        <section class="card" aria-labelledby="import-title">
            <h2 id="import-title">{page::opt_outs_were_imported(report.recorded)}</h2>
            <dl class="stats">
                <Stat name=page::newly_opted_out() value=sentences::number(report.recorded)/>
                <Stat name=page::already_opted_out() value=sentences::number(report.already)/>
                <Stat name=page::duplicate_contacts() value=sentences::number(report.duplicates)/>
                <Stat name=page::rows_without_a_number() value=sentences::number(report.missing)/>
                <Stat name=page::invalid_rows() value=sentences::number(report.invalid)/>
            </dl>
            <ReportedRows caption=page::rows_not_recorded() rows=report.rows/>
            {(unlisted > 0).then(|| view! {
                <p class="hint">{page::and_more_rows_left_out(unlisted)}</p>
            })}
        </section>
    }
}
