//! Live figures, in words: the same in the page as it is made and in the events that follow.

use crate::domain::{MAX_COUNTED, MAX_ESCALATED, PoolId, PoolKind};
use crate::ports::PoolFill;
use sentences::page;

/// How many requests wait for a decision; nothing at none, so that the badge is hidden.
pub fn requests_figure(pending: u32) -> (String, String) {
    let words = match pending {
        0 => String::new(),
        pending => pending.to_string(),
    };
    ("requests".to_owned(), words)
}

/// How many escalated conversations wait for the reader's teams; nothing at none, so that the badge is hidden.
pub fn escalated_figure(waiting: u32) -> (String, String) {
    let words = match waiting {
        0 => String::new(),
        MAX_ESCALATED.. => format!("{}+", MAX_ESCALATED - 1),
        waiting => waiting.to_string(),
    };
    ("escalated".to_owned(), words)
}

/// The same as a sentence, on a texter's home; nothing at none, so that the notice is hidden.
pub fn escalated_notice(waiting: u32) -> (String, String) {
    let words = match waiting {
        0 => String::new(),
        MAX_ESCALATED.. => page::many_escalated_wait(MAX_ESCALATED - 1),
        waiting => page::escalated_wait(waiting),
    };
    ("escalated-notice".to_owned(), words)
}

/// What lies in a pool: "25 replies", and how long the oldest waits.
pub fn pool_figures(fill: &PoolFill) -> [(String, String); 2] {
    let lies = match fill.kind {
        kind if fill.waiting < MAX_COUNTED => kind.counted(fill.waiting),
        PoolKind::Replies => page::replies_or_more(MAX_COUNTED),
        PoolKind::Initials => page::initial_messages_or_more(MAX_COUNTED),
    };
    let oldest = fill
        .oldest_wait
        .map(|age| page::oldest_waits(&age.to_string()))
        .unwrap_or_default();
    [
        (pool_figure(fill.pool, "lies"), lies),
        (pool_figure(fill.pool, "oldest"), oldest),
    ]
}

/// The name of a pool's figure.
fn pool_figure(pool: PoolId, what: &str) -> String {
    format!("pool-{pool}-{what}")
}

#[cfg(test)]
mod tests {
    use super::{escalated_figure, escalated_notice, pool_figures, requests_figure};
    use crate::domain::{Age, MAX_COUNTED, MAX_ESCALATED, PoolId, PoolKind};
    use crate::ports::PoolFill;

    #[test]
    fn figures_read_as_sentences() {
        let fill = PoolFill {
            pool: PoolId(7),
            kind: PoolKind::Replies,
            waiting: 1200,
            oldest_wait: Some(Age(7800)),
        };
        let words = pool_figures(&fill).map(|(_, words)| words);
        assert_eq!(words, ["1,200 replies", "oldest wait 2 h 10 min"]);
        let nothing = PoolFill {
            kind: PoolKind::Initials,
            waiting: 1,
            oldest_wait: None,
            ..fill
        };
        let words = pool_figures(&nothing).map(|(_, words)| words);
        assert_eq!(words, ["1 initial message", ""]);
        let full = PoolFill {
            waiting: MAX_COUNTED,
            ..fill
        };
        assert_eq!(pool_figures(&full)[0].1, "10,000 or more replies");
        assert_eq!(requests_figure(0).1, "");
        assert_eq!(requests_figure(12).1, "12");
        let escalated = [0, 99, MAX_ESCALATED].map(|waiting| escalated_figure(waiting).1);
        assert_eq!(escalated, ["", "99", "99+"]);
        let notice = [0, 1, MAX_ESCALATED].map(|waiting| escalated_notice(waiting).1);
        let expected = [
            "",
            "1 escalated conversation waits for someone to take it",
            "More than 99 escalated conversations wait for someone to take them",
        ];
        assert_eq!(notice, expected);
    }
}
