//! The page that comes after this one, which the script of the page fetches ahead (`script/ahead.js`).

/// Asks for it anew: what was fetched may not be what comes next any more.
pub fn look_ahead() {
    #[cfg(feature = "hydrate")]
    if let Ok(event) = web_sys::Event::new("ahead") {
        let _ = leptos::prelude::window().dispatch_event(&event);
    }
}

/// Its address, if it is there.
pub fn page_ahead() -> Option<String> {
    #[cfg(feature = "hydrate")]
    {
        let form = leptos::prelude::document().query_selector("[data-ahead]");
        form.ok().flatten()?.get_attribute("data-ahead")
    }
    #[cfg(not(feature = "hydrate"))]
    None
}
