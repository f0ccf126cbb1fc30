//! Listeners that end with the island that made them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventTarget};

/// A listener at a target, until it is dropped.
struct Listener {
    target: EventTarget,
    event: &'static str,
    capture: bool,
    closure: Closure<dyn Fn(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.event,
            self.closure.as_ref().unchecked_ref(),
            self.capture,
        );
    }
}

/// Calls `action` whenever this happens to the target, until the current owner is cleaned up: another page is shown, and
/// its islands have listeners of their own. With `capture` events are heard on their way down, for those that do not bubble.
pub(super) fn listen(
    target: &EventTarget,
    event: &'static str,
    capture: bool,
    action: impl Fn(Event) + 'static,
) {
    let closure = Closure::<dyn Fn(Event)>::new(action);
    let _ = target.add_event_listener_with_callback_and_bool(
        event,
        closure.as_ref().unchecked_ref(),
        capture,
    );
    let listener = Listener {
        target: target.clone(),
        event,
        capture,
        closure,
    };
    StoredValue::new_local(listener);
}
