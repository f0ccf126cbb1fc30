//! Phrases, looked for at the start of words.

/// How many words the longest phrase has that they begin with; 0: with none.
pub(crate) fn longest_at_start(words: &[String], phrases: &[&str]) -> usize {
    let at_start = phrases.iter().filter(|phrase| begins(words, phrase));
    let lengths = at_start.map(|phrase| phrase.split(' ').count());
    lengths.max().unwrap_or(0)
}

/// Whether the words begin with the phrase.
pub(crate) fn begins(words: &[String], phrase: &str) -> bool {
    // Most of the hundreds of phrases differ in their first letters, which is seen without splitting them.
    let may_begin = words
        .first()
        .is_some_and(|first| phrase.starts_with(first.as_str()));
    let mut words = words.iter();
    may_begin
        && phrase
            .split(' ')
            .all(|part| words.next().is_some_and(|word| word == part))
}

/// The words behind the first so many.
pub(crate) fn skip_words(words: &[String], length: usize) -> &[String] {
    words.get(length..).unwrap_or_default()
}
