//! What a member holds, in words.

use crate::domain::Holdings;
use sentences::{island, page};

/// What a release of it would take: `2 replies · 3 unsent messages`.
pub fn holdings_words(holdings: &Holdings) -> String {
    let replies = (holdings.replies > 0).then(|| island::counted_replies(holdings.replies));
    let initials =
        (holdings.initials > 0).then(|| page::counted_unsent_messages(holdings.initials));
    let words: Vec<String> = replies.into_iter().chain(initials).collect();
    match words.as_slice() {
        [] => page::holds_nothing().to_owned(),
        words => words.join(" · "),
    }
}

/// What a release would leave with the member, a line for each reason.
pub fn not_released_words(holdings: &Holdings) -> Vec<String> {
    let left_out = holdings.left_out.iter();
    left_out
        .map(|left| page::stays_with_them(&left.reason.counted(left.conversations)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{holdings_words, not_released_words};
    use crate::domain::{Holdings, LeftOut, LeftOutReason};

    #[test]
    fn says_what_would_be_released_and_what_would_not() {
        assert_eq!(holdings_words(&Holdings::default()), "Nothing");
        let holdings = Holdings {
            replies: 2,
            initials: 1,
            left_out: vec![LeftOut {
                reason: LeftOutReason::OptedOut,
                conversations: 3,
            }],
        };
        assert_eq!(holdings_words(&holdings), "2 replies · 1 unsent message");
        let [not_released] = &not_released_words(&holdings)[..] else {
            panic!("one reason is one line");
        };
        assert!(
            not_released.starts_with("Not released: 3 "),
            "{not_released}"
        );
    }
}
