//! What is English on a page, by the files of sentences.

use super::dates::dates_without_de;
use super::patterns::{Sentence, sentences};
use crate::http::tests::{Answer, TestApp};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Each sentence that differs in English: its wordings there, and the Spanish sentence.
static SENTENCES: LazyLock<Vec<(Sentence, Sentence)>> = LazyLock::new(|| {
    let mut spanish = sentences("es");
    let english = sentences("en").into_iter();
    let both = english.map(|(id, english)| {
        let spanish = spanish.remove(&id).unwrap();
        (english.without(&spanish), spanish)
    });
    both.collect()
});

fn is_english(piece: &str) -> bool {
    let mut sentences = SENTENCES.iter();
    sentences.any(|(english, spanish)| english.is(piece) && !spanish.is(piece))
}

/// What is said in English alone, with whatever variables: between the tags of the page, as a value of an attribute, or
/// as the title of its tab.
pub(super) fn english_on(page: &Answer) -> BTreeSet<String> {
    let pieces = pieces(&page.body).into_iter().map(str::trim);
    let pieces = pieces.map(|piece| piece.trim_end_matches(['·', '–', ' ']));
    let pieces = pieces.map(|piece| {
        let title = piece.strip_suffix(" · Baton");
        title.or(piece.strip_suffix(" – Baton")).unwrap_or(piece)
    });
    let pieces: BTreeSet<_> = pieces.filter(|piece| !piece.is_empty()).collect();
    let english = pieces.into_iter().filter(|piece| is_english(piece));
    english.map(str::to_owned).collect()
}

/// Reads pages in English, which have to show some, and in Spanish, which may show none.
pub(super) async fn in_both_languages(
    app: &TestApp,
    session: &str,
    pages: impl AsyncFn() -> Vec<(String, Answer)>,
) {
    for (path, page) in pages().await {
        assert!(!english_on(&page).is_empty(), "{path}: {}", page.body);
    }
    let spanish = "language=es&next=%2F";
    app.submit("/api/session/language", Some(session), spanish)
        .await;
    for (path, page) in pages().await {
        assert_eq!(english_on(&page), BTreeSet::new(), "{path}: {}", page.body);
        assert_eq!(dates_without_de(&page), Vec::<String>::new(), "{path}");
    }
}

/// The attributes whose values are read.
const READ: [&str; 4] = ["aria-label", "placeholder", "title", "content"];

/// What stands between the tags, and as the value of an attribute that is read.
pub(super) fn pieces(html: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        if !tag.starts_with("script") {
            pieces.push(text);
        }
        let words: Vec<_> = tag.split('"').collect();
        for attribute in words.chunks_exact(2) {
            let name = attribute[0].trim().trim_end_matches('=');
            let name = name.rsplit(' ').next().unwrap_or_default();
            // What a script says has more than a word; other data is for scripts alone.
            let is_said = name.starts_with("data-") && attribute[1].contains(' ');
            if READ.contains(&name) || is_said {
                pieces.push(attribute[1]);
            }
        }
    }
    pieces
}
