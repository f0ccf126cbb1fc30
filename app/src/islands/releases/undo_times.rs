//! The countdown of the history: how long each of its releases can still be undone.

use crate::islands::browser::elapsed_seconds;
use leptos::prelude::*;

/// What the history says of each release that can be undone, as time passes. It shows nothing itself: the history is
/// plain HTML, whose elements of the class `undo-left` carry the seconds that were left when it was made.
#[island]
pub fn UndoTimes() -> impl IntoView {
    let elapsed = elapsed_seconds();
    Effect::new(move |_| {
        let _elapsed = elapsed.get();
        #[cfg(feature = "hydrate")]
        count_down(_elapsed);
    });
    view! { <span hidden></span> }
}

#[cfg(feature = "hydrate")]
fn count_down(elapsed: u32) {
    use crate::components::undo_words;
    use crate::domain::Age;
    let marks = document().get_elements_by_class_name("undo-left");
    for index in 0..marks.length() {
        let Some(mark) = marks.item(index) else {
            continue;
        };
        let seconds = mark.get_attribute("data-seconds").unwrap_or_default();
        let left = seconds.parse().unwrap_or(0_u32).saturating_sub(elapsed);
        let left = (left > 0).then_some(Age(left));
        mark.set_text_content(Some(&undo_words(left)));
    }
}
