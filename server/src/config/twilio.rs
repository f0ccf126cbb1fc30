//! The Twilio account in the configuration.

use secrecy::{ExposeSecret, SecretString};
use server_sms::twilio::TwilioAccount;

use super::{BaseUrl, ConfigError};

const API_URL: &str = "https://api.twilio.com";
const MESSAGING_URL: &str = "https://messaging.twilio.com";

/// The account, if there is one; an error if a part of it is missing.
pub(super) fn account(
    account_sid: Option<&str>,
    auth_token: Option<&SecretString>,
    api_url: Option<&BaseUrl>,
    messaging_url: Option<&BaseUrl>,
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
        // The usual mistake is the id of an API key, which begins with SK.
        (Some(account_sid), Some(_)) if !account_sid.starts_with("AC") => {
            Err(ConfigError::NoAccountSid)
        }
        (Some(account_sid), Some(auth_token)) => Ok(Some(TwilioAccount {
            account_sid: account_sid.to_owned(),
            auth_token: SecretString::from(auth_token.expose_secret().trim()),
            api_url: api_url.map_or(API_URL, BaseUrl::as_str).to_owned(),
            // What stands in for the one API stands in for the other, unless something else does.
            messaging_url: messaging_url
                .or(api_url)
                .map_or(MESSAGING_URL, BaseUrl::as_str)
                .to_owned(),
        })),
    }
}
