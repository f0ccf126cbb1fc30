//! The messages of an opened conversation, which are plain HTML.

use crate::domain::ConversationId;

/// The id of the element that holds the messages of a conversation.
pub fn thread_element_id(conversation: ConversationId) -> String {
    ["thread-", &conversation.to_string()].concat()
}

/// Puts the messages as they are now in the place of those that are shown, and whether the conversation is closed: only what
/// differs, so that a screen reader reads no more than that, and the focus stays. If another page is shown by then,
/// nothing happens. What is typed is not among them.
pub fn refresh_thread(conversation: ConversationId) {
    #[cfg(feature = "hydrate")]
    super::load_page(
        &["/texts/", &conversation.to_string()].concat(),
        move |page| {
            // As the shown ones are, or all would differ.
            super::localize_times(&page);
            for id in [&*thread_element_id(conversation), "closing"] {
                let shown = leptos::prelude::document().get_element_by_id(id);
                let Some((shown, now)) = shown.zip(page.get_element_by_id(id)) else {
                    return;
                };
                replace_what_differs(&shown, &now);
            }
        },
    );
    #[cfg(not(feature = "hydrate"))]
    let _ = conversation;
}

/// Makes the children of the one like those of the other, from the first on; a thread grows at its end.
#[cfg(feature = "hydrate")]
fn replace_what_differs(shown: &web_sys::Element, now: &web_sys::Element) {
    let mut place = shown.first_element_child();
    while let Some(new) = now.first_element_child() {
        let Some(old) = place.take() else {
            let _ = shown.append_child(&new);
            continue;
        };
        place = old.next_element_sibling();
        if old.is_equal_node(Some(&new)) {
            new.remove();
        } else {
            let _ = old.replace_with_with_node_1(&new);
        }
    }
}
