//! The reasons why rows are rejected, or taken with a remark.

use sentences::page;

/// The maximum length of what a report repeats of the file, in characters.
const EXCERPT_CHARS: usize = 40;

/// The reason why a row was rejected. Its display is the sentence in the report, in the language of who imports; what
/// stood in the row is reported beside it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Reason {
    /// The column `cell` is empty.
    #[error("{}", page::cell_is_missing())]
    MissingCell,
    /// The column `cell` has no phone number.
    #[error("{}", page::is_no_phone_number())]
    NotAPhoneNumber,
    /// The number belongs to no numbering plan.
    #[error("{}", page::number_cannot_exist())]
    ImpossibleNumber,
    /// A spreadsheet took it for a quantity, and left out digits.
    #[error("{}", page::number_was_rounded())]
    Rounded,
    /// Behind it stands an extension, which cannot be texted.
    #[error("{}", page::number_has_an_extension())]
    Extension,
    /// Two numbers stand in the cell.
    #[error("{}", page::cell_has_two_numbers())]
    TwoNumbers,
    /// Letters stand between its digits, or in their place.
    #[error("{}", page::number_has_letters())]
    Letters,
    /// Seven digits, which only the neighbours can dial.
    #[error("{}", page::number_lacks_its_area_code())]
    NoAreaCode,
    /// No place has this area code.
    #[error("{}", page::area_code_is_unknown(.0))]
    UnknownAreaCode(String),
    /// Toll-free.
    #[error("{}", page::number_is_toll_free())]
    TollFree,
    /// Premium rate, or of shared cost.
    #[error("{}", page::number_is_premium_rate())]
    PremiumRate,
    /// A pager, a voice mailbox, or another service.
    #[error("{}", page::number_is_a_service())]
    NobodysCell,
    /// A number of another country, by its letters or its code.
    #[error("{}", page::number_is_foreign(.0))]
    Foreign(String),
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
    /// Bytes that are wrong in the encoding of the file.
    #[error("{}", page::row_is_not_utf8())]
    NotUtf8,
    /// A field is too long.
    #[error("{}", page::field_is_too_long(.column, &sentences::size(*.most)))]
    FieldTooLong { column: String, most: usize },
    /// The row is too long.
    #[error("{}", too_long(*.most, *.lines))]
    RowTooLong { most: usize, lines: u64 },
}

/// Something to look at in a row that was taken nevertheless.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Remark {
    /// Text behind the last column, which was left out.
    #[error("{}", page::row_has_text_behind_its_columns())]
    Surplus,
    /// NUL, which PostgreSQL cannot store, and which was left out.
    #[error("{}", page::row_had_nul())]
    Nul,
    /// The column of time zones names none.
    #[error("{}", page::zone_of_row_is_unknown())]
    UnknownZone,
}

/// A field as a report repeats it: shortened, and on one line.
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
