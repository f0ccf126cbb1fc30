//! What is read again at a moment that the server has named.

use super::Debounce;
use crate::components::Derived;
use crate::domain::Age;
use leptos::prelude::*;
use std::sync::Arc;

/// Calls `read` as long after each change of `due_in` as that says, and not at all where it says nothing.
pub fn when_due(due_in: Derived<Option<Age>>, read: Derived<()>) {
    let timer = Debounce::new();
    Effect::new(move |_| match due_in() {
        Some(Age(seconds)) => {
            let read = Arc::clone(&read);
            timer.call_after(seconds.saturating_mul(1000), move || read());
        }
        None => timer.cancel(),
    });
}
