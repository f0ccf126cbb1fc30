//! Navigation to other pages of Baton.

/// Goes to another page of Baton.
pub fn navigate_to(path: &str) {
    #[cfg(feature = "hydrate")]
    {
        // Refused only for an address that is none; ours are.
        let _ = leptos::prelude::window().location().set_href(path);
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = path;
}
