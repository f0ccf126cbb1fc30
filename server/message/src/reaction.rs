//! Reactions, which a phone sends as a text of its own that quotes the text that it reacts to.

use super::folded_words::folded_words;

/// What iPhones and Google Messages write before the quotation, as [`folded_words`] has it: an emoji is no word.
const REACTIONS: &[&str] = &[
    "liked",
    "loved",
    "disliked",
    "laughed at",
    "emphasized",
    "emphasised",
    "questioned",
    "reacted to",
    "reacted with a sticker to",
    "to",
    "removed a like from",
    "removed a heart from",
    "removed a dislike from",
    "removed a laugh from",
    "removed an exclamation from",
    "removed a question mark from",
    "removed from",
    // Spanish.
    "le gusto",
    "le encanto",
    "le dio risa",
    "exclamo por",
    "reacciono con a",
];

/// What somebody wrote themselves: of a reaction, such as `Liked “Hi Maya. Reply STOP to opt out”`, only what stands behind
/// the quotation; of any other message all of it, and so of a reaction whose quotation does not end.
pub(crate) fn without_quotation(message: &str) -> &str {
    behind_quotation(message).unwrap_or(message)
}

fn behind_quotation(message: &str) -> Option<&str> {
    let (reaction, quotation) = message.split_at(message.find(['“', '"'])?);
    let reaction = folded_words(reaction).join(" ");
    if !REACTIONS.contains(&reaction.as_str()) {
        return None;
    }
    if let Some(quoted) = quotation.strip_prefix('"') {
        return quoted.split_once('"').map(|(_, behind)| behind);
    }
    // Our text may have had quotations of its own.
    let mut open = 0_usize;
    for (at, c) in quotation.char_indices() {
        match c {
            '“' => open += 1,
            '”' => open = open.saturating_sub(1),
            _ => {}
        }
        if open == 0 {
            return quotation.get(at + c.len_utf8()..);
        }
    }
    None
}
