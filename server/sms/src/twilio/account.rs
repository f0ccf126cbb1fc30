//! The configuration of a Twilio account.

use secrecy::SecretString;

/// A Twilio account with its credentials.
#[derive(Debug, Clone)]
pub struct TwilioAccount {
    /// The account's id, which begins with `AC`.
    pub account_sid: String,
    /// The secret of both the REST API and the signatures of webhooks.
    pub auth_token: SecretString,
    /// The address of the REST API, without a slash at the end.
    pub api_url: String,
    /// The address of the API of Messaging Services, without a slash at the end.
    pub messaging_url: String,
}
