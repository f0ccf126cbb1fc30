use crate::domain::ConversationId;

/// The address of the next conversation at its latest message, or else home; `notice` is the
/// query field by which that page knows what was done.
pub fn next_url(next: Option<ConversationId>, notice: &str) -> String {
    match next {
        Some(next) => format!("/texts/{next}?{notice}#latest"),
        None => format!("/texts?{notice}"),
    }
}
