//! The announcement, for screen readers, of how much time is left to answer.

use crate::domain::Age;
use sentences::island;

/// What is read out as the automatic release comes near. It changes four times in the last ten minutes:
/// a voice that speaks every minute would be in the way of who is writing.
pub fn time_left(left: Option<Age>) -> String {
    match left {
        Some(Age(0..=60)) => island::less_than_a_minute_is_left().to_owned(),
        Some(Age(61..=120)) => island::less_than_minutes_are_left(2),
        Some(Age(121..=300)) => island::less_than_minutes_are_left(5),
        Some(Age(301..=600)) => island::less_than_minutes_are_left(10),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::time_left;
    use crate::domain::Age;

    #[test]
    fn speaks_four_times() {
        let mut texts: Vec<_> = (0..1200)
            .rev()
            .map(|left| time_left(Some(Age(left))))
            .collect();
        texts.dedup();
        assert_eq!(texts.len(), 5, "{texts:?}");
        assert_eq!((&*texts[0], &*time_left(None)), ("", ""));
    }
}
