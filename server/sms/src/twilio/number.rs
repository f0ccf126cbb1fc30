//! What Twilio's REST API says of an account and of a number in it, judged.
//!
//! A Messaging Service that a number belongs to stands in another API, and cannot be seen here.

use app::domain::{NumberCheck, PhoneNumber};
use reqwest::{Response, StatusCode, Url};
use serde::Deserialize;

/// Twilio's code for an account that is suspended or closed.
const ACCOUNT_NOT_ACTIVE: u32 = 20005;

/// The maximum length of a reason, in characters.
const MAX_REASON: usize = 300;

/// An account: `GET /2010-04-01/Accounts/{Sid}.json`.
#[derive(Deserialize)]
struct Account {
    status: String,
}

/// A page of the account's numbers: `GET …/IncomingPhoneNumbers.json`.
#[derive(Deserialize)]
struct Page {
    incoming_phone_numbers: Vec<IncomingNumber>,
}

#[derive(Deserialize)]
struct IncomingNumber {
    phone_number: String,
    #[serde(default)]
    capabilities: Capabilities,
    sms_url: Option<String>,
    sms_method: Option<String>,
    sms_application_sid: Option<String>,
}

#[derive(Default, Deserialize)]
struct Capabilities {
    #[serde(default)]
    sms: bool,
}

#[derive(Default, Deserialize)]
struct Refusal {
    code: Option<u32>,
    message: Option<String>,
}

/// The problem of an account, unless it is active.
pub async fn account_problem(response: Response) -> Result<(), NumberCheck> {
    let account: Account = read(response).await?;
    match account.status.as_str() {
        "active" => Ok(()),
        _ => Err(NumberCheck::AccountNotActive),
    }
}

/// The check of a number, given the page of the account's numbers that match it.
pub async fn check(response: Response, number: &PhoneNumber, webhook: &str) -> NumberCheck {
    let page: Page = match read(response).await {
        Ok(page) => page,
        Err(problem) => return problem,
    };
    // The filter matches parts of numbers too.
    let mut numbers = page.incoming_phone_numbers.into_iter();
    match numbers.find(|candidate| candidate.phone_number == number.as_str()) {
        Some(found) => found.check(webhook),
        None => NumberCheck::NotOwned,
    }
}

/// The check of a request without an answer.
pub fn of_transport(error: &reqwest::Error) -> NumberCheck {
    if error.is_timeout() && !error.is_connect() {
        NumberCheck::NoAnswer
    } else {
        NumberCheck::NotReached
    }
}

impl IncomingNumber {
    fn check(self, webhook: &str) -> NumberCheck {
        let is_set = |text: &String| !text.is_empty();
        if !self.capabilities.sms {
            return NumberCheck::CannotText;
        }
        // With an application, Twilio ignores the number's own URL.
        if self.sms_application_sid.as_ref().is_some_and(is_set) {
            return NumberCheck::ManagedByApplication {
                webhook: webhook.to_owned(),
            };
        }
        let method = self.sms_method.filter(is_set);
        let method = method.unwrap_or_else(|| "POST".to_owned());
        let entered = self.sms_url.filter(is_set);
        match entered {
            Some(entered) if is_same_url(&entered, webhook) && method == "POST" => {
                NumberCheck::Works
            }
            entered => NumberCheck::RepliesGoElsewhere {
                webhook: webhook.to_owned(),
                entered: entered.map(|url| format!("{method} {}", excerpt(&url))),
            },
        }
    }
}

/// Whether two URLs are the same but for what the standard lets one write in several ways.
fn is_same_url(one: &str, other: &str) -> bool {
    match (Url::parse(one), Url::parse(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// The value of an answer, or why there is none.
async fn read<T: for<'de> Deserialize<'de>>(response: Response) -> Result<T, NumberCheck> {
    let status = response.status();
    if status == StatusCode::OK {
        return response.json().await.map_err(|error| {
            if error.is_timeout() {
                NumberCheck::NoAnswer
            } else {
                NumberCheck::Unexpected(excerpt(&error.without_url().to_string()))
            }
        });
    }
    let refusal: Refusal = response.json().await.unwrap_or_default();
    if refusal.code == Some(ACCOUNT_NOT_ACTIVE) {
        return Err(NumberCheck::AccountNotActive);
    }
    // Twilio knows no account of an id that is not right.
    if matches!(status, StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND) {
        return Err(NumberCheck::WrongCredentials);
    }
    let message = refusal.message.as_deref().unwrap_or_default();
    let code = refusal.code.map(|code| format!(" {code}"));
    Err(NumberCheck::Unexpected(format!(
        "HTTP {status}{} {}",
        code.unwrap_or_default(),
        excerpt(message)
    )))
}

fn excerpt(text: &str) -> String {
    text.chars().take(MAX_REASON).collect()
}
