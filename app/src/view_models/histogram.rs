//! What stands at the columns of a histogram of idle times.

use crate::domain::{Age, IdleBucket};
use crate::number::format_number;

/// What stands below the left edge of a column; there is room for little.
pub(super) fn label(from: Age) -> String {
    let (number, unit) = match from.minutes() {
        0 => return "0".to_owned(),
        minutes @ 1..60 => (minutes, " m"),
        minutes @ 60..1440 => (minutes / 60, " h"),
        minutes => (minutes / 1440, " d"),
    };
    [number.to_string().as_str(), unit].concat()
}

/// A row of its table as HTML, nothing but numbers and our own words in it; none for an empty column.
pub(super) fn row(bucket: &IdleBucket) -> String {
    if bucket.conversations == 0 {
        return String::new();
    }
    let number = format_number(bucket.conversations);
    let parts = [
        "<tr><th scope=row>",
        &span(bucket),
        "</th><td>",
        &number,
        "</td></tr>",
    ];
    parts.concat()
}

/// `5 min to 15 min`; the last one is open: `1 d and longer`.
fn span(bucket: &IdleBucket) -> String {
    let from = match bucket.from.0 {
        0 => "0 min".to_owned(),
        _ => bucket.from.to_string(),
    };
    match bucket.until {
        Some(until) => [&from, " to ", &until.to_string()].concat(),
        None => from + " and longer",
    }
}

#[cfg(test)]
mod tests {
    use super::span;
    use crate::domain::{Age, IdleBucket};

    #[test]
    fn says_from_when_to_when() {
        let words = |from, until: Option<u32>| {
            span(&IdleBucket {
                from: Age(from),
                until: until.map(Age),
                conversations: 1,
            })
        };
        assert_eq!(words(0, Some(300)), "0 min to 5 min");
        assert_eq!(words(86_400, None), "1 d and longer");
    }
}
