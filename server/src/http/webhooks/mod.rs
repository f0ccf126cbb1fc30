//! What carriers call. These routes are signed, not signed in: they stand outside of the session and
//! the CSRF layer.

mod twilio;
#[cfg(test)]
mod twilio_tests;

pub use twilio::TwilioWebhook;

use axum::Router;
use axum::extract::FromRef;

/// The routes of all carriers.
pub fn routes<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    TwilioWebhook: FromRef<S>,
{
    twilio::routes()
}
