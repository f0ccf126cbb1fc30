//! The sentences of a language as patterns: with their variables, of which any text may stand in the place.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One wording of a sentence: what stands between its variables.
type Wording = Vec<String>;

/// A sentence in all its wordings, one for each combination of one and many.
pub(super) struct Sentence(Vec<Wording>);

impl Sentence {
    fn read(text: &str) -> Self {
        let parts = parts(&mut text.chars().peekable(), false);
        let mut wordings = expand(&parts);
        for wording in &mut wordings {
            if let Some(first) = wording.first_mut() {
                *first = first.trim_start().to_owned();
            }
            if let Some(last) = wording.last_mut() {
                *last = last.trim_end().to_owned();
            }
        }
        Self(wordings)
    }

    /// Whether this is the sentence, with something in the place of each variable.
    pub(super) fn is(&self, text: &str) -> bool {
        self.0.iter().any(|wording| matches(wording, text))
    }

    /// Without the wordings of the other language, and those with hardly a word beside their variables: `{ $n } ({ $m })`.
    pub(super) fn without(&self, other: &Self) -> Self {
        let has_words =
            |wording: &Wording| wording.len() == 1 || wording.iter().any(|words| has_word(words));
        let wordings = self.0.iter();
        let own = wordings.filter(|wording| !other.0.contains(wording) && has_words(wording));
        Self(own.cloned().collect())
    }
}

/// Whether two letters stand in a row.
fn has_word(words: &str) -> bool {
    let letters: Vec<_> = words.chars().map(char::is_alphabetic).collect();
    letters.windows(2).any(|pair| pair == [true, true])
}

fn matches(wording: &[String], text: &str) -> bool {
    let Some((first, variables)) = wording.split_first() else {
        return false;
    };
    let Some((last, between)) = variables.split_last() else {
        return text == first;
    };
    let Some(mut rest) = text.strip_prefix(&**first) else {
        return false;
    };
    for words in between {
        // At least one character stands in the place of a variable.
        let one = rest.chars().next().map_or(0, char::len_utf8);
        let Some(at) = rest[one..].find(&**words) else {
            return false;
        };
        rest = &rest[one + at + words.len()..];
    }
    rest.strip_suffix(&**last)
        .is_some_and(|rest| !rest.is_empty())
}

/// What a sentence is made of, as its file has it.
enum Part {
    Words(String),
    Variable,
    OneOf(Vec<Vec<Part>>),
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// To the end, or of a variant to the end of its line.
fn parts(text: &mut Chars<'_>, is_variant: bool) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut words = String::new();
    while let Some(&next) = text.peek() {
        if next == '\n' && is_variant {
            break;
        }
        text.next();
        if next == '{' {
            parts.push(Part::Words(std::mem::take(&mut words)));
            parts.push(placeable(text));
        } else {
            words.push(next);
        }
    }
    parts.push(Part::Words(words));
    parts
}

/// A variable, or the variants of a choice by one, after their opening brace.
fn placeable(text: &mut Chars<'_>) -> Part {
    let mut head = String::new();
    while !head.ends_with("->") {
        match text.next() {
            None | Some('}') => return Part::Variable,
            Some(next) => head.push(next),
        }
    }
    let mut variants = Vec::new();
    loop {
        match text.next() {
            None | Some('}') => return Part::OneOf(variants),
            Some(']') => {
                // The space behind the name of the variant.
                text.next_if_eq(&' ');
                variants.push(parts(text, true));
            }
            Some(_) => {}
        }
    }
}

fn expand(parts: &[Part]) -> Vec<Wording> {
    let mut wordings = vec![vec![String::new()]];
    for part in parts {
        match part {
            Part::Words(words) => {
                for wording in &mut wordings {
                    wording.last_mut().unwrap().push_str(words);
                }
            }
            Part::Variable => wordings.iter_mut().for_each(|it| it.push(String::new())),
            Part::OneOf(variants) => {
                let variants: Vec<_> = variants.iter().flat_map(|it| expand(it)).collect();
                let joined = |start: &Wording, end: &Wording| {
                    let mut joined = start.clone();
                    joined.last_mut().unwrap().push_str(&end[0]);
                    joined.extend_from_slice(&end[1..]);
                    joined
                };
                let all = wordings.iter().flat_map(|start| {
                    let joined = variants.iter().map(|end| joined(start, end));
                    joined.collect::<Vec<_>>()
                });
                wordings = all.collect();
            }
        }
    }
    wordings
}

/// All sentences of a language, by their folders and ids.
pub(super) fn sentences(language: &str) -> BTreeMap<String, Sentence> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/sentences/text");
    let files = ["island", "admin", "page"].into_iter().flat_map(|folder| {
        let entries = fs::read_dir(root.join(language).join(folder)).unwrap();
        entries.map(move |entry| (folder, fs::read_to_string(entry.unwrap().path()).unwrap()))
    });
    let all = files.flat_map(|(folder, file)| {
        let of_folder = |(id, text): (String, String)| (format!("{folder}/{id}"), text);
        messages(&file)
            .into_iter()
            .map(of_folder)
            .collect::<Vec<_>>()
    });
    all.map(|(id, text)| (id, Sentence::read(&text))).collect()
}

/// The messages of a file: a line with an id, and those that are indented below it.
fn messages(file: &str) -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, text)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
            messages.push((id.to_owned(), text.trim_start().to_owned()));
        } else if let Some((_, text)) = messages.last_mut().filter(|_| line.starts_with(' ')) {
            text.push('\n');
            text.push_str(line);
        }
    }
    messages
}

#[test]
fn a_sentence_is_known_by_its_words_whatever_stands_for_its_variables() {
    let replies = "{ $count ->\n    [one] { $count } reply on { $campaign } was released\n   \
                   *[other] { $count } replies on { $campaign } were released\n } today";
    let replies = Sentence::read(replies);
    for text in [
        "1 reply on Early vote was released today",
        "1,200 replies on A were released today",
    ] {
        assert!(replies.is(text), "{text}");
    }
    for text in [
        "1 reply on Early vote was released",
        "replies on A were released today",
        "1 respuesta de Early vote se liberó",
    ] {
        assert!(!replies.is(text), "{text}");
    }
    let spanish = Sentence::read("{ $count } ({ $of })");
    let english = Sentence::read("{ $count } ({ $of } in all)");
    assert!(english.without(&spanish).is("3 (4 in all)"));
    let alike = Sentence::read("{ $count } ({ $of })");
    assert!(!alike.without(&spanish).is("3 (4)"));
    let wordless = Sentence::read("{ $count } – { $of }");
    assert!(!wordless.without(&spanish).is("3 – 4"));
}
