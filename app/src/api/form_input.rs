//! The parsers of form fields that several forms of administration share: each gives the value, or adds the
//! sentence that says what would be valid.

use crate::domain::{MAX_DESCRIPTION_CHARACTERS, TimeOfDay, is_visible_text};
use crate::field_errors::FieldErrors;
use sentences::page;

/// A text that can be read, so that a link has a name, without the space around it.
pub fn title(errors: &mut FieldErrors, field: &str, input: &str, max_length: usize) -> String {
    let text = input.trim();
    match text.chars().count() {
        0 => errors.add(field, page::title_is_missing()),
        length if length > max_length => {
            let (most, length) = (sentences::size(max_length), sentences::size(length));
            errors.add(field, &page::title_is_too_long(&most, &length));
        }
        _ if !is_visible_text(text) => errors.add(field, page::title_cannot_be_read()),
        _ => {}
    }
    text.to_owned()
}

/// What may be empty, without the space around it.
pub fn description(errors: &mut FieldErrors, field: &str, input: &str) -> String {
    let text = input.trim();
    let length = text.chars().count();
    if length > MAX_DESCRIPTION_CHARACTERS {
        let most = sentences::size(MAX_DESCRIPTION_CHARACTERS);
        let length = sentences::size(length);
        errors.add(field, &page::description_is_too_long(&most, &length));
    }
    text.to_owned()
}

/// A whole number from `min` to `max`.
pub fn number(errors: &mut FieldErrors, field: &str, input: &str, min: i32, max: i32) -> i32 {
    match input.trim().parse() {
        Ok(number) if (min..=max).contains(&number) => number,
        _ => {
            let shown = |limit: i32| sentences::number(limit.unsigned_abs());
            let (from, to) = (shown(min), shown(max));
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

/// Two times of day, `texting_from` and `texting_until`, of which the first comes first.
pub fn texting_hours(
    errors: &mut FieldErrors,
    from: &str,
    until: &str,
) -> Option<(TimeOfDay, TimeOfDay)> {
    let mut time = |field, text: &str| {
        let time = text.trim().parse::<TimeOfDay>().ok();
        if time.is_none() {
            errors.add(field, page::time_of_day_is_not_valid());
        }
        time
    };
    let (from, until) = (time("texting_from", from), time("texting_until", until));
    let (from, until) = from.zip(until)?;
    if from >= until {
        errors.add("texting_until", page::texting_hours_end_first());
        return None;
    }
    Some((from, until))
}

#[cfg(test)]
mod tests {
    use super::{description, limit, number, texting_hours, title};
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
    fn texting_hours_end_after_they_begin() {
        let mut errors = FieldErrors::default();
        let (from, until) = texting_hours(&mut errors, " 9:00", "24:00").unwrap();
        assert_eq!((from.as_str(), until.as_str()), ("09:00", "24:00"));
        assert!(errors.is_empty());
        for (from, until, field) in [
            ("nine", "21:00", "texting_from"),
            ("09:00", "25:00", "texting_until"),
            ("21:00", "09:00", "texting_until"),
            ("09:00", "09:00", "texting_until"),
        ] {
            let mut errors = FieldErrors::default();
            assert_eq!(texting_hours(&mut errors, from, until), None);
            assert!(errors.of(field).is_some(), "{from} {until}");
        }
    }

    #[test]
    fn a_description_that_is_too_long_is_not_called_a_title() {
        let mut errors = FieldErrors::default();
        description(&mut errors, "description", &"é".repeat(501));
        let sentence = errors.of("description").unwrap();
        assert!(sentence.starts_with("A description can have"), "{sentence}");
    }

    #[test]
    fn what_is_not_has_a_sentence() {
        for input in ["", "  ", "longer", "-", "\u{200B}", "\u{202E}\u{200B}"] {
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
