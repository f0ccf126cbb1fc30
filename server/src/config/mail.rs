//! The mail server in the configuration.

use secrecy::{ExposeSecret, SecretString};
use server_mail::MailSettings;

use super::ConfigError;

/// The settings, if there are any; an error if a part of them is missing or not valid.
pub(super) fn settings(
    url: Option<&SecretString>,
    from: Option<&str>,
) -> Result<Option<MailSettings>, ConfigError> {
    let url = url
        .map(SecretString::expose_secret)
        .filter(|url| !url.trim().is_empty());
    let from = from.filter(|from| !from.trim().is_empty());
    match (url, from) {
        (None, None) => Ok(None),
        (Some(_), None) => Err(ConfigError::HalfOfMail {
            set: "BATON_SMTP_URL",
            missing: "BATON_MAIL_FROM",
        }),
        (None, Some(_)) => Err(ConfigError::HalfOfMail {
            set: "BATON_MAIL_FROM",
            missing: "BATON_SMTP_URL",
        }),
        (Some(url), Some(from)) => Ok(Some(MailSettings::new(url, from)?)),
    }
}
