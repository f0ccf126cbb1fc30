//! What a dry run shows of a file, in lines.

use std::fmt::Write;

use app::domain::ContactColumn;
use app::ports::PreviewedRow;

use crate::import::Preview;

/// The columns as they are taken, and the first rows or why there are none.
pub(super) fn describe_preview(preview: &Preview) -> String {
    // Writing to a string does not fail.
    let mut text = String::from("The columns are taken for:\n");
    for column in &preview.columns {
        let _ = write!(text, "  {}: {}", column.heading, column.column);
        if !column.examples.is_empty() {
            let _ = write!(text, " (“{}”)", column.examples.join("”, “"));
        }
        text.push('\n');
    }
    if let Some(problem) = &preview.problem {
        let _ = writeln!(
            text,
            "{problem} --map 'COLUMN=MEANING' says what a column is."
        );
    } else {
        if let Some(note) = preview.note {
            let _ = writeln!(text, "{note}");
        }
        text.push_str("The first rows would be taken for:\n");
        for row in &preview.rows {
            let _ = writeln!(text, "  {}", described(row));
        }
    }
    text.push_str("Nothing was imported.\n");
    text
}

fn described(row: &PreviewedRow) -> String {
    let line = row.line;
    let contact = match &row.contact {
        Ok(contact) => contact,
        Err((stood, reason)) if stood.is_empty() => return format!("line {line}: {reason}"),
        Err((stood, reason)) => return format!("line {line}: “{stood}”: {reason}"),
    };
    let name = [contact.first_name.as_str(), contact.last_name.as_str()].join(" ");
    let zone = contact.zone.as_deref();
    let zone = zone.unwrap_or("the campaign's time zone");
    let mut text = format!("line {line}: {}, {}, {zone}", name.trim(), contact.cell);
    if let Some(id) = &contact.external_id {
        let _ = write!(text, "; {}: {id}", ContactColumn::ExternalId);
    }
    for (name, field) in &contact.custom_fields {
        let _ = write!(text, "; {name}: {field}");
    }
    for remark in &contact.remarks {
        let _ = write!(text, " ({remark})");
    }
    text
}
