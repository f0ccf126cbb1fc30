//! The countdown to the automatic release of a conversation.

use super::{Derived, derive};
use crate::domain::Age;
use leptos::prelude::*;
use sentences::island;
use std::sync::Arc;

/// How long before an automatic release its texter is warned: ten minutes.
pub const NEAR: Age = Age(600);

/// Whether so long before the release is near.
pub fn is_near(left: Option<Age>) -> bool {
    left.is_some_and(|left| left <= NEAR)
}

/// The last minutes before a conversation is released automatically, in words and with a glass that
/// runs out; nothing while there is more time, or no such release.
#[component]
pub fn Countdown(
    /// How long until then, if it is known.
    left: Derived<Option<Age>>,
    /// Whether it says how that is prevented.
    #[prop(optional)]
    unless_answered: bool,
) -> impl IntoView {
    let far = Arc::clone(&left);
    view! {
        <span class="countdown" hidden=derive(move || !is_near(far()))>
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M3.5 1.5h9M3.5 14.5h9M4.5 1.5v2L8 8l3.5-4.5v-2M4.5 14.5v-2L8 8l3.5 4.5v2"></path>
            </svg>
            {derive(move || words(left().unwrap_or(NEAR), unless_answered))}
        </span>
    }
}

/// How long a release can still be undone: "9 min left to undo"; empty where it cannot.
pub fn undo_words(left: Option<Age>) -> String {
    match left {
        Some(left) => island::minutes_left_to_undo(left.0.div_ceil(60)),
        None => String::new(),
    }
}

/// Minutes are rounded up, so that what stands there is never over already.
fn words(left: Age, unless_answered: bool) -> String {
    match (left.0.div_ceil(60), unless_answered) {
        (0, false) => island::released_any_moment().to_owned(),
        (0, true) => island::released_any_moment_unless().to_owned(),
        (minutes, false) => island::released_in_minutes(minutes),
        (minutes, true) => island::released_in_minutes_unless(minutes),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_near, undo_words, words};
    use crate::domain::Age;

    #[test]
    fn counts_the_last_ten_minutes_in_words() {
        assert!(!is_near(None) && !is_near(Some(Age(601))) && is_near(Some(Age(600))));
        assert_eq!(words(Age(600), false), "Released in 10 min");
        assert_eq!(words(Age(61), false), "Released in 2 min");
        assert_eq!(words(Age(60), false), "Released in 1 min");
        assert_eq!(words(Age(0), false), "Released any moment now");
        assert_eq!(undo_words(Some(Age(541))), "10 min left to undo");
        assert_eq!(undo_words(None), "");
    }
}
