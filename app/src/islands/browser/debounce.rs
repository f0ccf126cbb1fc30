//! Debouncing: to act once a person has paused.

#[cfg(feature = "hydrate")]
use leptos::prelude::*;

/// A timer for at most one call; each new call replaces the one before.
#[derive(Clone, Copy)]
pub struct Debounce {
    #[cfg(feature = "hydrate")]
    timer: StoredValue<Option<gloo_timers::callback::Timeout>, LocalStorage>,
}

impl Debounce {
    /// A timer without a call.
    #[expect(
        clippy::new_without_default,
        reason = "it is tied to the island that makes it"
    )]
    pub fn new() -> Self {
        Self {
            #[cfg(feature = "hydrate")]
            timer: StoredValue::new_local(None),
        }
    }

    /// Calls `action` after so many milliseconds, and drops the call before.
    pub fn call_after(self, milliseconds: u32, action: impl FnOnce() + 'static) {
        #[cfg(feature = "hydrate")]
        self.timer
            .set_value(Some(gloo_timers::callback::Timeout::new(
                milliseconds,
                action,
            )));
        #[cfg(not(feature = "hydrate"))]
        let _ = (milliseconds, action);
    }

    /// Drops the call.
    pub fn cancel(self) {
        #[cfg(feature = "hydrate")]
        self.timer.set_value(None);
    }
}
