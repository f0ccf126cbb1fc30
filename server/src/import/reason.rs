//! The reasons why rows are rejected.

use sentences::page;

/// The maximum length of a field in a reason, in characters.
const EXCERPT_CHARS: usize = 40;

/// The reason why a row was rejected. Its display is the sentence in the report, in the language of who imports.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Reason {
    /// The column `cell` is empty.
    #[error("{}", page::cell_is_missing())]
    MissingCell,
    /// The column `cell` has no phone number.
    #[error("{}", page::is_no_phone_number(.0))]
    NotAPhoneNumber(String),
    /// The number belongs to no numbering plan.
    #[error("{}", page::number_cannot_exist(.0))]
    ImpossibleNumber(String),
    /// The number of fields is wrong, by a separator or an unclosed quotation mark.
    #[error("{}", wrong_columns(*.fields, *.expected, *.lines))]
    WrongColumns {
        fields: usize,
        expected: usize,
        lines: u64,
    },
    /// More than `MAX_COLUMNS` fields.
    #[error("{}", too_many_columns(*.most, *.lines))]
    TooManyColumns { most: usize, lines: u64 },
    /// Not UTF-8.
    #[error("{}", page::row_is_not_utf8())]
    NotUtf8,
    /// A NUL, which PostgreSQL cannot store.
    #[error("{}", page::row_is_not_text())]
    NotText,
    /// A field is too long.
    #[error("{}", page::field_is_too_long(.column, &.most.to_string()))]
    FieldTooLong { column: String, most: usize },
    /// The row is too long.
    #[error("{}", too_long(*.most, *.lines))]
    RowTooLong { most: usize, lines: u64 },
}

/// A field as a sentence quotes it: shortened, and on one line.
pub(super) fn excerpt(text: &str) -> String {
    let line: String = text
        .chars()
        .take(EXCERPT_CHARS)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(EXCERPT_CHARS).is_some() {
        line + "…"
    } else {
        line
    }
}

// A row over several lines mostly has an unclosed quotation mark, so that is hinted at.

fn wrong_columns(fields: usize, expected: usize, lines: u64) -> String {
    // Both are at most `MAX_COLUMNS`.
    let (fields, expected) = (fields as u32, expected as u32);
    match lines {
        0 | 1 => page::row_has_other_columns(fields, expected),
        lines => page::row_over_lines_has_other_columns(fields, expected, &lines.to_string()),
    }
}

fn too_many_columns(most: usize, lines: u64) -> String {
    let most = most.to_string();
    match lines {
        0 | 1 => page::row_has_too_many_columns(&most),
        lines => page::row_over_lines_has_too_many_columns(&most, &lines.to_string()),
    }
}

fn too_long(most: usize, lines: u64) -> String {
    let most = (most / 1024).to_string();
    match lines {
        0 | 1 => page::row_is_too_long(&most),
        lines => page::row_over_lines_is_too_long(&most, &lines.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Reason, excerpt};
    use sentences::Language;

    #[test]
    fn a_row_over_several_lines_hints_at_the_quotation_mark() {
        let reason = |lines| {
            Reason::WrongColumns {
                fields: 1,
                expected: 3,
                lines,
            }
            .to_string()
        };
        assert_eq!(
            reason(1),
            "The row has 1 column where the header line has 3."
        );
        assert!(reason(4).contains("over 4 lines; perhaps a quotation mark"));
    }

    #[tokio::test]
    async fn is_said_in_the_language_of_who_imports() {
        let reason = async { Reason::MissingCell.to_string() };
        let said = sentences::scope(Language::Spanish, reason).await;
        assert_eq!(said, "Falta el número de celular.");
    }

    #[test]
    fn repeats_a_field_on_one_line_and_not_all_of_it() {
        assert_eq!(excerpt("a\nb\0c"), "a b c");
        assert_eq!(excerpt(&"é".repeat(41)), "é".repeat(40) + "…");
    }
}
