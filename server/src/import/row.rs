//! The conversion of a record to a contact.

use super::cell::normalise;
use super::header::{Header, MAX_COLUMNS, MAX_LINE_BYTES};
use super::reason::Reason;
use super::records::{Excess, Records};
use super::region::Region;
use serde_json::{Map, Value};
use server_store::contacts::NewContact;

/// The maximum length of a first or last name, in characters.
const MAX_NAME_CHARS: usize = 200;
/// The maximum length of a custom field, in characters.
const MAX_FIELD_CHARS: usize = 5_000;

/// The contact of a record; `None` if all columns are empty, as in the last rows of spreadsheets.
pub(super) fn read(
    record: &Records,
    header: &Header,
    region: Region,
) -> Result<Option<NewContact>, Reason> {
    let lines = record.lines();
    match record.excess() {
        Some(Excess::Bytes) => {
            return Err(Reason::RowTooLong {
                most: MAX_LINE_BYTES,
                lines,
            });
        }
        Some(Excess::Columns) => {
            return Err(Reason::TooManyColumns {
                most: MAX_COLUMNS,
                lines,
            });
        }
        None => {}
    }
    let fields: Vec<&str> = record
        .fields()
        .map(|field| std::str::from_utf8(field).map(str::trim))
        .collect::<Result<_, _>>()
        .map_err(|_| Reason::NotUtf8)?;
    if fields.iter().all(|field| field.is_empty()) {
        return Ok(None);
    }
    if fields.len() != header.columns {
        return Err(Reason::WrongColumns {
            fields: fields.len(),
            expected: header.columns,
            lines,
        });
    }
    if fields.iter().any(|field| field.contains('\0')) {
        return Err(Reason::NotText);
    }
    let name = |at: usize, column| within(fields[at], column, MAX_NAME_CHARS).map(str::to_owned);
    let (first_name, last_name) = (
        name(header.first_name, "firstName")?,
        name(header.last_name, "lastName")?,
    );
    let cell = normalise(fields[header.cell], region)?;
    let mut custom_fields = Map::new();
    for (at, column) in &header.custom {
        let value = within(fields[*at], column, MAX_FIELD_CHARS)?;
        custom_fields.insert(column.clone(), Value::from(value));
    }
    Ok(Some(NewContact {
        first_name,
        last_name,
        cell,
        custom_fields,
    }))
}

fn within<'a>(value: &'a str, column: &str, most: usize) -> Result<&'a str, Reason> {
    // Bytes are counted first, because that costs nothing.
    if value.len() > most && value.chars().count() > most {
        return Err(Reason::FieldTooLong {
            column: column.to_owned(),
            most,
        });
    }
    Ok(value)
}
