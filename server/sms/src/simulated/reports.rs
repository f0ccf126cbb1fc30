//! The delivery reports of the simulated service.

use super::Behavior;
use super::answer::rng;
use rand::{Rng, seq::IndexedRandom};
use server_message::{FailureCode, OutboundText, ReportedState};
use std::time::Duration;

/// How long after a text its reports come, at most: sooner than most answers.
const SENT_AFTER: Duration = Duration::from_secs(1);
const DONE_AFTER: Duration = Duration::from_secs(3);
/// Why texts fail, as carriers say it: phones that cannot be reached, and what was filtered. Nobody opts out so.
const CODES: [i32; 4] = [30003, 30005, 30006, 30007];

/// The reports on a text: that it was sent, and then that it was delivered, or why not; each with its delay. `turn` is as
/// in [`super::answer()`], and the same arguments give the same reports.
pub fn reports(
    behavior: &Behavior,
    text: &OutboundText,
    turn: i64,
) -> [(ReportedState, Duration); 2] {
    let rng = &mut rng(
        behavior.seed,
        &["report", text.to.as_str(), &turn.to_string(), &text.body],
    );
    let is_failing = rng.random_range(0..100) < behavior.failing;
    let outcome = if is_failing {
        ReportedState::Failed(CODES.choose(rng).copied().map(FailureCode))
    } else {
        ReportedState::Delivered
    };
    [
        (ReportedState::Sent, SENT_AFTER.min(behavior.slowest)),
        (outcome, DONE_AFTER.min(behavior.slowest)),
    ]
}

/// Whether a text with these reports reaches its phone.
pub fn arrives(reports: &[(ReportedState, Duration)]) -> bool {
    let mut reports = reports.iter();
    !reports.any(|(state, _)| matches!(state, ReportedState::Failed(_)))
}
