//! What is read again at a moment that the server has named.

use super::Debounce;
use crate::components::Derived;
use crate::domain::Age;
use leptos::prelude::*;
use std::sync::Arc;

/// How long after it was read it is read again, if that has changed nothing: the server may have had no answer.
const AGAIN_SECONDS: u32 = 30;

/// Calls `read` as long after each change of `due_in` as that says, and again until that changes; not at all where it says
/// nothing.
pub fn when_due(due_in: Derived<Option<Age>>, read: Derived<()>) {
    let timer = Debounce::new();
    Effect::new(move |_| match due_in() {
        Some(Age(seconds)) => read_after(timer, seconds, Arc::clone(&read)),
        None => timer.cancel(),
    });
}

fn read_after(timer: Debounce, seconds: u32, read: Derived<()>) {
    timer.call_after(seconds.saturating_mul(1000), move || {
        // Before it is read, which may set another time.
        read_after(timer, AGAIN_SECONDS, Arc::clone(&read));
        read();
    });
}
