//! The language of who reads.

use crate::{Islands, Language, admin, island};
use leptos::prelude::use_context;
use std::future::Future;

tokio::task_local! {
    /// Of the request, or the stream, that this task serves.
    static LANGUAGE: Language;
}

/// Whose language it is: that of the page that is rendered, or of the request that this task serves; English where
/// nobody asked.
pub fn current() -> Language {
    // Pages are rendered by tasks of their own, which have it as context. A task with a language of its own may find the
    // context of another's page on its thread.
    let own = LANGUAGE.try_with(|language| *language).ok();
    own.or_else(use_context).unwrap_or_default()
}

/// Runs a task in the language of who asked for it.
pub async fn scope<F: Future>(language: Language, task: F) -> F::Output {
    LANGUAGE.scope(language, task).await
}

/// What islands say in a language, as the program in the browser takes it: a line a sentence.
pub fn browser_file(language: Language, islands: Islands) -> String {
    let everyones = island::TABLES.of(language);
    let admins = match islands {
        Islands::Texter => &[],
        Islands::Admin => admin::TABLES.of(language),
    };
    [everyones, admins].concat().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{current, scope};
    use crate::Language;
    use leptos::prelude::{Owner, provide_context};

    #[tokio::test]
    async fn a_request_has_its_own_language_beside_the_page_of_another() {
        let page = Owner::new();
        page.set();
        provide_context(Language::Spanish);
        assert_eq!(current(), Language::Spanish);
        let of_request = scope(Language::English, async { current() }).await;
        assert_eq!(of_request, Language::English);
    }
}
