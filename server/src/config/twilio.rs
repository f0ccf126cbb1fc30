//! The account at the carrier.

use secrecy::{ExposeSecret, SecretString};
use server_sms::twilio::TwilioAccount;

use super::{BaseUrl, ConfigError};

/// All, nothing, or a sentence about what is missing.
pub(super) fn account(
    account_sid: Option<&str>,
    auth_token: Option<&SecretString>,
    api_url: &BaseUrl,
) -> Result<Option<TwilioAccount>, ConfigError> {
    let account_sid = account_sid.map(str::trim).filter(|sid| !sid.is_empty());
    let auth_token = auth_token.filter(|token| !token.expose_secret().trim().is_empty());
    match (account_sid, auth_token) {
        (None, None) => Ok(None),
        (Some(_), None) => Err(ConfigError::HalfOfTwilio {
            set: "TWILIO_ACCOUNT_SID",
            missing: "TWILIO_AUTH_TOKEN",
        }),
        (None, Some(_)) => Err(ConfigError::HalfOfTwilio {
            set: "TWILIO_AUTH_TOKEN",
            missing: "TWILIO_ACCOUNT_SID",
        }),
        // The id of an API key begins with SK and looks alike; mixing them up is the usual mistake.
        (Some(account_sid), Some(_)) if !account_sid.starts_with("AC") => {
            Err(ConfigError::NoAccountSid)
        }
        (Some(account_sid), Some(auth_token)) => Ok(Some(TwilioAccount {
            account_sid: account_sid.to_owned(),
            auth_token: SecretString::from(auth_token.expose_secret().trim()),
            api_url: api_url.to_string(),
        })),
    }
}
