//! The mapping of Twilio's errors, and of transport errors, to [`SendError`].

use crate::SendError;
use reqwest::StatusCode;
use serde::Deserialize;
use server_message::FailureCode;
use std::time::Duration;

/// Twilio's codes for too many requests of the account, and too many queued texts of the number.
const TOO_MANY: [FailureCode; 2] = [FailureCode(20429), FailureCode(21611)];

/// Twilio's codes for a number that is not one of Twilio's, or is still being ported to it, that is not the account's, and
/// that sends no texts; and for a Messaging Service that does not exist, that is not valid, and that has no sender for the
/// addressee. It can be corrected; the text is not at fault. 21606, which may mean any of these, is none: it is the one that
/// is left for a number and an addressee who do not fit together.
const SENDER: [FailureCode; 6] = [
    FailureCode(21659),
    FailureCode(21660),
    FailureCode(21661),
    FailureCode(21701),
    FailureCode(21705),
    FailureCode(21703),
];

/// The body of an error answer.
#[derive(Debug, Default, Deserialize)]
pub struct Refusal {
    code: Option<u32>,
    message: Option<String>,
}

/// The error of an answer without success.
pub fn of_answer(status: StatusCode, refusal: Refusal, retry_after: Option<Duration>) -> SendError {
    let reason = sentence(status, &refusal);
    let code = refusal.code.and_then(|code| i32::try_from(code).ok());
    let code = code.map(FailureCode);
    match (status.as_u16(), code) {
        _ if code == Some(FailureCode::OPTED_OUT) => SendError::OptedOut,
        _ if status == StatusCode::TOO_MANY_REQUESTS
            || code.is_some_and(|code| TOO_MANY.contains(&code)) =>
        {
            SendError::Deferred {
                reason,
                code,
                retry_after,
            }
        }
        (400..=499, Some(code)) if SENDER.contains(&code) => {
            SendError::SenderNotUsable { reason, code }
        }
        // Twilio may have accepted the text before it failed.
        (408 | 500.., _) => SendError::Uncertain { reason },
        // The account, its token or a proxy is at fault and can be corrected; the text is not.
        (300..=399 | 401 | 404 | 409 | 425, _) | (403, None | Some(FailureCode(20000..=20999))) => {
            SendError::Transient {
                reason,
                retry_after,
            }
        }
        _ => SendError::Permanent { reason, code },
    }
}

/// The error of a request without an answer.
pub fn of_transport(error: reqwest::Error) -> SendError {
    if error.is_connect() || error.is_builder() {
        // The request was never sent.
        SendError::Transient {
            reason: format!("Twilio was not reached: {error}"),
            retry_after: None,
        }
    } else {
        SendError::Uncertain {
            reason: format!("Twilio’s answer was lost: {error}"),
        }
    }
}

fn sentence(status: StatusCode, refusal: &Refusal) -> String {
    let message = refusal.message.as_deref().unwrap_or("no reason was given");
    let message: String = message.chars().take(300).collect();
    match refusal.code {
        Some(code) => format!("Twilio {code}: {message}"),
        None => format!("Twilio answered {status}: {message}"),
    }
}
