//! What somebody wrote as words to be compared: without case, accents, full-width letters, punctuation and emoji.

use crate::inbound_media::is_attachment;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The words of a text. An apostrophe parts no word: “don’t” is `dont`.
pub(crate) fn folded_words(text: &str) -> Vec<String> {
    words(&fold(text))
}

/// The words of each sentence of a folded text.
pub(crate) fn sentences(folded: &str) -> impl Iterator<Item = Vec<String>> {
    folded.split(is_end_of_sentence).map(words)
}

/// The words of each part of a sentence of a folded text, between commas, colons, brackets and dashes. A hyphen inside
/// a word parts nothing.
pub(crate) fn clauses(folded: &str) -> impl Iterator<Item = Vec<String>> {
    folded
        .split([',', ':', '(', ')', '–', '—'])
        .flat_map(|part| part.split(" -"))
        .flat_map(|part| part.split("- "))
        .flat_map(sentences)
}

/// Letters as Unicode's compatibility decomposition has them, in lower case, without marks and what is not seen. The
/// lines that stand for attachments are nobody's words.
pub(crate) fn fold(text: &str) -> String {
    own_lines(text)
        .flat_map(|line| line.chars().chain(['\n']))
        .nfkd()
        .filter(|&c| !is_combining_mark(c) && !is_invisible(c) && !is_apostrophe(c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The lines of a text but for those that stand for attachments.
pub(crate) fn own_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .filter(|line| !is_attachment(line.trim_end()))
}

/// The words of a folded text.
pub(crate) fn words(folded: &str) -> Vec<String> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_end_of_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ';' | '\n' | '。')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`')
}

/// NUL, soft hyphens, joiners, marks of direction, tags and fillers of Korean syllables, which a phone or a clipboard
/// adds unseen. Compatibility decomposition makes U+1160 of the fillers U+3164 and U+FFA0.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\0' | '\u{ad}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e007f}'
    )
}
