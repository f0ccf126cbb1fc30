//! What came along with a message, for whoever asks for it.

use crate::domain::{MediaKind, MediaView};
use leptos::prelude::*;
use sentences::page;

/// A button that shows a picture, which is loaded then and not before; of all else a link, into a window of its own.
///
/// Whether the picture is shown stands in no attribute: a text that comes in replaces what differs, and leaves an open
/// picture open, unless that came with the text before it. Without scripts browsers load all pictures with the page.
#[component]
pub(in crate::pages) fn Media(
    media: MediaView,
    /// The contact's name.
    contact: String,
) -> impl IntoView {
    let address = format!("/media/{}", media.id);
    let word = match media.kind {
        Some(MediaKind::Picture) => {
            return view! { <Picture id=format!("picture-{}", media.id) address contact/> }
                .into_any();
        }
        Some(kind) => kind.word(),
        None => {
            return view! { <p class="message-line">{page::file_that_is_not_shown()}</p> }
                .into_any();
        }
    };
    view! { <p><a href=address target="_blank">{word}</a></p> }.into_any()
}

/// The button, and the sheet with the picture, as wide as that; the picture leads to itself in full.
#[component]
fn Picture(id: String, address: String, contact: String) -> impl IntoView {
    let (name, full) = (page::picture_from(&contact), address.clone());
    view! {
        <button type="button" class="button" popovertarget=id.clone()>{page::picture()}</button>
        <div id=id popover class="sheet" role="group" aria-label=page::picture()>
            <a href=full target="_blank">
                <img src=address alt=name loading="lazy" width="100%"/>
            </a>
        </div>
    }
}
