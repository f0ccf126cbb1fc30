//! The webhooks that message services call. A signature authenticates them, so they are outside of the session and
//! CSRF layers.

#[cfg(test)]
mod tests;
mod twilio;
mod twilio_number;
mod twilio_report;

pub use twilio::{PATH as TWILIO_PATH, STATUS_PATH as TWILIO_STATUS_PATH, TwilioWebhook};

use axum::Router;
use axum::extract::FromRef;

/// The webhooks of all message services.
pub fn routes<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    TwilioWebhook: FromRef<S>,
{
    twilio::routes()
}
