//! The address that a text is sent with, for its delivery reports.

/// How often Twilio repeats a report, and after which failures: an answer from 500 on, no connection, no answer. Without it a
/// report that a server which restarts, or whose database is away, could not write would be lost. Twilio ends with the
/// repeats after 15 seconds, whatever their number.
/// <https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides>
///
/// The fragment is for Twilio. No fragment is part of a request, and none is signed: the signature is over the URL, from
/// its protocol to the end of its query (<https://www.twilio.com/docs/usage/security#validating-requests>), so that
/// [`is_authentic`](super::is_authentic) is asked about the address without it.
const REPEATS: &str = "#rc=3&rp=5xx,ct,rt";

/// The value of `StatusCallback`, of the URL that takes in reports.
pub fn status_callback(url: &str) -> String {
    [url, REPEATS].concat()
}
