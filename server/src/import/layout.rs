//! The meaning of a file's columns.

use super::column::Column;
use super::columns::Columns;
use super::header_error::HeaderError;
use super::heading::{Field, MAX_NAME_CHARS};
use super::reason::excerpt;
use super::records::MAX_COLUMNS;
use sentences::page;

/// The maximum number of columns that an error names.
const MAX_NAMED: usize = 10;

/// The positions of a contact's fields in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub first_name: Option<usize>,
    pub last_name: Option<usize>,
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
        let missing = missing(columns);
        let (Some(cell), true) = (cell, missing.is_empty()) else {
            return Err(lacks(columns, &missing));
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

    /// What to know before the file is imported: of which names it has no column.
    pub fn note(&self) -> Option<&'static str> {
        match (self.first_name, self.last_name) {
            (Some(_), Some(_)) => None,
            (None, Some(_)) => Some(page::no_column_for_first_names()),
            (Some(_), None) => Some(page::no_column_for_last_names()),
            (None, None) => Some(page::no_column_for_names()),
        }
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
            Column::Field(field) => field.is_custom_too() && !heading.is_empty(),
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

/// The fields whose column has to be said: those that a file must have, and names that a heading may have been meant for.
fn missing(columns: &[(String, Column)]) -> Vec<Field> {
    let is_there = |field: Field| {
        let mut meanings = columns.iter().map(|(_, column)| column);
        meanings.any(|column| *column == Column::Field(field))
    };
    let is_meant = |field: Field| field.guess(custom_headings(columns)).is_some();
    Field::ALL
        .into_iter()
        .filter(|field| !is_there(*field))
        .filter(|field| field.is_required() || field.is_name() && is_meant(*field))
        .collect()
}

/// The headings that mean no field.
fn custom_headings(columns: &[(String, Column)]) -> impl Iterator<Item = &str> {
    columns
        .iter()
        .filter(|(_, column)| *column == Column::Custom)
        .map(|(heading, _)| heading.as_str())
}

fn lacks(columns: &[(String, Column)], missing: &[Field]) -> HeaderError {
    HeaderError::Missing {
        missing: missing.iter().map(|field| field.name()).collect(),
        present: named(columns),
        guesses: missing
            .iter()
            .filter_map(|field| {
                let heading = field.guess(custom_headings(columns))?;
                Some((excerpt(heading), field.name()))
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests;
