//! What can be wrong with the configuration as a whole.

use std::io;

use thiserror::Error;

/// A fault in the configuration, as a sentence that says what to do. It never carries a secret.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The database's address is none.
    #[error(
        "DATABASE_URL is not usable: {reason}. It has to look like postgres://user:password@host:5432/database; \
         unset it to let Baton run a private cluster."
    )]
    DatabaseUrl {
        /// What is wrong with it.
        reason: String,
    },

    /// There is no home folder to put the data in.
    #[error(
        "There is no home folder to keep the data in. Set BATON_DATA_DIR, for example to /var/lib/baton."
    )]
    NoHome,

    /// The system does not give the path of this program.
    #[error(
        "Cannot find out where this program is ({0}). Set BATON_SITE_ROOT to the folder with the built page."
    )]
    NoProgram(#[source] io::Error),

    /// One of two settings that make sense only together.
    #[error(
        "{set} is set, {missing} is not. Set both to text through Twilio, or neither to simulate messages."
    )]
    HalfOfTwilio {
        /// The variable that is there.
        set: &'static str,
        /// The one that is not.
        missing: &'static str,
    },

    /// Something else in the place of the account's id.
    #[error(
        "TWILIO_ACCOUNT_SID does not begin with AC. Take the Account SID from the first page of Twilio's console, not an API key's."
    )]
    NoAccountSid,
}
