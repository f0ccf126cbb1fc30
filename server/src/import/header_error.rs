use super::heading::MAX_NAME_CHARS;
use super::records::{MAX_COLUMNS, MAX_LINE_BYTES};
use app::domain::ContactColumn;
use app::view_models::contact_column_words;
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
    /// Required columns are missing, or columns of names that others seem to be meant for.
    #[error("{}{}", page::header_lacks_columns(&quoted(.missing.iter().copied()), .present), suggested(.guesses))]
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
    /// A column was named that the file does not have.
    #[error("{}", page::file_has_no_column(.0))]
    Absent(String),
    /// A column's name is too long.
    #[error("{}", page::column_name_is_too_long(.0, &MAX_NAME_CHARS.to_string()))]
    NameTooLong(String),
}

impl HeaderError {
    /// What to do about it where the meaning of each column can be chosen; nothing if no choice mends it.
    #[must_use]
    pub fn advice(&self) -> Option<String> {
        match self {
            Self::Missing {
                missing, guesses, ..
            } => {
                let asked =
                    page::choose_the_column(&quoted(missing.iter().map(|name| in_words(name))));
                let mut advice = vec![asked];
                for (heading, field) in guesses {
                    advice.push(page::did_you_mean(heading, in_words(field)));
                }
                // A file needs no names.
                let cell = ContactColumn::Cell.as_str();
                if guesses.iter().any(|(_, field)| *field != cell) {
                    advice.push(page::if_the_file_has_no_such_name().to_owned());
                }
                Some(advice.join(" "))
            }
            Self::Twice(heading) => Some(page::choose_one_of_this_name(heading)),
            Self::SameMeaning { one, other, field } => {
                Some(page::choose_one_of_two(one, other, in_words(field)))
            }
            Self::NameTooLong(heading) => {
                let most = MAX_NAME_CHARS.to_string();
                Some(page::ignore_the_long_name(heading, &most))
            }
            Self::Empty
            | Self::Workbook
            | Self::NotUtf8
            | Self::TooLong
            | Self::TooManyColumns
            | Self::NoNumbers { .. }
            | Self::NoOptOuts
            | Self::Absent(_) => None,
        }
    }
}

/// What a field is called where its column is chosen.
fn in_words(field: &str) -> &str {
    // They are the names of meanings.
    match field.parse::<ContactColumn>() {
        Ok(column) => contact_column_words(column),
        Err(_) => field,
    }
}

fn quoted<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names
        .into_iter()
        .map(page::quoted)
        .reduce(|one, other| page::one_or_other(&one, &other))
        .unwrap_or_default()
}

fn suggested(guesses: &[(String, &str)]) -> String {
    guesses
        .iter()
        .map(|(heading, name)| format!(" {}", page::did_you_mean(heading, name)))
        .collect()
}
