//! A message.

/// A message of plain text to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainMail {
    /// The address. What is no address is refused.
    pub to: String,
    /// The subject. Line breaks in it cannot become headers.
    pub subject: String,
    /// The text, whose lines end with `\n`.
    pub body: String,
}
