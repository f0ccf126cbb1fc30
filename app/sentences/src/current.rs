//! The language of who reads.

use crate::{Language, island};
use leptos::prelude::use_context;
use std::future::Future;

tokio::task_local! {
    /// Of the request, or the stream, that this task serves.
    static LANGUAGE: Language;
}

/// Whose language it is: that of the page that is rendered, or of the request that this task serves; English where
/// nobody asked.
pub fn current() -> Language {
    // Pages are rendered by tasks of their own, which have it as context.
    use_context()
        .or_else(|| LANGUAGE.try_with(|language| *language).ok())
        .unwrap_or_default()
}

/// Runs a task in the language of who asked for it.
pub async fn scope<F: Future>(language: Language, task: F) -> F::Output {
    LANGUAGE.scope(language, task).await
}

/// What islands say in a language, as the program in the browser takes it: a line a sentence.
pub fn browser_file(language: Language) -> String {
    island::TABLES.of(language).join("\n")
}
