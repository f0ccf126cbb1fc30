//! Which conversations a release looks at, and where they stand.

use const_format::formatcp;

/// The campaign is launched and not archived, paused or not: who writes in waits for an answer, and its texters keep
/// what they hold.
pub(crate) const CAMPAIGN_LAUNCHED: &str = "ca.started_at is not null and ca.archived_at is null";

/// The campaign runs: texts can be sent on it, handed out and released.
pub(crate) const CAMPAIGN_OPEN: &str = formatcp!("{CAMPAIGN_LAUNCHED} and ca.paused_at is null");

/// A reply that a texter holds, and that nobody else can reach.
pub(crate) const UNHANDLED: &str = "cv.status = 'needs_response' and cv.assigned_to is not null";

/// An unhandled reply that its texter can answer, on a campaign that runs: nothing goes out to who has opted out,
/// even if they write again.
pub(crate) const ANSWERABLE: &str =
    formatcp!("{UNHANDLED} and not cv.opted_out and {CAMPAIGN_OPEN}");

/// An unhandled reply of somebody who waits for an answer, whether or not the campaign is paused.
pub(crate) const AWAITED: &str =
    formatcp!("{UNHANDLED} and not cv.opted_out and {CAMPAIGN_LAUNCHED}");

/// An initial that was handed out to a texter and not sent.
pub(crate) const UNSENT: &str = "cv.status = 'needs_message' and cv.assigned_to is not null";

/// A reply that nobody holds.
pub(super) const IN_POOL: &str = "cv.status = 'needs_response' and cv.assigned_to is null";
