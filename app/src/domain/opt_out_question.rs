//! What a member is asked before they opt a contact out.

/// Whom they opt out, and what would be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptOutQuestion {
    /// The contact's name, as far as the member sees it; empty if they have none.
    pub contact: String,
    /// Whether they have opted out already.
    pub opted_out: bool,
    /// The organization's goodbye to them, if one can go out now.
    pub goodbye: Option<String>,
}
