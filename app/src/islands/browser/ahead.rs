//! The page that comes after this one, which the script of the page fetches ahead (`script/ahead.js`).

/// How long a page may take from its elements to the screen.
#[cfg(feature = "hydrate")]
const PAINT_MS: u32 = 20;

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

/// Resolves once that page has had the time to be painted: to make a request takes a phone 8 ms, which the page would
/// wait for. At once where nobody sees it, and a phone may stop the timer.
pub async fn painted_ahead() {
    #[cfg(feature = "hydrate")]
    if !leptos::prelude::document().hidden() {
        gloo_timers::future::TimeoutFuture::new(PAINT_MS).await;
    }
}
