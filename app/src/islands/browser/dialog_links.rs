//! Dialogs of a page: the links that open one instead of another page, and the event that one has closed.

/// A link that was followed, with its `data-` attributes.
pub struct DialogLink {
    #[cfg(feature = "hydrate")]
    link: web_sys::Element,
}

impl DialogLink {
    /// The attribute `data-…` of the link; nothing, if it has none.
    pub fn data(&self, name: &str) -> String {
        #[cfg(feature = "hydrate")]
        {
            let attribute = ["data-", name].concat();
            self.link.get_attribute(&attribute).unwrap_or_default()
        }
        #[cfg(not(feature = "hydrate"))]
        {
            let _ = name;
            String::new()
        }
    }
}

/// A listener that calls `open` when a link with this `data-window` is followed, wherever on the page it stands and
/// whenever it came there. Without WASM, and with a modifier key, it is a link like any other.
pub fn on_dialog_link(window: &'static str, open: impl Fn(DialogLink) + 'static) {
    #[cfg(feature = "hydrate")]
    {
        use leptos::prelude::document;
        use wasm_bindgen::JsCast;
        use web_sys::{Element, HtmlElement, MouseEvent};
        let selector = ["a[data-window=", window, "]"].concat();
        super::listener::listen(&document(), "click", false, move |event| {
            let Ok(event) = event.dyn_into::<MouseEvent>() else {
                return;
            };
            if event.ctrl_key() || event.meta_key() || event.shift_key() {
                return;
            }
            let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            let Some(link) = target.and_then(|target| target.closest(&selector).ok().flatten())
            else {
                return;
            };
            event.prevent_default();
            // A menu gives the focus back to its button, which has it again when the dialog closes.
            if let Ok(Some(menu)) = link.closest("[popover]")
                && let Ok(menu) = menu.dyn_into::<HtmlElement>()
            {
                let _ = menu.hide_popover();
            }
            open(DialogLink { link });
        });
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (window, open);
}

/// A listener that calls `on_close` whenever a dialog of the page has closed.
pub fn on_dialog_close(on_close: impl Fn() + 'static) {
    #[cfg(feature = "hydrate")]
    {
        // The event does not bubble.
        let document = leptos::prelude::document();
        super::listener::listen(&document, "close", true, move |_| on_close());
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = on_close;
}
