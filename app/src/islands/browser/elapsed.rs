//! The age of the page, by which waiting times grow while they are looked at.

use leptos::prelude::*;

/// Seconds since this was called, updated every 20 seconds: the server sends waiting times once.
pub fn elapsed_seconds() -> ReadSignal<u32> {
    let (elapsed, set_elapsed) = signal(0);
    #[cfg(feature = "hydrate")]
    {
        use leptos::web_sys::js_sys::Date;
        let start = Date::now();
        // Stops when the island's owner is cleaned up.
        StoredValue::new_local(gloo_timers::callback::Interval::new(20_000, move || {
            set_elapsed.set(((Date::now() - start) / 1000.0) as u32);
        }));
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = set_elapsed;
    elapsed
}
