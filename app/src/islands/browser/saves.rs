//! The saves that are under way: a page that shows what they save is loaded after them.

use std::cell::Cell;

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

/// A save that is under way, until it is dropped.
pub struct Save(());

impl Save {
    /// One more.
    #[expect(clippy::new_without_default, reason = "it counts")]
    pub fn new() -> Self {
        COUNT.set(COUNT.get() + 1);
        Self(())
    }
}

impl Drop for Save {
    fn drop(&mut self) {
        COUNT.set(COUNT.get() - 1);
    }
}

/// Whether a save is under way. Each has a time limit.
pub fn is_saving() -> bool {
    COUNT.get() > 0
}
