//! The parts of a long thread that its page does not show.

use super::open::open;
use super::thread::thread;
use crate::{Store, StoreError};
use app::domain::{ConversationId, ConversationView, MessageId, Viewer};

/// The conversation as [`open`] has it, with the messages before this one instead of the last.
pub(super) async fn earlier(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    before: MessageId,
    reads_all: bool,
) -> Result<ConversationView, StoreError> {
    let mut view = open(store, viewer, id, &[], reads_all).await?;
    // Who may read it only until they last wrote reads no further here.
    if let Some(last) = view.messages.last() {
        let until = last.id.0.min(before.0 - 1);
        let part = thread(store, viewer.organization, id, Some(until)).await?;
        view.messages = part.messages;
        view.has_earlier_messages = part.has_earlier;
    }
    // The last part has them.
    view.opt_outs.clear();
    Ok(view)
}
