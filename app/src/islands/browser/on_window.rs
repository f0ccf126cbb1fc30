//! Events of the window, which stands for the page as a whole.

/// Calls `action` when one of these happens to the window, as long as the island is there: `pagehide`, `online`, which is
/// also said when the connection is there again that the browser did not miss (`events/subscriptions.rs`), and `leaving`,
/// which says that another page is about to be shown in the same document (`script/navigation.js`).
pub fn on_window(events: &[&'static str], action: impl Fn() + Clone + 'static) {
    #[cfg(feature = "hydrate")]
    for event in events {
        let action = action.clone();
        super::listener::listen(&leptos::prelude::window(), event, false, move |_| action());
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (events, action);
}

/// Lets it happen to the window.
pub(super) fn dispatch_on_window(event: &str) {
    #[cfg(feature = "hydrate")]
    if let Ok(event) = web_sys::Event::new(event) {
        let _ = leptos::prelude::window().dispatch_event(&event);
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = event;
}
