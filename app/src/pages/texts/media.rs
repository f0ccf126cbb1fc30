//! What came along with a message, for whoever asks for it.

use crate::domain::{MediaKind, MediaView};
use leptos::prelude::*;
use sentences::page;

/// A picture under its word, which is loaded when that is opened; of all else a link, into a window of its own.
#[component]
pub(super) fn Media(
    media: MediaView,
    /// The contact's name.
    contact: String,
) -> impl IntoView {
    let address = format!("/media/{}", media.id);
    let word = match media.kind {
        Some(MediaKind::Picture) => {
            return view! {
                <details class="media">
                    <summary>{page::picture()}</summary>
                    <a href=address.clone() target="_blank">
                        <img src=address.clone() alt=page::picture_from(&contact) loading="lazy"/>
                    </a>
                </details>
            }
            .into_any();
        }
        Some(MediaKind::Audio) => page::audio(),
        Some(MediaKind::Video) => page::video(),
        Some(MediaKind::Document) => page::document(),
        Some(MediaKind::ContactCard) => page::contact_card(),
        None => {
            return view! { <p class="message-line">{page::file_that_is_not_shown()}</p> }
                .into_any();
        }
    };
    view! { <p class="media"><a href=address target="_blank">{word}</a></p> }.into_any()
}
