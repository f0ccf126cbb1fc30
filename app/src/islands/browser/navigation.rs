//! Navigation to other pages of Baton.

/// Goes to another page of Baton, unless its reader is on the way to one already.
pub fn navigate_to(path: &str) {
    #[cfg(feature = "hydrate")]
    if !is_leaving() {
        // Refused only for an address that is none; ours are.
        let _ = leptos::prelude::window().location().set_href(path);
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = path;
}

/// Whether the reader is on the way to another page (`script/navigation.js`).
#[cfg(feature = "hydrate")]
fn is_leaving() -> bool {
    let root = leptos::prelude::document().document_element();
    root.is_some_and(|root| root.has_attribute("data-navigating"))
}

/// Goes to this page again, as the server makes it now: who is signed out comes to sign in, and back to what they typed
/// here (`script/typed.js`).
pub fn reload() {
    #[cfg(feature = "hydrate")]
    if let Ok(address) = leptos::prelude::window().location().href() {
        // With a fragment it would lead to a place on the page that is shown.
        navigate_to(address.split('#').next().unwrap_or_default());
    }
}
