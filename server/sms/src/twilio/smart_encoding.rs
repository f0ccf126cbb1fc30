//! What Twilio's Smart Encoding exchanges in a text: a Messaging Service that has it switched on sends, and lists, `"` for
//! `“`, so that a text stays within the alphabet in which it is short.

/// The characters that are exchanged, by what they become, as Twilio publishes them; but for full-width forms, which follow
/// from their numbers, and letters of phonetic alphabets, which nobody types. Where it exchanges a pair crosswise, the
/// characters of both are the same here.
const EXCHANGED: &[(&str, &str)] = &[
    ("«»“”„ʺˮ‟❝❞〝〞", "\""),
    ("‘’ʻˈʼʽʹ‛´ˊ`ˋ❛❜\u{313}\u{314}︐︑‗", "'"),
    ("–—―‐⁃•⎼⎽﹣", "-"),
    ("…", "..."),
    ("‼", "!!"),
    ("¼", "1/4"),
    ("½", "1/2"),
    ("¾", "3/4"),
    ("÷⧸\u{337}\u{338}⁄∕", "/"),
    ("⧹⧵\u{20e5}﹨", "\\"),
    ("\u{332}", "_"),
    ("\u{20d2}\u{20d3}∣⎸⎹⏐⎜⎟", "|"),
    ("﹫", "@"),
    ("﹩", "$"),
    ("ǃ︕﹗", "!"),
    ("﹟", "#"),
    ("﹪", "%"),
    ("﹠", "&"),
    ("‚\u{326}﹐﹑､、", ","),
    ("❨❪﹙⟮⦅", "("),
    ("❩❫﹚⟯⦆", ")"),
    ("⁎∗⊛✢✣✤✥✱✲✳✺✻✼✽❃❉❊❋⧆﹡", "*"),
    ("˖﹢", "+"),
    ("。﹒｡", "."),
    ("ː˸⦂꞉︓", ":"),
    ("⁏︔﹔", ";"),
    ("‹›>﹤﹥", "<"),
    ("\u{347}꞊﹦", "="),
    ("︖﹖", "?"),
    ("ˆ\u{302}\u{1dcd}", "^"),
    ("❴﹛", "{"),
    ("❵﹜", "}"),
    ("˜˷\u{303}\u{330}\u{334}∼", "~"),
];

/// The text by which one that was sent is recognized in Twilio's list: the same with and without Smart Encoding, whatever
/// spaces there are.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_whitespace() {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if !is_invisible(character) {
            let character = half_width(character);
            let of_it = |(characters, _): &&(&str, &str)| characters.contains(character);
            match EXCHANGED.iter().find(of_it) {
                Some((_, becomes)) => folded.push_str(becomes),
                None => folded.push(character),
            }
        }
    }
    folded.trim().to_owned()
}

/// Whether it takes no room, and is left out.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The character that a full-width form stands for.
fn half_width(character: char) -> char {
    match character {
        '！'..='～' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::{EXCHANGED, folded};

    #[test]
    fn a_text_is_the_same_with_and_without_smart_encoding() {
        for (sent, listed) in [
            ("It’s “on” – see you…", "It's \"on\" - see you..."),
            ("1½ cups\u{a0}of tea", "11/2 cups  of tea"),
            ("¿Quién? ‚Yo‘", "¿Quién? ,Yo'"),
            ("Ｈｉ！", "Hi!"),
            ("zero\u{200b}width\u{feff}", "zerowidth"),
            ("‹here› ‼", ">here< !!"),
            ("a\u{2028}b\tc", "a b       c"),
            ("👍 as it is", "👍 as it is"),
        ] {
            assert_eq!(folded(sent), folded(listed), "{sent}");
        }
    }

    #[test]
    fn other_words_are_other_texts() {
        for (one, other) in [("Yes", "No"), ("Yes", "Yes!"), ("👍", "👎"), ("1/2", "12")] {
            assert_ne!(folded(one), folded(other));
        }
    }

    #[test]
    fn what_becomes_of_a_character_is_exchanged_no_further() {
        for (_, becomes) in EXCHANGED {
            assert_eq!(folded(becomes), *becomes);
        }
    }
}
