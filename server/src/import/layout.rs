//! The meaning of a file's columns.

use super::column::Column;
use super::columns::Columns;
use super::header_error::HeaderError;
use super::heading::{Field, MAX_NAME_CHARS};
use super::reason::excerpt;
use super::records::MAX_COLUMNS;

/// The maximum number of columns that an error names.
const MAX_NAMED: usize = 10;

/// The positions of a contact's fields in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub first_name: usize,
    pub last_name: usize,
    pub cell: usize,
    pub zip: Option<usize>,
    pub time_zone: Option<usize>,
    pub external_id: Option<usize>,
    /// Every other column that has a name; ZIP code, time zone and external id too, which scripts may name.
    pub custom: Vec<(usize, String)>,
    /// The number of fields in a record.
    pub columns: usize,
}

impl Layout {
    /// The layout that headings suggest.
    #[cfg(test)]
    pub fn guess(headings: &[String]) -> Result<Self, HeaderError> {
        Self::of(&Self::columns(headings, &Columns::Guessed)?)
    }

    /// Each heading, without what a program left around it, with what becomes of its column.
    pub fn columns(
        headings: &[String],
        columns: &Columns,
    ) -> Result<Vec<(String, Column)>, HeaderError> {
        let headings: Vec<String> = headings.iter().map(|heading| clean(heading)).collect();
        if let Some(unknown) = columns.unknown(&headings) {
            return Err(HeaderError::Absent(excerpt(unknown)));
        }
        let meaning = |at: usize, heading: &str| match columns.chosen(at, heading) {
            Some(column) => Column::chosen(heading, column),
            None => Column::guess(heading),
        };
        Ok(headings
            .into_iter()
            .enumerate()
            .map(|(at, heading)| {
                let column = meaning(at, &heading);
                (heading, column)
            })
            .collect())
    }

    /// The layout of columns, each a heading and what becomes of it.
    pub fn of(columns: &[(String, Column)]) -> Result<Self, HeaderError> {
        if columns.len() > MAX_COLUMNS {
            return Err(HeaderError::TooManyColumns);
        }
        if columns.iter().all(|(heading, _)| heading.is_empty()) {
            return Err(HeaderError::Empty);
        }
        let (first_name, last_name, cell) = (
            position(columns, Field::FirstName)?,
            position(columns, Field::LastName)?,
            position(columns, Field::Cell)?,
        );
        let (zip, time_zone) = (
            position(columns, Field::Zip)?,
            position(columns, Field::TimeZone)?,
        );
        let external_id = position(columns, Field::ExternalId)?;
        let custom = custom(columns)?;
        let (Some(first_name), Some(last_name), Some(cell)) = (first_name, last_name, cell) else {
            return Err(missing(columns));
        };
        Ok(Self {
            first_name,
            last_name,
            cell,
            zip,
            time_zone,
            external_id,
            custom,
            columns: columns.len(),
        })
    }
}

/// The position of the numbers in a file of opt-outs, of which nothing else is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NumberColumn {
    pub at: usize,
    /// The number of fields in a record.
    pub columns: usize,
}

impl NumberColumn {
    /// The column that headings suggest.
    pub fn guess(headings: &[String]) -> Result<Self, HeaderError> {
        let columns: Vec<_> = headings
            .iter()
            .map(|heading| {
                let heading = clean(heading);
                let column = match Field::of(&heading) {
                    Some(Field::Cell) => Column::Field(Field::Cell),
                    _ => Column::Custom,
                };
                (heading, column)
            })
            .collect();
        if columns.iter().all(|(heading, _)| heading.is_empty()) {
            return Err(HeaderError::NoOptOuts);
        }
        match position(&columns, Field::Cell)? {
            Some(at) => Ok(Self {
                at,
                columns: columns.len(),
            }),
            None => Err(HeaderError::NoNumbers {
                present: named(&columns),
            }),
        }
    }
}

/// A heading without what a program left around it.
fn clean(heading: &str) -> String {
    let heading = heading.replace(['\0', '\u{feff}'], "");
    heading.trim().trim_matches('"').trim().to_owned()
}

/// Where a field's column is. Two of them are one too many: which is meant is not for Baton to decide.
fn position(columns: &[(String, Column)], field: Field) -> Result<Option<usize>, HeaderError> {
    let mut found = columns
        .iter()
        .enumerate()
        .filter(|(_, (_, column))| *column == Column::Field(field));
    let Some((first, (heading, _))) = found.next() else {
        return Ok(None);
    };
    match found.next() {
        None => Ok(Some(first)),
        Some((_, (other, _))) if other.eq_ignore_ascii_case(heading) => {
            Err(HeaderError::Twice(excerpt(heading)))
        }
        Some((_, (other, _))) => Err(HeaderError::SameMeaning {
            one: excerpt(heading),
            other: excerpt(other),
            field: field.name(),
        }),
    }
}

fn custom(columns: &[(String, Column)]) -> Result<Vec<(usize, String)>, HeaderError> {
    let mut custom: Vec<(usize, String)> = Vec::new();
    for (at, (heading, column)) in columns.iter().enumerate() {
        let is_custom = match column {
            Column::Custom => true,
            Column::Field(field) => !field.is_required() && !heading.is_empty(),
            Column::Ignored => false,
        };
        if !is_custom {
            continue;
        }
        if heading.chars().count() > MAX_NAME_CHARS {
            return Err(HeaderError::NameTooLong(excerpt(heading)));
        }
        if custom.iter().any(|(_, other)| other == heading) {
            return Err(HeaderError::Twice(excerpt(heading)));
        }
        custom.push((at, heading.clone()));
    }
    Ok(custom)
}

/// The headings of columns, as an error names them.
fn named(columns: &[(String, Column)]) -> String {
    let mut named = columns
        .iter()
        .take(MAX_NAMED)
        .map(|(heading, _)| excerpt(heading))
        .collect::<Vec<_>>()
        .join(", ");
    if columns.len() > MAX_NAMED {
        named += ", …";
    }
    named
}

fn missing(columns: &[(String, Column)]) -> HeaderError {
    let fields: Vec<Field> = Field::ALL
        .into_iter()
        .filter(|field| field.is_required())
        .filter(|field| {
            !columns
                .iter()
                .any(|(_, column)| *column == Column::Field(*field))
        })
        .collect();
    let others = || {
        columns
            .iter()
            .filter(|(_, column)| *column == Column::Custom)
            .map(|(heading, _)| heading.as_str())
    };
    HeaderError::Missing {
        missing: fields.iter().map(|field| field.name()).collect(),
        present: named(columns),
        guesses: fields
            .iter()
            .filter_map(|field| Some((excerpt(field.guess(others())?), field.name())))
            .collect(),
    }
}

#[cfg(test)]
mod tests;
