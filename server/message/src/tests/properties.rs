use crate::{Keyword, may_want_to_opt_out};
use proptest::prelude::*;
use proptest::sample::select;

/// The carriers' list, as the specification has it.
const CARRIERS: [&str; 14] = [
    "stop",
    "stopall",
    "stop all",
    "unsubscribe",
    "cancel",
    "end",
    "quit",
    "revoke",
    "optout",
    "opt out",
    "opt-out",
    "stop2quit",
    "stop=quit",
    "stop to quit",
];
const COURTESY: [&str; 9] = [
    "please",
    "Thank you",
    "thanks",
    "Hi",
    "ok",
    "thank you very much",
    "and thank you",
    "God bless",
    "have a nice day",
];
/// Words that are no courtesy, and no part of a stop word.
const OTHERS: [&str; 8] = ["by", "when", "does", "bus", "my", "voting", "I", "wont"];
/// What may stand around and between.
const AROUND: [&str; 14] = [
    " ", "\n", "\t", "\"", "“", "’", ".", "!", "…", "🙂", "🛑", "\u{200b}", "\u{fe0f}", ", ",
];

fn around() -> impl Strategy<Value = String> {
    prop::collection::vec(select(AROUND.to_vec()), 0..4).prop_map(|parts| parts.concat())
}

/// What parts a sentence.
const SEPARATORS: [&str; 8] = [", ", ": ", " (", " - ", " -", "- ", " – ", "—"];

/// A phrase as somebody may type it: any case, perhaps in full-width letters.
fn typed(phrase: &'static str) -> impl Strategy<Value = String> {
    (any::<u32>(), any::<bool>()).prop_map(move |(upper, wide)| {
        let cased = phrase.chars().enumerate().map(|(i, c)| {
            if upper >> (i % 32) & 1 == 1 {
                c.to_ascii_uppercase()
            } else {
                c
            }
        });
        let widened = cased.map(|c| match c {
            'a'..='z' | 'A'..='Z' if wide => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
            other => other,
        });
        widened.collect()
    })
}

/// The phrase with some of its letters as the figures and marks that look like them.
fn disguised(phrase: &'static str) -> impl Strategy<Value = String> {
    let figure = |c| match c {
        'o' => '0',
        's' => '$',
        't' => '7',
        'e' => '3',
        'i' => '1',
        'a' => '@',
        other => other,
    };
    let letters = any::<u32>().prop_map(move |which| -> String {
        let letters = phrase.chars().enumerate();
        letters
            .map(|(i, c)| {
                if which >> (i % 32) & 1 == 1 {
                    figure(c)
                } else {
                    c
                }
            })
            .collect()
    });
    letters.prop_filter("it is as the carriers have it", move |text| text != phrase)
}

/// Courtesy, perhaps none.
fn courtesy() -> impl Strategy<Value = String> {
    let phrases = prop::collection::vec(
        (select(COURTESY.to_vec()).prop_flat_map(typed), around()),
        0..3,
    );
    phrases.prop_map(|phrases| {
        let phrases = phrases.into_iter();
        phrases
            .map(|(text, after)| format!(" {text} {after}"))
            .collect()
    })
}

/// Words that are no courtesy, and no part of a stop word.
fn others(length: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let words = prop::collection::vec(select(OTHERS.to_vec()).prop_flat_map(typed), length);
    words.prop_map(|words| words.join(" "))
}

/// A part of a message, and whether it is of the carriers' list, courtesy, or neither.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    Keyword,
    Courtesy,
    Other,
}

fn part() -> impl Strategy<Value = (Part, String)> {
    prop_oneof![
        2 => select(CARRIERS.to_vec()).prop_flat_map(typed).prop_map(|text| (Part::Keyword, text)),
        2 => select(COURTESY.to_vec()).prop_flat_map(typed).prop_map(|text| (Part::Courtesy, text)),
        1 => select(OTHERS.to_vec()).prop_flat_map(typed).prop_map(|text| (Part::Other, text)),
    ]
}

proptest! {
    #[test]
    fn a_message_opts_out_exactly_if_it_is_stop_words_and_courtesy(
        parts in prop::collection::vec((part(), around()), 0..6),
        first in around(),
    ) {
        let mut message = first;
        for ((_, text), after) in &parts {
            message.push_str(text);
            message.push(' ');
            message.push_str(after);
        }
        let has = |kind| parts.iter().any(|((part, _), _)| *part == kind);
        let expected = has(Part::Keyword) && !has(Part::Other);
        prop_assert_eq!(Keyword::of(&message) == Some(Keyword::Stop), expected, "{:?}", message);
        if expected {
            prop_assert!(!may_want_to_opt_out(&message), "it is decided already");
        }
    }

    #[test]
    fn a_disguised_stop_word_and_courtesy_are_looked_at_by_somebody(
        before in courtesy(),
        word in select(CARRIERS.to_vec()).prop_flat_map(disguised),
        after in courtesy(),
    ) {
        let message = format!("{before} {word} {after}");
        prop_assert_ne!(Keyword::of(&message), Some(Keyword::Stop), "{}", message);
        prop_assert!(may_want_to_opt_out(&message), "{}", message);
    }

    #[test]
    fn a_stop_word_that_is_a_part_of_a_sentence_is_looked_at_by_somebody(
        before in others(1..4),
        first in select(SEPARATORS.to_vec()),
        beside in select(vec!["", "no ", "Just ", "please "]),
        word in select(CARRIERS.to_vec()).prop_flat_map(typed),
        second in select(SEPARATORS.to_vec()),
        after in others(0..4),
    ) {
        let message = format!("{before}{first}{beside}{word}{second}{after}");
        prop_assert_ne!(Keyword::of(&message), Some(Keyword::Stop), "{}", message);
        prop_assert!(may_want_to_opt_out(&message), "{}", message);
    }

    #[test]
    fn a_stop_word_that_is_part_of_another_word_is_none(
        word in select(CARRIERS.to_vec()),
        more in "[a-z]{1,3}",
    ) {
        let words = [[word, &*more].concat(), [&*more, word].concat()];
        for message in words {
            let known = CARRIERS.contains(&message.as_str());
            prop_assert!(known || Keyword::of(&message) != Some(Keyword::Stop), "{}", message);
        }
    }

    #[test]
    fn whatever_is_written_is_read(message in any::<String>()) {
        let out = Keyword::of(&message) == Some(Keyword::Stop);
        prop_assert!(!(out && may_want_to_opt_out(&message)));
    }
}
