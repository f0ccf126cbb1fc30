//! The messages of an opened conversation, which are plain HTML.

use crate::domain::ConversationId;
use leptos::prelude::*;

/// The id of the element that holds the messages of a conversation.
pub fn thread_element_id(conversation: ConversationId) -> String {
    ["thread-", &conversation.to_string()].concat()
}

/// Puts the messages as they are now in the place of those that are shown, and in other parts that the page has by these ids:
/// how long the contact waits, whether the conversation is closed, what it carries, its tags to choose from, who loses it by an
/// answer, and why it cannot be answered, or not for a while. Only
/// what differs, so that a screen reader reads no more than that, and the focus stays. If another page is shown by then, nothing
/// happens. What is typed is not among them, and a tag that is ticked and not saved stays so, unless it is another's now.
/// `has_newer_text` is set once a text was sent that the reply box does not know.
pub fn refresh_thread(conversation: ConversationId, address: &str, has_newer_text: RwSignal<bool>) {
    #[cfg(feature = "hydrate")]
    super::load_page(address, move |page| {
        // As the shown ones are, or all would differ.
        super::localize_times(&page);
        let thread = thread_element_id(conversation);
        for id in [
            &*thread,
            "waiting",
            "hours",
            "closing",
            "carried",
            "holder",
            "tag-choices",
            "obstacle",
        ] {
            let shown = document().get_element_by_id(id);
            if let Some((shown, now)) = shown.zip(page.get_element_by_id(id)) {
                replace_what_differs(&shown, &now);
            } else if id == thread {
                return;
            }
        }
        let newest = last_text(&page);
        if newest.is_some() && newest != last_text(&document()) {
            has_newer_text.set(true);
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (conversation, address, has_newer_text);
}

/// The last text that the reply box of a page knows as sent, if there is a box and there was one.
#[cfg(feature = "hydrate")]
fn last_text(page: &web_sys::Document) -> Option<String> {
    let field = page.query_selector("[name=last_text]").ok()??;
    field.get_attribute("value")
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
