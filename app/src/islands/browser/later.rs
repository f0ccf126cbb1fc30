//! Something to do when a person has paused.

#[cfg(feature = "hydrate")]
use leptos::prelude::*;

/// At most one thing that is to be done later; asking again puts it off.
#[derive(Clone, Copy)]
pub struct Later {
    #[cfg(feature = "hydrate")]
    timer: StoredValue<Option<gloo_timers::callback::Timeout>, LocalStorage>,
}

impl Later {
    /// With nothing to do yet.
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

    /// Does it after so many milliseconds, and forgets what was to be done before.
    pub fn run(self, milliseconds: u32, what: impl FnOnce() + 'static) {
        #[cfg(feature = "hydrate")]
        self.timer
            .set_value(Some(gloo_timers::callback::Timeout::new(
                milliseconds,
                what,
            )));
        #[cfg(not(feature = "hydrate"))]
        let _ = (milliseconds, what);
    }

    /// Forgets what was to be done.
    pub fn cancel(self) {
        #[cfg(feature = "hydrate")]
        self.timer.set_value(None);
    }
}
