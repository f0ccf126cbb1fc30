//! Nothing is missing in the list.

use super::list::statements;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What the constants of a file are called in the list, if they are statements that are put together: those that the
/// whole store sees, and those whose text begins like a statement.
fn composed(area: &str, file: &str, source: &str) -> Vec<String> {
    let begins = ["select ", "with ", "insert ", "update ", "delete "];
    let mut names = Vec::new();
    for (at, _) in source.match_indices("const ") {
        let Some((head, body)) = source[at + 6..].split_once(" = ") else {
            continue;
        };
        let Some((name, "&str" | "ByMode" | "ByKind")) = head.split_once(": ") else {
            continue;
        };
        let Some((by, text)) = body.split_once("!(") else {
            continue;
        };
        if !by
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == '_')
        {
            continue;
        }
        let seen = source[..at].ends_with("pub(crate) ");
        let text = text.trim_start().trim_start_matches('"');
        let direct = matches!(by, "formatcp" | "by_mode" | "by_kind");
        if seen || (direct && begins.iter().any(|verb| text.starts_with(verb))) {
            names.push(format!("{area}.{file}.{name}"));
        }
    }
    names
}

/// All files of the store with SQL of their own.
fn sources() -> Vec<PathBuf> {
    let store = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for area in std::fs::read_dir(store).unwrap() {
        let area = area.unwrap().path();
        let has_statements = |folder| !area.ends_with(folder);
        if area.is_dir()
            && ["rules", "tests", "testing"]
                .into_iter()
                .all(has_statements)
        {
            let inside = std::fs::read_dir(area).unwrap();
            files.extend(inside.map(|file| file.unwrap().path()));
        }
    }
    // A part of an area may have a folder, after which its statements are called.
    let parts = files
        .iter()
        .filter(|file| file.is_dir() && !file.ends_with("tests"));
    let within = |part: &PathBuf| std::fs::read_dir(part).unwrap();
    let inside: Vec<PathBuf> = parts
        .flat_map(within)
        .map(|file| file.unwrap().path())
        .collect();
    files.extend(inside);
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    files
}

#[test]
fn every_composed_statement_is_in_the_list() {
    let listed: BTreeSet<String> = statements()
        .iter()
        .map(|(name, _)| name.splitn(4, '.').take(3).collect::<Vec<_>>().join("."))
        .collect();
    let mut found = BTreeSet::new();
    for path in sources() {
        let area = path
            .parent()
            .unwrap()
            .file_name()
            .unwrap()
            .to_str()
            .unwrap();
        let file = path.file_stem().unwrap().to_str().unwrap();
        found.extend(composed(
            area,
            file,
            &std::fs::read_to_string(&path).unwrap(),
        ));
    }
    assert_eq!(found, listed);
}
