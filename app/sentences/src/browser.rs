//! The sentences of the browser, in the language of its page.

use std::sync::OnceLock;

static SENTENCES: OnceLock<Vec<&'static str>> = OnceLock::new();

/// Takes in the sentences, once, before anything is said: a line each, as the server writes them.
pub fn take_sentences(file: String) {
    let _ = SENTENCES.set(file.leak().split('\n').collect());
}

pub(crate) fn sentence(index: usize) -> &'static str {
    let sentences = SENTENCES.get().map(Vec::as_slice).unwrap_or_default();
    sentences.get(index).copied().unwrap_or_default()
}
