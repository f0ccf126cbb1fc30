//! The conversion of a record to a contact.

use super::layout::Layout;
use super::phone::normalise;
use super::placeholder::{last_name_without_placeholder, without_placeholder};
use super::reason::{Reason, Remark, excerpt};
use super::records::{Excess, MAX_COLUMNS, MAX_LINE_BYTES, Records};
use super::region::Region;
use super::zone::Zones;
use serde_json::{Map, Value};
use server_store::contacts::NewContact;
use std::borrow::Cow;

/// The maximum length of a first or last name, in characters.
pub(super) const MAX_NAME_CHARS: usize = 200;
/// The maximum length of an external id, in characters.
pub(super) const MAX_EXTERNAL_ID_CHARS: usize = 200;
/// The maximum length of a custom field, in characters.
pub(super) const MAX_FIELD_CHARS: usize = 5_000;

/// A row that becomes a contact.
#[derive(Debug)]
pub(super) struct Row {
    pub contact: NewContact,
    /// Its cell as it stood in the file, shortened.
    pub written: String,
    /// What to look at, each with what stood there.
    pub remarks: Vec<(Remark, String)>,
}

/// A row that was rejected.
#[derive(Debug)]
pub(super) struct Rejected {
    pub reason: Reason,
    /// What stood there, shortened: the cell, or the row where its columns are in doubt.
    pub text: String,
}

/// What rows are read by.
pub(super) struct Rules {
    pub layout: Layout,
    pub region: Region,
    pub zones: Zones,
}

/// The contact of a record; `None` if all columns are empty, as in the last rows of spreadsheets.
pub(super) fn read(record: &Records, rules: &Rules) -> Result<Option<Row>, Rejected> {
    let Some(Fields { fields, had_nul }) = Fields::of(record)? else {
        return Ok(None);
    };
    let mut remarks = Vec::new();
    if had_nul {
        remarks.push((Remark::Nul, whole(&fields)));
    }
    let layout = &rules.layout;
    let names = layout.first_name.max(layout.last_name);
    let last = names.map_or(layout.cell, |at| at.max(layout.cell));
    if let Some(surplus) = check_columns(&fields, last, layout.columns, record.lines())? {
        remarks.push((Remark::Surplus, surplus));
    }
    let written = excerpt(field(&fields, rules.layout.cell));
    match contact(&fields, rules, &mut remarks) {
        Ok(contact) => Ok(Some(Row {
            contact,
            written,
            remarks,
        })),
        Err(reason) => Err(Rejected {
            reason,
            text: written,
        }),
    }
}

/// The fields of a record, without space around them and without NUL.
pub(super) struct Fields<'a> {
    pub fields: Vec<Cow<'a, str>>,
    pub had_nul: bool,
}

impl<'a> Fields<'a> {
    /// Those of a record whose size and letters are right; `None` if all are empty.
    pub fn of(record: &'a Records) -> Result<Option<Self>, Rejected> {
        check_size(record)?;
        let decoded: Vec<Cow<'_, str>> = record.fields().map(String::from_utf8_lossy).collect();
        let had_nul = decoded.iter().any(|field| field.contains('\0'));
        // What was not valid had to be replaced.
        let is_utf8 = decoded
            .iter()
            .all(|field| matches!(field, Cow::Borrowed(_)));
        let fields: Vec<Cow<'_, str>> = decoded
            .into_iter()
            .map(|field| match field {
                Cow::Borrowed(field) if !had_nul => Cow::Borrowed(field.trim()),
                field => Cow::Owned(field.replace('\0', "").trim().to_owned()),
            })
            .collect();
        if fields.iter().all(|field| field.is_empty()) {
            return Ok(None);
        }
        if !is_utf8 {
            return Err(rejected_row(Reason::NotUtf8, &fields));
        }
        Ok(Some(Self { fields, had_nul }))
    }
}

fn check_size(record: &Records) -> Result<(), Rejected> {
    let lines = record.lines();
    let reason = match record.excess() {
        None => return Ok(()),
        Some(Excess::Bytes) => Reason::RowTooLong {
            most: MAX_LINE_BYTES,
            lines,
        },
        Some(Excess::Columns) => Reason::TooManyColumns {
            most: MAX_COLUMNS,
            lines,
        },
    };
    Err(Rejected {
        reason,
        text: String::new(),
    })
}

/// Empty columns at the end may be left out, or be too many; `last` is the one that a row must reach, and `columns` how
/// many the header line has. Returns the text that is behind the last column.
pub(super) fn check_columns(
    fields: &[Cow<'_, str>],
    last: usize,
    columns: usize,
    lines: u64,
) -> Result<Option<String>, Rejected> {
    let is_short = fields.len() < columns;
    // A row that is short and runs over several lines has swallowed others by a quotation mark.
    if fields.len() <= last || is_short && lines > 1 {
        let reason = Reason::WrongColumns {
            fields: fields.len(),
            expected: columns,
            lines,
        };
        return Err(rejected_row(reason, fields));
    }
    let surplus = fields.get(columns..).unwrap_or_default();
    Ok(surplus
        .iter()
        .any(|field| !field.is_empty())
        .then(|| whole(surplus)))
}

fn contact(
    fields: &[Cow<'_, str>],
    rules: &Rules,
    remarks: &mut Vec<(Remark, String)>,
) -> Result<NewContact, Reason> {
    let layout = &rules.layout;
    let value = |at: usize| without_placeholder(field(fields, at));
    let name = |name, column| within(name, column, MAX_NAME_CHARS).map(str::to_owned);
    let optional = |at: Option<usize>| at.map_or("", value);
    let last_name = layout.last_name.map_or("", |at| field(fields, at));
    let (first_name, last_name) = (
        name(optional(layout.first_name), "firstName")?,
        name(last_name_without_placeholder(last_name), "lastName")?,
    );
    let cell = normalise(value(layout.cell), rules.region)?;
    let mut custom_fields = Map::new();
    for (at, column) in &layout.custom {
        let text = within(value(*at), column, MAX_FIELD_CHARS)?;
        custom_fields.insert(column.clone(), Value::from(text));
    }
    let external_id = within(
        optional(layout.external_id),
        "externalId",
        MAX_EXTERNAL_ID_CHARS,
    )?;
    let column = optional(layout.time_zone);
    let named = rules.zones.named(column);
    if named.is_none() && !column.is_empty() {
        remarks.push((Remark::UnknownZone, excerpt(column)));
    }
    let zone = named.or_else(|| rules.zones.derived(optional(layout.zip), &cell));
    Ok(NewContact {
        first_name,
        last_name,
        cell,
        zone,
        external_id: (!external_id.is_empty()).then(|| external_id.to_owned()),
        custom_fields,
    })
}

/// A field; empty if the row ends before it.
pub(super) fn field<'a>(fields: &'a [Cow<'_, str>], at: usize) -> &'a str {
    fields.get(at).map_or("", Cow::as_ref)
}

fn rejected_row(reason: Reason, fields: &[Cow<'_, str>]) -> Rejected {
    Rejected {
        reason,
        text: whole(fields),
    }
}

/// A row as a report repeats it.
fn whole(fields: &[Cow<'_, str>]) -> String {
    excerpt(fields.join(", ").trim_matches([',', ' ']))
}

pub(super) fn within<'a>(value: &'a str, column: &str, most: usize) -> Result<&'a str, Reason> {
    // Bytes are counted first, because that costs nothing.
    if value.len() > most && value.chars().count() > most {
        return Err(Reason::FieldTooLong {
            column: column.to_owned(),
            most,
        });
    }
    Ok(value)
}
