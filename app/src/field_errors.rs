//! The errors of a form, field by field.

use sentences::admin;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The fields of a form that are not valid, each with the sentence that stands beside it. One string, a
/// line a field, because all of it goes through an address, and through the bundle as well.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(String);

impl FieldErrors {
    /// One field and its sentence.
    pub fn one(field: &str, sentence: &str) -> Self {
        let mut errors = Self::default();
        errors.add(field, sentence);
        errors
    }

    /// Adds a field and its sentence.
    pub fn add(&mut self, field: &str, sentence: &str) {
        for part in [field, "\t", sentence, "\n"] {
            self.0.push_str(part);
        }
    }

    /// The sentence of a field, if it is not valid.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .find_map(|(name, sentence)| (name == field).then_some(sentence))
    }

    /// The sentences alone, for who has no form beside which they could stand.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        let lines = self.0.lines().filter_map(|line| line.split_once('\t'));
        lines.map(|(_, sentence)| sentence)
    }

    /// Whether this is the only field that is not valid.
    pub fn is_only(&self, field: &str) -> bool {
        let mut lines = self.0.lines();
        lines
            .next()
            .and_then(|line| line.split_once('\t'))
            .is_some_and(|(name, _)| name == field)
            && lines.next().is_none()
    }

    /// Whether every field is valid.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(admin::correct_the_marked_fields())
    }
}

#[cfg(test)]
mod tests {
    use super::FieldErrors;

    #[test]
    fn each_field_has_its_sentence() {
        let mut errors = FieldErrors::one("title", "A title is missing.");
        assert!(errors.is_only("title") && !errors.is_only("priority"));
        errors.add("priority", "A priority is a whole number.");
        assert_eq!(errors.of("title"), Some("A title is missing."));
        assert_eq!(errors.of("priority"), Some("A priority is a whole number."));
        assert_eq!(errors.of("tit"), None);
        let sentences: Vec<&str> = errors.sentences().collect();
        assert_eq!(
            sentences,
            ["A title is missing.", "A priority is a whole number."]
        );
        assert!(!errors.is_only("title") && !FieldErrors::default().is_only("title"));
        assert!(!errors.is_empty() && FieldErrors::default().is_empty());
    }
}
