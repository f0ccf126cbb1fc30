//! The recipients of an e-mail, as somebody types or pastes them.

use super::is_email_address;
use std::str::FromStr;

/// The longest e-mail address, in bytes (RFC 5321).
const MAX_ADDRESS: usize = 254;

/// One to [`MailRecipients::MAX`] addresses in lower case, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailRecipients(Vec<String>);

/// Why nobody can be written to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidRecipients {
    /// Nothing was typed.
    #[error("there is no address")]
    Missing,
    /// There are more than [`MailRecipients::MAX`].
    #[error("there are too many addresses")]
    TooMany,
    /// These are no addresses.
    #[error("no e-mail addresses: {}", .0.join(", "))]
    NotAddresses(Vec<String>),
}

impl MailRecipients {
    /// The maximum number at once.
    pub const MAX: usize = 20;

    /// The addresses.
    pub fn addresses(&self) -> &[String] {
        &self.0
    }
}

impl FromStr for MailRecipients {
    type Err = InvalidRecipients;

    /// One a line, or with commas, semicolons or blanks between them, which no address has.
    fn from_str(text: &str) -> Result<Self, InvalidRecipients> {
        let words = text.split(|c: char| c.is_whitespace() || ",;".contains(c));
        let mut addresses = Vec::new();
        for word in words.filter(|word| !word.is_empty()) {
            let address = word.to_lowercase();
            if !addresses.contains(&address) {
                addresses.push(address);
            }
            if addresses.len() > Self::MAX {
                return Err(InvalidRecipients::TooMany);
            }
        }
        if addresses.is_empty() {
            return Err(InvalidRecipients::Missing);
        }
        let is_address =
            |address: &String| address.len() <= MAX_ADDRESS && is_email_address(address);
        let (addresses, others): (Vec<_>, Vec<_>) = addresses.into_iter().partition(is_address);
        if others.is_empty() {
            Ok(Self(addresses))
        } else {
            Err(InvalidRecipients::NotAddresses(others))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidRecipients, MailRecipients};

    #[test]
    fn lists_of_every_kind_are_read_and_each_address_once() {
        let text = " Ann@example.org,\r\nben@example.org; cy@example.org\tann@EXAMPLE.org\n";
        let recipients: MailRecipients = text.parse().unwrap();
        let expected = ["ann@example.org", "ben@example.org", "cy@example.org"];
        assert_eq!(recipients.addresses(), expected);
    }

    #[test]
    fn what_is_no_address_is_named() {
        let refused = |text: &str| text.parse::<MailRecipients>().unwrap_err();
        assert_eq!(refused(" ,\n"), InvalidRecipients::Missing);
        let others = vec!["ben".to_owned(), "@cy".to_owned()];
        let named = InvalidRecipients::NotAddresses(others);
        assert_eq!(refused("ann@example.org ben @cy"), named);
        let long = format!("{}@example.org", "a".repeat(250));
        assert!(matches!(refused(&long), InvalidRecipients::NotAddresses(_)));
        let many = |count: usize| {
            (0..count)
                .map(|n| format!("a{n}@b.org\n"))
                .collect::<String>()
        };
        assert!(many(20).parse::<MailRecipients>().is_ok());
        assert_eq!(refused(&many(21)), InvalidRecipients::TooMany);
    }
}
