//! The parsers of form fields that several forms of administration share: each gives the value, or adds the
//! sentence that says what would be valid.

use crate::field_errors::FieldErrors;
use sentences::page;

/// A text that must not be empty, without the space around it.
pub fn title(errors: &mut FieldErrors, field: &str, input: &str, max_length: usize) -> String {
    let text = input.trim();
    match text.chars().count() {
        0 => errors.add(field, page::title_is_missing()),
        length if length > max_length => {
            let (most, length) = (max_length.to_string(), length.to_string());
            errors.add(field, &page::title_is_too_long(&most, &length));
        }
        _ => {}
    }
    text.to_owned()
}

/// A whole number from `min` to `max`.
pub fn number(errors: &mut FieldErrors, field: &str, input: &str, min: i32, max: i32) -> i32 {
    match input.trim().parse() {
        Ok(number) if (min..=max).contains(&number) => number,
        _ => {
            let (from, to) = (min.to_string(), max.to_string());
            errors.add(field, &page::number_is_not_valid(&from, &to));
            min
        }
    }
}

/// A limit, or nothing for none.
pub fn limit(errors: &mut FieldErrors, field: &str, input: &str) -> Option<i32> {
    if input.trim().is_empty() {
        return None;
    }
    match input.trim().parse() {
        Ok(limit) if (1..=100_000).contains(&limit) => Some(limit),
        _ => {
            errors.add(field, page::limit_is_not_valid());
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{limit, number, title};
    use crate::field_errors::FieldErrors;

    #[test]
    fn what_is_valid_is_read() {
        let mut errors = FieldErrors::default();
        assert_eq!(title(&mut errors, "title", " Legal ", 5), "Legal");
        assert_eq!(number(&mut errors, "number", " 25 ", 1, 1000), 25);
        assert_eq!(limit(&mut errors, "limit", " "), None);
        assert_eq!(limit(&mut errors, "limit", "100000"), Some(100_000));
        assert!(errors.is_empty());
    }

    #[test]
    fn what_is_not_has_a_sentence() {
        for input in ["", "  ", "longer"] {
            let mut errors = FieldErrors::default();
            title(&mut errors, "title", input, 5);
            assert!(errors.of("title").is_some(), "{input}");
        }
        for input in ["", "0", "-1", "1001", "2.5", "many", "99999999999"] {
            let mut errors = FieldErrors::default();
            number(&mut errors, "number", input, 1, 1000);
            assert!(errors.of("number").is_some(), "{input}");
        }
        for input in ["0", "-1", "100001", "2.5", "many"] {
            let mut errors = FieldErrors::default();
            assert_eq!(limit(&mut errors, "limit", input), None);
            assert!(errors.of("limit").is_some(), "{input}");
        }
    }
}
