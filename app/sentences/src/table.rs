//! What each language says, by the index of the sentence.

use crate::{Language, current};

/// The sentences of a file, in each language.
pub(crate) struct Tables {
    pub english: &'static [&'static str],
    pub spanish: &'static [&'static str],
}

impl Tables {
    /// What this language says.
    pub fn of(&self, language: Language) -> &'static [&'static str] {
        match language {
            Language::English => self.english,
            Language::Spanish => self.spanish,
        }
    }

    /// The sentence in the language of who reads. The build made the index with the table.
    pub fn sentence(&self, index: usize) -> &'static str {
        self.of(current()).get(index).copied().unwrap_or_default()
    }
}
