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

#[cfg(test)]
mod tests {
    use super::Goodbye;

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
}
