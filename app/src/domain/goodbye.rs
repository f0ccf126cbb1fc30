//! The last text to a contact whom a member opts out.

/// What is sent to whoever is opted out, where a goodbye can go out at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goodbye {
    /// Nothing.
    None,
    /// The organization's text, with the contact's fields in it.
    Standard,
    /// These words, which the member has made of the organization's text.
    Edited(String),
}

impl Goodbye {
    /// As a form says it: whether one is wanted, and what stood in the box. An empty box is none: the wish to be left
    /// alone does not wait for words.
    pub fn of_form(wanted: bool, text: Option<String>) -> Self {
        match text {
            _ if !wanted => Self::None,
            None => Self::Standard,
            Some(text) if text.trim().is_empty() => Self::None,
            Some(text) => Self::Edited(text),
        }
    }
}

/// Why edited words were not sent to a contact, who is opted out all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoodbyeRefusal {
    /// These marks in them are not filled in: `{firstName}, {site}`.
    Unfilled(String),
    /// They are longer than a text may be.
    TooLong,
}

impl GoodbyeRefusal {
    /// As the address of the next page says it.
    pub fn as_field(&self) -> &str {
        match self {
            Self::Unfilled(marks) => marks,
            Self::TooLong => "long",
        }
    }

    /// As such an address says it. Marks begin with a brace.
    pub fn of_field(field: String) -> Self {
        if field.starts_with('{') {
            Self::Unfilled(field)
        } else {
            Self::TooLong
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Goodbye, GoodbyeRefusal};

    #[test]
    fn a_goodbye_that_is_not_wanted_or_empty_is_none() {
        let text = |text: &str| Some(text.to_owned());
        for (wanted, text, expected) in [
            (false, None, Goodbye::None),
            (false, text("Bye"), Goodbye::None),
            (true, None, Goodbye::Standard),
            (true, text(" \n"), Goodbye::None),
            (true, text("Bye"), Goodbye::Edited("Bye".into())),
        ] {
            assert_eq!(Goodbye::of_form(wanted, text), expected);
        }
    }

    #[test]
    fn the_next_page_says_why_words_were_not_sent() {
        for refusal in [
            GoodbyeRefusal::Unfilled("{firstName}, { site".into()),
            GoodbyeRefusal::TooLong,
        ] {
            let field = refusal.as_field().to_owned();
            assert_eq!(GoodbyeRefusal::of_field(field), refusal);
        }
    }
}
