use crate::domain::ConversationId;

/// The page of the next conversation at its latest message, or else home; `said` is what it is told by
/// the address.
pub(super) fn onwards(next: Option<ConversationId>, said: &str) -> String {
    match next {
        Some(next) => format!("/texts/{next}?{said}#latest"),
        None => format!("/texts?{said}"),
    }
}
