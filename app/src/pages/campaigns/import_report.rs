//! The report of an upload.

use super::blanks::BlanksWarning;
use crate::components::Stat;
use crate::domain::{ImportReport, ZoneCounts};
use crate::pages::reported_rows::ReportedRows;
use crate::ports::BlankField;
use leptos::prelude::*;
use sentences::page;

/// How many came in, how many did not and why, row by row; what the script asks for and some lack; and where the time zones
/// of the contacts were found.
#[component]
pub fn ImportResult(
    /// The report.
    report: ImportReport,
    /// What the campaign's texts name and is blank for some of its contacts now.
    blank: Vec<BlankField>,
) -> impl IntoView {
    let listed = u32::try_from(report.rows.len()).unwrap_or(u32::MAX);
    let unlisted = report.not_added().saturating_sub(listed);
    let in_all = report.added.saturating_add(report.opted_out);
    let total = report.total();
    view! {
        <section class="card" aria-labelledby="import-title">
            <h2 id="import-title">{page::contacts_were_added(in_all)}</h2>
            // The first is the sum of the others.
            <dl class="stats">
                <Stat name=page::rows_in_the_file() value=sentences::number(total)/>
                <Stat name=page::added_contacts() value=sentences::number(report.added)/>
                <Stat name=page::opted_out_contacts() value=sentences::number(report.opted_out)/>
                <Stat name=page::duplicate_contacts() value=sentences::number(report.duplicates)/>
                <Stat name=page::missing_cells() value=sentences::number(report.missing)/>
                <Stat name=page::invalid_rows() value=sentences::number(report.invalid)/>
            </dl>
            <BlanksWarning blank/>
            {(in_all > 0).then(|| view! { <ZoneSources zones=report.zones/> })}
            <ReportedRows caption=page::rows_not_added() rows=report.rows/>
            {(unlisted > 0).then(|| view! {
                <p class="hint">{page::and_more_rows(unlisted)}</p>
            })}
            <ReportedRows caption=page::rows_to_look_at() rows=report.remarks/>
        </section>
    }
}

/// How many contacts have their zone from where.
#[component]
fn ZoneSources(zones: ZoneCounts) -> impl IntoView {
    view! {
        <h3>{page::contacts_by_zone_source()}</h3>
        <dl class="stats">
            <Stat name=page::zone_by_column() value=sentences::number(zones.column)/>
            <Stat name=page::zone_by_zip() value=sentences::number(zones.zip)/>
            <Stat name=page::zone_by_area_code() value=sentences::number(zones.area_code)/>
            <Stat name=page::zone_by_campaign() value=sentences::number(zones.campaign)/>
        </dl>
    }
}
