//! The replies that a texter holds, in words.

use crate::domain::{LeftOutReason, ReplyCounts};
use sentences::page;

/// How many of them can be answered now, and why the others cannot: "33 can be answered now · 2 outside the contact’s
/// texting hours · 2 on paused campaigns". Empty where all of them can.
pub fn held_words(held: ReplyCounts) -> String {
    if held.open_now == held.all {
        return String::new();
    }
    let outside_hours = held.all.saturating_sub(held.open_now + held.paused);
    let now = (held.open_now > 0).then(|| page::can_be_answered_now(held.open_now));
    let reasons = [
        (LeftOutReason::OutsideHours, outside_hours),
        (LeftOutReason::CampaignPaused, held.paused),
    ];
    let reasons = reasons.into_iter().filter(|(_, count)| *count > 0);
    let others = reasons.map(|(reason, count)| reason.counted(count));
    let words: Vec<_> = now.into_iter().chain(others).collect();
    words.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::held_words;
    use crate::domain::ReplyCounts;

    #[test]
    fn add_up_where_not_all_can_be_answered() {
        let words = |all, open_now, paused| {
            held_words(ReplyCounts {
                all,
                open_now,
                paused,
            })
        };
        assert_eq!(words(33, 33, 0), "");
        assert_eq!(
            words(37, 33, 2),
            "33 can be answered now · 2 outside the contact’s texting hours · 2 on paused campaigns"
        );
        assert_eq!(words(1, 0, 1), "1 on paused campaigns");
    }
}
