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

/// Letters as Unicode's compatibility decomposition has them, in lower case, without marks and what is not seen. The
/// lines that stand for attachments are nobody's words.
pub(crate) fn fold(text: &str) -> String {
    text.split('\n')
        .filter(|line| !is_attachment(line.trim_end()))
        .flat_map(|line| line.chars().chain(['\n']))
        .nfkd()
        .filter(|&c| !is_combining_mark(c) && !is_invisible(c) && !is_apostrophe(c))
        .flat_map(char::to_lowercase)
        .collect()
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

/// NUL, soft hyphens, joiners, marks of direction and tags, which a phone or a clipboard adds unseen.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\0' | '\u{ad}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e007f}'
    )
}
