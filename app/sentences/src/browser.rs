//! The sentences of the browser, in the language of its page.

use std::cell::Cell;

thread_local! {
    static SENTENCES: Cell<&'static [&'static str]> = const { Cell::new(&[]) };
}

/// Takes in the sentences, before anything is said: a line each, as the server writes them.
pub fn take_sentences(file: String) {
    SENTENCES.set(Vec::leak(file.leak().split('\n').collect()));
}

// Not copied into each of the functions that say something: they are downloaded.
#[inline(never)]
pub(crate) fn sentence(index: usize) -> &'static str {
    SENTENCES.get().get(index).copied().unwrap_or_default()
}
