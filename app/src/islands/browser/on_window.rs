//! Events of the window, which stands for the page as a whole.

/// A listener that calls `action` when one of these happens to the window: `pagehide`, `visibilitychange`, `online`…
pub fn on_window(events: &[&'static str], action: impl Fn() + Clone + 'static) {
    #[cfg(feature = "hydrate")]
    for event in events {
        let action = action.clone();
        // The island lives as long as the page, so it listens to the end.
        leptos::prelude::window_event_listener_untyped(event, move |_| action());
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (events, action);
}
