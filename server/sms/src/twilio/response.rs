//! The answers of Twilio's APIs to the check of a sender, read.

use app::domain::SenderCheck;
use reqwest::{Response, StatusCode};
use serde::Deserialize;

/// Twilio's code for an account that is suspended or closed.
const ACCOUNT_NOT_ACTIVE: u32 = 20005;

/// The maximum length of a reason, in characters.
const MAX_REASON: usize = 300;

#[derive(Default, Deserialize)]
struct Refusal {
    code: Option<u32>,
    message: Option<String>,
}

/// The check of a request without an answer.
pub fn of_transport(error: &reqwest::Error) -> SenderCheck {
    if error.is_timeout() && !error.is_connect() {
        SenderCheck::NoAnswer
    } else {
        SenderCheck::NotReached
    }
}

/// The value of an answer, or why there is none.
pub async fn read<T: for<'de> Deserialize<'de>>(response: Response) -> Result<T, SenderCheck> {
    let status = response.status();
    if status == StatusCode::OK {
        return response.json().await.map_err(|error| {
            if error.is_timeout() {
                SenderCheck::NoAnswer
            } else {
                SenderCheck::Unexpected(excerpt(&error.without_url().to_string()))
            }
        });
    }
    let refusal: Refusal = response.json().await.unwrap_or_default();
    if refusal.code == Some(ACCOUNT_NOT_ACTIVE) {
        return Err(SenderCheck::AccountNotActive);
    }
    // Twilio knows no account of an id that is not right.
    if matches!(status, StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND) {
        return Err(SenderCheck::WrongCredentials);
    }
    let message = refusal.message.as_deref().unwrap_or_default();
    let code = refusal.code.map(|code| format!(" {code}"));
    Err(SenderCheck::Unexpected(format!(
        "HTTP {status}{} {}",
        code.unwrap_or_default(),
        excerpt(message)
    )))
}

/// The beginning of a text of Twilio's.
pub fn excerpt(text: &str) -> String {
    text.chars().take(MAX_REASON).collect()
}

/// A text that may be left out, or empty.
pub fn optional(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}
