//! The page that comes after this one, which the script of the page fetches ahead (`script/ahead.js`).

use super::on_window::dispatch_on_window;

/// Asks for it anew: what was fetched may not be what comes next any more.
pub fn look_ahead() {
    dispatch_on_window("ahead");
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
