use super::heading::MAX_NAME_CHARS;
use super::records::{MAX_COLUMNS, MAX_LINE_BYTES};
use sentences::page;

/// The reason why a header line is invalid. Its display says how to correct the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    /// The file has no line with text.
    #[error("{}", page::file_is_empty())]
    Empty,
    /// A spreadsheet as its program keeps it, not a CSV file.
    #[error("{}", page::file_is_a_workbook())]
    Workbook,
    /// Bytes that are wrong in the encoding of the file.
    #[error("{}", page::header_is_not_utf8())]
    NotUtf8,
    /// Longer than a line may be.
    #[error("{}", page::header_is_too_long(&(MAX_LINE_BYTES / 1024).to_string()))]
    TooLong,
    /// More columns than a file may have.
    #[error("{}", page::file_has_too_many_columns(&MAX_COLUMNS.to_string()))]
    TooManyColumns,
    /// Required columns are missing.
    #[error("{}{}", page::header_lacks_columns(&quoted(.missing), .present), suggested(.guesses))]
    Missing {
        /// The names of the missing columns.
        missing: Vec<&'static str>,
        /// The names of the columns in the file.
        present: String,
        /// Columns that were probably meant, each with the missing one.
        guesses: Vec<(String, &'static str)>,
    },
    /// A file of opt-outs names no column of numbers.
    #[error("{}", page::header_lacks_numbers(.present))]
    NoNumbers {
        /// The names of the columns in the file.
        present: String,
    },
    /// A file of opt-outs has no line with text.
    #[error("{}", page::opt_out_file_is_empty())]
    NoOptOuts,
    /// Two columns have the same name.
    #[error("{}", page::column_is_named_twice(.0))]
    Twice(String),
    /// Two columns of different names have the same meaning.
    #[error("{}", page::columns_mean_the_same(.one, .other, .field))]
    SameMeaning {
        /// The heading of the first.
        one: String,
        /// The heading of the second.
        other: String,
        /// The name of what both may be.
        field: &'static str,
    },
    /// A column's name is too long.
    #[error("{}", page::column_name_is_too_long(.0, &MAX_NAME_CHARS.to_string()))]
    NameTooLong(String),
}

fn quoted(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("“{name}”"))
        .reduce(|one, other| page::one_or_other(&one, &other))
        .unwrap_or_default()
}

fn suggested(guesses: &[(String, &str)]) -> String {
    guesses
        .iter()
        .map(|(heading, name)| format!(" {}", page::did_you_mean(heading, name)))
        .collect()
}
