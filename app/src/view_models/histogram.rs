//! What stands at the columns of a histogram of idle times.

use crate::domain::{Age, IdleBucket};
use sentences::page;

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

/// What is in a column: `5 min to 15 min: 1,200`; the last one is open: `1 d and longer: 3`. Nothing of an empty one.
pub(super) fn span(bucket: &IdleBucket) -> Option<String> {
    let from = match bucket.from.0 {
        0 => "0 min".to_owned(),
        _ => bucket.from.to_string(),
    };
    let count = bucket.conversations;
    (count > 0).then(|| match bucket.until {
        Some(until) => page::waited_between(&from, &until.to_string(), count),
        None => page::waited_longer(&from, count),
    })
}

#[cfg(test)]
mod tests {
    use super::span;
    use crate::domain::{Age, IdleBucket};

    #[test]
    fn says_how_many_from_when_to_when() {
        let words = |from, until: Option<u32>, conversations| {
            span(&IdleBucket {
                from: Age(from),
                until: until.map(Age),
                conversations,
            })
        };
        let words_of_first = words(0, Some(300), 1200);
        assert_eq!(words_of_first.as_deref(), Some("0 min to 5 min: 1,200"));
        let words_of_last = words(86_400, None, 3);
        assert_eq!(words_of_last.as_deref(), Some("1 d and longer: 3"));
        assert_eq!(words(300, Some(900), 0), None);
    }
}
