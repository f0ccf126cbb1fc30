//! How long the text of a page's box is as carriers count it, and the offer to make it shorter. What is typed is counted by
//! `script/length.js`, which the script of the page loads for it; without one both say how long it was when the page was
//! made.

use crate::components::Segments;
use leptos::prelude::*;
use sentences::island;

/// The length of the text, in a line below its box.
#[component]
pub(super) fn TextLength(
    /// The id of the box.
    of: &'static str,
    /// What stands in it at first.
    text: String,
) -> impl IntoView {
    let length = |characters, segments| {
        let length = Segments {
            characters,
            segments,
        };
        length.to_string()
    };
    // As it is said of one and of more.
    let words = [length(1, 1), length(1, 2), length(2, 1), length(2, 2)].join("|");
    view! {
        <p class="hint" id=[of, "-length"].concat() data-words=words>{Segments::of(&text).to_string()}</p>
    }
}

/// **Use straight quotes**, where they spare a segment. It belongs behind the button that Enter presses. Without a script
/// the form is posted with it.
#[component]
pub(super) fn StraightQuotes(
    /// What stands in the box at first.
    text: String,
) -> impl IntoView {
    let spares_none = !Segments::are_fewer_with_straight_quotes(&text);
    view! {
        <button class="button quiet" name="response" value="straight" data-fill="straight" hidden=spares_none>
            {island::use_straight_quotes()}
        </button>
    }
}
