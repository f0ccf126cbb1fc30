//! The rows of a file about which there is something to say.

use crate::domain::ReportedRow;
use leptos::prelude::*;
use sentences::page;

/// A table of rows; nothing if there are none.
#[component]
pub fn ReportedRows(
    /// What they have in common.
    caption: &'static str,
    /// The rows.
    rows: Vec<ReportedRow>,
) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        let rows = rows
            .into_iter()
            .map(|row| view! { <tr><td>{row.line}</td><td>{row.text}</td><td>{row.reason}</td></tr> })
            .collect_view();
        view! {
            <table class="plain">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{page::line_in_file()}</th>
                        <th scope="col">{page::what_stood_there()}</th>
                        <th scope="col">{page::reason()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    })
}
