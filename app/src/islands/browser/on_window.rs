//! What happens to the page as a whole.

/// Calls `then` when one of these happens to the window: `pagehide`, `visibilitychange`, `online`…
pub fn on_window(events: &[&'static str], then: impl Fn() + Clone + 'static) {
    #[cfg(feature = "hydrate")]
    for event in events {
        let then = then.clone();
        // The island lives as long as the page, so it listens to the end.
        leptos::prelude::window_event_listener_untyped(event, move |_| then());
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (events, then);
}
