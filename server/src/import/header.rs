//! The header line, by which columns are found.

use super::reason::excerpt;
use sentences::page;

/// The maximum length of the header line and of a row, in bytes.
pub(super) const MAX_LINE_BYTES: usize = 64 * 1024;
/// The maximum number of columns of a file.
pub(super) const MAX_COLUMNS: usize = 250;
/// The maximum length of a custom field's name, in characters.
const MAX_NAME_CHARS: usize = 100;
/// The maximum number of columns that an error names.
const MAX_NAMED: usize = 10;

/// The positions of a contact's fields in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub first_name: usize,
    pub last_name: usize,
    pub cell: usize,
    /// Every other column that has a name.
    pub custom: Vec<(usize, String)>,
    /// The number of fields in a record.
    pub columns: usize,
}

/// The reason why a header line is invalid. Its display says how to correct the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    /// The file has no line with text.
    #[error("{}", page::file_is_empty())]
    Empty,
    /// UTF-16, which Excel calls “Unicode text”.
    #[error("{}", page::file_is_utf16())]
    Utf16,
    /// Not UTF-8.
    #[error("{}", page::header_is_not_utf8())]
    NotUtf8,
    /// Longer than [`MAX_LINE_BYTES`].
    #[error("{}", page::header_is_too_long(&(MAX_LINE_BYTES / 1024).to_string()))]
    TooLong,
    /// More than [`MAX_COLUMNS`] columns.
    #[error("{}", page::file_has_too_many_columns(&MAX_COLUMNS.to_string()))]
    TooManyColumns,
    /// Required columns are missing.
    #[error("{}", page::header_lacks_columns(&quoted(.missing), .present))]
    Missing {
        /// The names of the missing columns.
        missing: Vec<&'static str>,
        /// The names of the columns in the file.
        present: String,
    },
    /// Two columns have the same meaning.
    #[error("{}", page::column_is_named_twice(.0))]
    Twice(String),
    /// A column's name is invalid.
    #[error("{}", page::column_name_is_too_long(.0, &MAX_NAME_CHARS.to_string()))]
    NameTooLong(String),
}

impl Header {
    /// From the fields of the first record.
    pub fn read<'a>(fields: impl Iterator<Item = &'a [u8]>) -> Result<Self, HeaderError> {
        let mut positions = [None; 3];
        let mut custom: Vec<(usize, String)> = Vec::new();
        let mut names = Vec::new();
        for (at, field) in fields.enumerate() {
            let name = std::str::from_utf8(field)
                .map_err(|_| HeaderError::NotUtf8)?
                .trim();
            names.push(name);
            if let Some(which) = REQUIRED.iter().position(|required| same(required, name)) {
                if positions[which].replace(at).is_some() {
                    return Err(HeaderError::Twice(REQUIRED[which].to_owned()));
                }
            } else if !name.is_empty() {
                if name.chars().count() > MAX_NAME_CHARS || name.contains('\0') {
                    return Err(HeaderError::NameTooLong(excerpt(name)));
                }
                if custom.iter().any(|(_, other)| other == name) {
                    return Err(HeaderError::Twice(excerpt(name)));
                }
                custom.push((at, name.to_owned()));
            }
        }
        let [Some(first_name), Some(last_name), Some(cell)] = positions else {
            return Err(missing(&positions, &names));
        };
        Ok(Self {
            first_name,
            last_name,
            cell,
            custom,
            columns: names.len(),
        })
    }
}

const REQUIRED: [&str; 3] = ["firstName", "lastName", "cell"];

/// `First Name`, `first_name` and `firstName` are the same column.
fn same(required: &str, name: &str) -> bool {
    let letters = name
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-'));
    letters
        .flat_map(char::to_lowercase)
        .eq(required.chars().flat_map(char::to_lowercase))
}

fn missing(positions: &[Option<usize>; 3], names: &[&str]) -> HeaderError {
    let missing = REQUIRED
        .into_iter()
        .zip(positions)
        .filter(|(_, position)| position.is_none())
        .map(|(name, _)| name)
        .collect();
    if names.iter().all(|name| name.is_empty()) {
        return HeaderError::Empty;
    }
    let mut listed = names
        .iter()
        .take(MAX_NAMED)
        .map(|name| excerpt(name))
        .collect::<Vec<_>>()
        .join(", ");
    if names.len() > MAX_NAMED {
        listed += ", …";
    }
    HeaderError::Missing {
        missing,
        present: listed,
    }
}

fn quoted(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("“{name}”"))
        .reduce(|one, other| page::one_or_other(&one, &other))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Header, HeaderError};

    fn read(line: &str) -> Result<Header, HeaderError> {
        Header::read(line.split(',').map(str::as_bytes))
    }

    #[test]
    fn finds_its_columns_in_any_order_case_and_spacing() {
        for line in [
            "zip,cell,firstName,lastName,,Näme",
            "zip, CELL ,First Name,last_name,,Näme",
        ] {
            let header = read(line).unwrap();
            assert_eq!(
                (
                    header.first_name,
                    header.last_name,
                    header.cell,
                    header.columns
                ),
                (2, 3, 1, 6)
            );
            assert_eq!(
                header.custom,
                [(0, "zip".to_owned()), (5, "Näme".to_owned())]
            );
        }
    }

    #[test]
    fn names_what_is_missing() {
        let sentence = read("firstName,phone").unwrap_err().to_string();
        assert_eq!(
            sentence,
            "The header line has no column “lastName” or “cell”. \
             It has to name firstName, lastName and cell; it names firstName, phone."
        );
        assert_eq!(read(",,"), Err(HeaderError::Empty));
    }

    #[test]
    fn refuses_two_columns_of_one_name() {
        assert_eq!(
            read("firstName,lastName,cell,Cell"),
            Err(HeaderError::Twice("cell".into()))
        );
        assert_eq!(
            read("firstName,lastName,cell,zip,zip"),
            Err(HeaderError::Twice("zip".into()))
        );
        assert!(
            read("firstName,lastName,cell,zip,Zip").is_ok(),
            "custom fields differ by case"
        );
    }
}
