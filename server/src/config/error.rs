//! The errors of the configuration as a whole.

use std::io;

use server_mail::MailSettingsError;
use thiserror::Error;

/// The reason why a configuration is invalid. The message says what to do, and never has a secret.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The database's URL is invalid.
    #[error(
        "DATABASE_URL is not usable: {reason}. It has to look like postgres://user:password@host:5432/database; \
         unset it to let Baton run a private cluster."
    )]
    DatabaseUrl {
        /// The reason.
        reason: String,
    },

    /// There is no home folder for the data.
    #[error(
        "There is no home folder to keep the data in. Set BATON_DATA_DIR, for example to /var/lib/baton."
    )]
    NoHome,

    /// The path of this program is unknown.
    #[error(
        "Cannot find out where this program is ({0}). Set BATON_SITE_ROOT to the folder with the built page."
    )]
    NoProgram(#[source] io::Error),

    /// One of two settings that are needed together is missing.
    #[error(
        "{set} is set, {missing} is not. Set both to text through Twilio, or neither to simulate messages."
    )]
    HalfOfTwilio {
        /// The variable that is set.
        set: &'static str,
        /// The variable that is missing.
        missing: &'static str,
    },

    /// The account's id is invalid.
    #[error(
        "TWILIO_ACCOUNT_SID does not begin with AC. Take the Account SID from the first page of Twilio's console, not an API key's."
    )]
    NoAccountSid,

    /// One of two settings of e-mail that are needed together is missing.
    #[error("{set} is set, {missing} is not. Set both to send e-mail, or neither.")]
    HalfOfMail {
        /// The variable that is set.
        set: &'static str,
        /// The variable that is missing.
        missing: &'static str,
    },

    /// A setting of e-mail is invalid.
    #[error(transparent)]
    Mail(#[from] MailSettingsError),
}
