//! The idle clock of a reply, as the specification states it. The database runs the same rule over
//! millions of rows (`server/store/src/rules/`); a property test holds the two against each other.

use super::IdleInterval;
use chrono::{DateTime, TimeDelta, Utc};

/// How long after the last keystroke a conversation is left alone.
pub const COMPOSING_GRACE: TimeDelta = TimeDelta::minutes(2);

/// The moments by which one reply's idleness is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdleClock {
    /// The earliest inbound message after the last outbound one.
    pub waiting_since: DateTime<Utc>,
    /// When the present holder got it, or last acted on it.
    pub held_since: DateTime<Utc>,
    /// When the holder last typed.
    pub draft_edited_at: Option<DateTime<Utc>>,
}

impl IdleClock {
    /// How long it has been idle at `now`; negative if the clock starts later.
    pub fn idle(&self, now: DateTime<Utc>) -> TimeDelta {
        now - self.waiting_since.max(self.held_since)
    }

    /// Whether it is idle for the interval, and nobody is composing an answer. Composing protects
    /// it to twice the interval and no longer.
    pub fn qualifies(&self, now: DateTime<Utc>, interval: IdleInterval) -> bool {
        let interval = TimeDelta::minutes(i64::from(interval.minutes()));
        let idle = self.idle(now);
        let composing = self
            .draft_edited_at
            .is_some_and(|at| at > now - COMPOSING_GRACE);
        idle >= interval && (!composing || idle >= interval * 2)
    }
}

#[cfg(test)]
mod tests {
    use super::{IdleClock, IdleInterval};
    use chrono::{DateTime, TimeDelta, Utc};

    fn reply(waiting: i64, held: i64, draft: Option<i64>) -> bool {
        let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000);
        let ago = |seconds| now - TimeDelta::seconds(seconds);
        let clock = IdleClock {
            waiting_since: ago(waiting),
            held_since: ago(held),
            draft_edited_at: draft.map(ago),
        };
        clock.qualifies(now, IdleInterval::ONE_HOUR)
    }

    #[test]
    fn counts_from_the_later_of_waiting_and_holding() {
        assert!(reply(3600, 9000, None), "exactly the interval");
        assert!(!reply(3599, 9000, None));
        assert!(!reply(9000, 600, None));
    }

    #[test]
    fn composing_protects_for_two_minutes_and_never_past_twice_the_interval() {
        assert!(!reply(4200, 9000, Some(60)));
        assert!(!reply(4200, 9000, Some(119)));
        assert!(reply(4200, 9000, Some(120)));
        assert!(!reply(7199, 9000, Some(1)));
        assert!(reply(7200, 9000, Some(1)));
    }
}
