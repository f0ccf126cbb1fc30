//! Answer times of a campaign, with and without automatic release.

use super::Age;

/// The waits that ended in an answer, by whether automatic release was on when it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AnswerTimes {
    /// While it was off; `None` if nothing was answered then.
    pub without: Option<AnswerWaits>,
    /// While it was on; `None` if nothing was answered then.
    pub with: Option<AnswerWaits>,
}

/// The waits of the latest answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerWaits {
    /// How many answers these are: at most the last 10,000.
    pub answers: u32,
    /// Half of them did not wait longer.
    pub median: Age,
    /// 90 of 100 did not wait longer.
    pub percentile_90: Age,
    /// 95 of 100 did not wait longer. The others are those whom a campaign has let down.
    pub percentile_95: Age,
}
