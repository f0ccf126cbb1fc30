//! Stop words, by which a contact opts out.

/// The carriers' list (CTIA short code handbook and Twilio's default opt-out keywords).
const STOP_WORDS: [&str; 9] = [
    "stop",
    "stopall",
    "unsubscribe",
    "cancel",
    "end",
    "quit",
    "revoke",
    "optout",
    "stop all",
];

/// Whether the message is nothing but a stop word, in any case, with space around it.
pub fn is_stop_word(message: &str) -> bool {
    let message = message.trim();
    STOP_WORDS
        .iter()
        .any(|word| message.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::{STOP_WORDS, is_stop_word};
    use proptest::prelude::*;

    #[test]
    fn a_sentence_that_holds_the_word_is_a_reply() {
        assert!(!is_stop_word("please stop"));
        assert!(!is_stop_word("stop by on Sunday?"));
        assert!(!is_stop_word(""));
        assert!(!is_stop_word("stop."));
    }

    proptest! {
        #[test]
        fn case_and_surrounding_space_do_not_matter(
            word in proptest::sample::select(STOP_WORDS.to_vec()),
            upper in any::<u16>(),
            before in "[ \t\n]{0,3}",
            after in "[ \t\r\n]{0,3}",
        ) {
            let mixed: String = word
                .char_indices()
                .map(|(i, c)| if upper >> (i % 16) & 1 == 1 { c.to_ascii_uppercase() } else { c })
                .collect();
            let message = [before, mixed, after].concat();
            prop_assert!(is_stop_word(&message));
        }
    }
}
