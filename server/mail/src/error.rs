//! What can go wrong with a message.

use lettre::transport::smtp;
use std::error::Error as _;

/// Why a message was not sent. The reason is for logs and for whoever runs the server; it never has a password.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The mail server was not reached, did not answer, or asks to try later: the same message may be accepted later.
    #[error("{0}")]
    Passing(String),
    /// The mail server refused the message for good, or nobody can have this address.
    #[error("{0}")]
    Refused(String),
}

impl From<smtp::Error> for MailError {
    fn from(error: smtp::Error) -> Self {
        let mut reason = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            // The library's own words repeat the cause at times.
            let cause_words = cause.to_string();
            if !reason.contains(&cause_words) {
                reason = format!("{reason}: {cause_words}");
            }
            source = cause.source();
        }
        // 530 to 538 refuse the sign-in of this server, which somebody mends, and no message.
        let is_sign_in = error
            .status()
            .is_some_and(|code| code.to_string().starts_with("53"));
        if error.is_permanent() && !is_sign_in {
            Self::Refused(reason)
        } else {
            Self::Passing(reason)
        }
    }
}
