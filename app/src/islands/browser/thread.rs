//! The messages of an opened conversation, which are plain HTML.

use crate::domain::ConversationId;

/// The id of the element that holds the messages of a conversation.
pub fn thread_element_id(conversation: ConversationId) -> String {
    ["thread-", &conversation.to_string()].concat()
}

/// Puts the messages as they are now in the place of those that are shown. If they cannot be loaded, or another page is
/// shown by then, nothing happens. What is typed is not among them.
pub fn refresh_thread(conversation: ConversationId) {
    #[cfg(feature = "hydrate")]
    super::load_page(
        &["/texts/", &conversation.to_string()].concat(),
        move |page| {
            let id = thread_element_id(conversation);
            let shown = leptos::prelude::document().get_element_by_id(&id);
            if let Some((shown, now)) = shown.zip(page.get_element_by_id(&id)) {
                let _ = shown.replace_with_with_node_1(&now);
                super::localize_times();
            }
        },
    );
    #[cfg(not(feature = "hydrate"))]
    let _ = conversation;
}
