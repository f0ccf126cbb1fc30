//! What is English on a page, by the files of sentences.

use crate::http::tests::{Answer, TestApp};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The sentences of a language: id and words of each that stands on one line and has no variables.
fn sentences(language: &str) -> BTreeSet<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/sentences/text");
    let files = ["island", "admin", "page"].into_iter().flat_map(|folder| {
        let entries = fs::read_dir(root.join(language).join(folder)).unwrap();
        entries.map(move |entry| (folder, fs::read_to_string(entry.unwrap().path()).unwrap()))
    });
    let lines = files.flat_map(|(folder, file)| {
        let line = |line: &str| {
            let (id, words) = line.split_once(" = ")?;
            let is_whole = !line.starts_with(['#', ' ']) && !words.contains(['{', '}']);
            is_whole.then(|| (format!("{folder}/{id}"), words.to_owned()))
        };
        file.lines().filter_map(line).collect::<Vec<_>>()
    });
    lines.collect()
}

/// The sentences that are English alone and stand on the page: between its tags, as a value of an attribute, or as the
/// title of its tab.
pub(super) fn english_on(page: &Answer) -> BTreeSet<String> {
    let english = sentences("en")
        .difference(&sentences("es"))
        .cloned()
        .collect::<Vec<_>>();
    let pieces = pieces(&page.body).into_iter().map(str::trim);
    let pieces = pieces.map(|piece| piece.trim_end_matches(['·', '–', ' ']));
    let shown: BTreeSet<_> = pieces
        .flat_map(|piece| {
            [
                Some(piece),
                piece.strip_suffix(" · Baton"),
                piece.strip_suffix(" – Baton"),
            ]
        })
        .flatten()
        .collect();
    let english = english.into_iter().map(|(_, words)| words);
    english.filter(|words| shown.contains(&**words)).collect()
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
    }
}

/// The attributes whose values are read.
const READ: [&str; 4] = ["aria-label", "placeholder", "title", "content"];

/// What stands between the tags, and as the value of an attribute that is read.
fn pieces(html: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        pieces.push(text);
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
