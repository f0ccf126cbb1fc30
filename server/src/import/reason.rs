//! The reasons why rows are rejected.

/// The maximum length of a field in a reason, in characters.
const EXCERPT_CHARS: usize = 40;

/// The reason why a row was rejected. Its display is the sentence in the report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Reason {
    /// The column `cell` is empty.
    #[error("The cell is missing.")]
    MissingCell,
    /// The column `cell` has no phone number.
    #[error("“{0}” is not a phone number.")]
    NotAPhoneNumber(String),
    /// The number belongs to no numbering plan.
    #[error("“{0}” cannot exist: it has too few or too many digits, or begins as no number does.")]
    ImpossibleNumber(String),
    /// The number of fields is wrong, by a separator or an unclosed quotation mark.
    #[error("The row has {} where the header line has {expected}{}.", columns(*.fields), over(*.lines))]
    WrongColumns {
        fields: usize,
        expected: usize,
        lines: u64,
    },
    /// More than `MAX_COLUMNS` fields.
    #[error("The row has more than {most} columns{}.", over(*.lines))]
    TooManyColumns { most: usize, lines: u64 },
    /// Not UTF-8.
    #[error("The row is not UTF-8 text. Save the file as “CSV UTF-8” and import it again.")]
    NotUtf8,
    /// A NUL, which PostgreSQL cannot store.
    #[error("The row holds a character that is no text (NUL).")]
    NotText,
    /// A field is too long.
    #[error("“{column}” is longer than {most} characters.")]
    FieldTooLong { column: String, most: usize },
    /// The row is too long.
    #[error("The row is longer than {} kB{}.", .most / 1024, over(*.lines))]
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

fn columns(count: usize) -> String {
    match count {
        1 => "1 column".to_owned(),
        count => format!("{count} columns"),
    }
}

/// A hint for a row over several lines, which mostly has an unclosed quotation mark.
fn over(lines: u64) -> String {
    match lines {
        0 | 1 => String::new(),
        lines => {
            format!(", and runs over {lines} lines; perhaps a quotation mark is never closed")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Reason, excerpt};

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

    #[test]
    fn repeats_a_field_on_one_line_and_not_all_of_it() {
        assert_eq!(excerpt("a\nb\0c"), "a b c");
        assert_eq!(excerpt(&"é".repeat(41)), "é".repeat(40) + "…");
    }
}
