//! Why a row was not taken.

/// The most of a field that a reason repeats, in characters.
const EXCERPT_CHARS: usize = 40;

/// Why a row was rejected. Its display is the sentence in the report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Reason {
    /// Nothing in the column `cell`.
    #[error("The cell is missing.")]
    MissingCell,
    /// Something else in the column `cell`.
    #[error("“{0}” is not a phone number.")]
    NotAPhoneNumber(String),
    /// It is written like a number, but no numbering plan has it.
    #[error("“{0}” cannot exist: it has too few or too many digits, or begins as no number does.")]
    ImpossibleNumber(String),
    /// A separator too many or too few, or a quotation mark that is not closed.
    #[error("The row has {} where the header line has {expected}{}.", columns(*.found), over(*.lines))]
    WrongColumns {
        found: usize,
        expected: usize,
        lines: u64,
    },
    /// Many more columns than any file has.
    #[error("The row has more than {most} columns{}.", over(*.lines))]
    TooManyColumns { most: usize, lines: u64 },
    /// In another encoding.
    #[error("The row is not UTF-8 text. Save the file as “CSV UTF-8” and import it again.")]
    NotUtf8,
    /// NUL, which neither PostgreSQL nor a text message can hold.
    #[error("The row holds a character that is no text (NUL).")]
    NotText,
    /// More than a column takes.
    #[error("“{column}” is longer than {most} characters.")]
    FieldTooLong { column: String, most: usize },
    /// More than a row takes.
    #[error("The row is longer than {} kB{}.", .most / 1024, over(*.lines))]
    RowTooLong { most: usize, lines: u64 },
}

/// As much of a field as a sentence can repeat, on one line.
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

/// A row over several lines is most often a quotation mark without its second one.
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
                found: 1,
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
