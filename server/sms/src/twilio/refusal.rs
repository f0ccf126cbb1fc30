//! What Twilio's refusals mean for a text: try again, ask first, or give up.

use crate::SendError;
use reqwest::StatusCode;
use serde::Deserialize;
use std::time::Duration;

// The contact sent STOP to this number, and the carrier will let nothing through.
const OPTED_OUT: u32 = 21610;
// Too many requests for the account; too many texts queued for the number.
const TOO_MANY: [u32; 2] = [20429, 21611];

/// The body of an error answer.
#[derive(Debug, Default, Deserialize)]
pub struct Refusal {
    code: Option<u32>,
    message: Option<String>,
}

/// What an answer that is no success says about the text.
pub fn of_answer(status: StatusCode, refusal: Refusal, retry_after: Option<Duration>) -> SendError {
    let reason = sentence(status, &refusal);
    match (status.as_u16(), refusal.code) {
        (_, Some(OPTED_OUT)) => SendError::OptedOut,
        (429, _) => SendError::Transient {
            reason,
            retry_after,
        },
        (_, Some(code)) if TOO_MANY.contains(&code) => SendError::Transient {
            reason,
            retry_after,
        },
        // Twilio may have taken it before it failed.
        (408 | 500.., _) => SendError::Uncertain { reason },
        // A wrong token or account, one that is suspended, a proxy in between: nothing that is wrong
        // with the text, and somebody will mend it.
        (300..=399 | 401 | 404 | 409 | 425, _) | (403, None | Some(20000..=20999)) => {
            SendError::Transient {
                reason,
                retry_after,
            }
        }
        _ => SendError::Permanent { reason },
    }
}

/// What a request that got no answer says about the text.
pub fn of_transport(error: reqwest::Error) -> SendError {
    if error.is_connect() || error.is_builder() {
        // It never left.
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
