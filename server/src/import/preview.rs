//! What Baton understands of a file before it is imported: its columns, and its first rows as they would be taken.

use super::columns::Columns;
use super::contacts::rules;
use super::error::ImportError;
use super::file::File;
use super::header_error::HeaderError;
use super::layout::Layout;
use super::phone;
use super::reason::excerpt;
use super::records::Records;
use super::region::Region;
use super::row;
use app::ports::{PreviewedContact, PreviewedRow, UploadColumn};
use server_store::Store;
use tokio::io::AsyncRead;

/// How many rows are shown.
const ROWS: usize = 10;
/// How many rows are looked at: those without any text are not shown.
const MAX_LOOKED_AT: usize = 100;
/// How many fields of a column are shown beside its heading.
const EXAMPLES: usize = 3;

/// A file as it would be imported.
#[derive(Debug)]
pub struct Preview {
    /// Its columns, in their order.
    pub columns: Vec<UploadColumn>,
    /// Its first rows; none while the columns are in doubt.
    pub rows: Vec<PreviewedRow>,
    /// What is wrong with the columns, for which there is advice.
    pub problem: Option<HeaderError>,
    /// Of which names it has no column, in a sentence.
    pub note: Option<&'static str>,
}

/// Reads the beginning of a file.
///
/// # Errors
/// The header line is invalid in a way that no choice of columns mends; the file cannot be read; the database.
pub async fn preview(
    store: &Store,
    reader: impl AsyncRead + Unpin,
    region: Region,
    columns: &Columns,
) -> Result<Preview, ImportError> {
    let (mut file, headings) = File::open(reader).await?;
    let columns = Layout::columns(&headings, columns)?;
    let (rules, problem) = match Layout::of(&columns) {
        Ok(layout) => (Some(rules(store, layout, region).await?), None),
        Err(error) if error.advice().is_some() => (None, Some(error)),
        Err(error) => return Err(error.into()),
    };
    phone::prepare().await;
    let mut shown: Vec<UploadColumn> = columns
        .into_iter()
        .map(|(heading, column)| UploadColumn {
            column: column.name(),
            heading: excerpt(&heading),
            examples: Vec::new(),
        })
        .collect();
    let mut rows = Vec::new();
    let mut looked_at = 0;
    while rows.len() < ROWS && looked_at < MAX_LOOKED_AT && file.next().await? {
        let record = file.record();
        add_examples(record, &mut shown);
        looked_at += 1;
        let Some(rules) = &rules else {
            continue;
        };
        let line = record.line();
        match row::read(record, rules) {
            Ok(Some(row)) => rows.push(PreviewedRow {
                line,
                contact: Ok(previewed(&row, &rules.layout)),
            }),
            Ok(None) => {}
            Err(rejected) => rows.push(PreviewedRow {
                line,
                contact: Err((rejected.text, rejected.reason.to_string())),
            }),
        }
    }
    Ok(Preview {
        columns: shown,
        rows,
        problem,
        note: rules.and_then(|rules| rules.layout.note()),
    })
}

/// Whether a file can be imported once its columns are said.
///
/// # Errors
/// As [`preview`].
pub async fn check_header(reader: impl AsyncRead + Unpin) -> Result<(), ImportError> {
    let (_, headings) = File::open(reader).await?;
    match Layout::of(&Layout::columns(&headings, &Columns::Guessed)?) {
        Err(error) if error.advice().is_none() => Err(error.into()),
        _ => Ok(()),
    }
}

/// Whether the columns of a file are said in a way that it can be imported by.
///
/// # Errors
/// As [`preview`]; [`HeaderError`] says what to choose.
pub async fn check_columns(
    reader: impl AsyncRead + Unpin,
    columns: &Columns,
) -> Result<Result<(), HeaderError>, ImportError> {
    let (_, headings) = File::open(reader).await?;
    let layout = Layout::columns(&headings, columns).and_then(|columns| Layout::of(&columns));
    Ok(layout.map(|_| ()))
}

fn previewed(row: &row::Row, layout: &Layout) -> PreviewedContact {
    let contact = &row.contact;
    // The external id is a custom field by the name of its column, too.
    let named = layout.custom.iter();
    let named = named.filter(|(at, _)| Some(*at) != layout.external_id);
    let custom_fields = named.filter_map(|(_, name)| {
        let text = contact.custom_fields.get(name)?.as_str()?;
        (!text.is_empty()).then(|| (excerpt(name), excerpt(text)))
    });
    PreviewedContact {
        first_name: contact.first_name.clone(),
        last_name: contact.last_name.clone(),
        cell: contact.cell.clone(),
        zone: contact.zone.as_ref().map(|zone| zone.name.to_string()),
        external_id: contact.external_id.as_deref().map(excerpt),
        custom_fields: custom_fields.collect(),
        remarks: row
            .remarks
            .iter()
            .map(|(remark, _)| remark.to_string())
            .collect(),
    }
}

fn add_examples(record: &Records, columns: &mut [UploadColumn]) {
    for (field, column) in record.fields().zip(columns) {
        let text = excerpt(String::from_utf8_lossy(field).trim());
        if !text.is_empty() && column.examples.len() < EXAMPLES && !column.examples.contains(&text)
        {
            column.examples.push(text);
        }
    }
}
