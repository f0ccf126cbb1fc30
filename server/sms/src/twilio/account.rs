use secrecy::SecretString;

/// A Twilio account, complete.
#[derive(Debug, Clone)]
pub struct TwilioAccount {
    /// Which account; begins with `AC`.
    pub account_sid: String,
    /// Signs in to the REST API, and signs the webhooks.
    pub auth_token: SecretString,
    /// Where the REST API is, without a slash at the end.
    pub api_url: String,
}
