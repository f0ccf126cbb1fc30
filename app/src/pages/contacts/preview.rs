//! The first rows of an uploaded file.

use crate::ports::{PreviewedContact, PreviewedRow};
use leptos::prelude::*;
use sentences::page;

/// The first rows as they would be taken, or why they would not; nothing while the columns are in doubt.
#[component]
pub(super) fn Preview(rows: Vec<PreviewedRow>) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        let rows = rows
            .into_iter()
            .map(|row| match row.contact {
                Ok(contact) => taken(row.line, contact),
                Err((text, reason)) => refused(row.line, text, reason),
            })
            .collect_view();
        view! {
            <table class="plain first-rows">
                <caption>{page::first_rows()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{page::line_in_file()}</th>
                        <th scope="col">{page::name_of_contact()}</th>
                        <th scope="col">{page::column_cell()}</th>
                        <th scope="col">{page::time_zone()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="hint">{page::what_the_import_finds()}</p>
        }
    })
}

fn taken(line: u64, contact: PreviewedContact) -> AnyView {
    let remarks = contact
        .remarks
        .into_iter()
        .map(|remark| view! { <p class="hint">{remark}</p> })
        .collect_view();
    let external_id = contact.external_id.into_iter();
    let external_id = external_id.map(|id| (page::column_external_id().to_owned(), id));
    let fields: Vec<String> = external_id
        .chain(contact.custom_fields)
        .map(|(name, text)| format!("{name}: {text}"))
        .collect();
    // In the cell of the name, so that a phone has room for it.
    let fields = (!fields.is_empty()).then(|| view! { <p class="hint">{fields.join(" · ")}</p> });
    let name = [contact.first_name, contact.last_name].join(" ");
    let zone = contact
        .zone
        .unwrap_or_else(|| page::zone_by_campaign().into());
    view! {
        <tr>
            <td>{line}</td>
            <td>{name}{fields}{remarks}</td>
            <td>{contact.cell.to_string()}</td>
            <td>{zone}</td>
        </tr>
    }
    .into_any()
}

fn refused(line: u64, text: String, reason: String) -> AnyView {
    view! {
        <tr>
            <td>{line}</td>
            <td colspan="3"><strong>{page::would_not_be_added()}</strong>" "{text}" "{reason}</td>
        </tr>
    }
    .into_any()
}
