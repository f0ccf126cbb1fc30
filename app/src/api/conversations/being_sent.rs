//! Texts that are on their way while another request is made.

use crate::api;
use crate::domain::ConversationId;

/// The header in which the script of a page names their conversations (`script/requests.js`): `7,12`.
const HEADER: &str = "baton-sending";

/// How many conversations count: nobody sends more at once.
const MAX_CONVERSATIONS: usize = 50;

/// The conversations in which a text was being sent when the browser made this request, the last one first. They are no
/// more what comes next, although the server may not have those texts yet.
pub fn being_sent() -> Vec<ConversationId> {
    let Ok(request) = api::request() else {
        return Vec::new();
    };
    let header = request.headers.get(HEADER);
    let ids = header.and_then(|ids| ids.to_str().ok()).unwrap_or_default();
    let ids = ids.rsplit(',').filter_map(|id| id.parse().ok());
    ids.take(MAX_CONVERSATIONS).collect()
}
