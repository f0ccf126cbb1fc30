//! What Twilio's REST API says of an account and of a number in it, judged.
//!
//! A Messaging Service that a number belongs to stands in another API, and cannot be seen here.

use super::response::{excerpt, optional, read};
use app::domain::{PhoneNumber, SenderCheck};
use reqwest::{Response, Url};
use serde::Deserialize;

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

/// The problem of an account, unless it is active.
pub async fn account_problem(response: Response) -> Result<(), SenderCheck> {
    let account: Account = read(response).await?;
    match account.status.as_str() {
        "active" => Ok(()),
        _ => Err(SenderCheck::AccountNotActive),
    }
}

/// The check of a number, given the page of the account's numbers that match it.
pub async fn check(response: Response, number: &PhoneNumber, webhook: &str) -> SenderCheck {
    let page: Page = match read(response).await {
        Ok(page) => page,
        Err(problem) => return problem,
    };
    // The filter matches parts of numbers too.
    let mut numbers = page.incoming_phone_numbers.into_iter();
    match numbers.find(|candidate| candidate.phone_number == number.as_str()) {
        Some(found) => found.check(webhook),
        None => SenderCheck::NotOwned,
    }
}

impl IncomingNumber {
    fn check(self, webhook: &str) -> SenderCheck {
        if !self.capabilities.sms {
            return SenderCheck::CannotText;
        }
        // With an application, Twilio ignores the number's own URL.
        if optional(self.sms_application_sid).is_some() {
            return SenderCheck::ManagedByApplication {
                webhook: webhook.to_owned(),
            };
        }
        let method = optional(self.sms_method).unwrap_or_else(|| "POST".to_owned());
        match optional(self.sms_url) {
            Some(entered) if is_same_url(&entered, webhook) && method == "POST" => {
                SenderCheck::Works
            }
            entered => replies_elsewhere(webhook, &method, entered),
        }
    }
}

/// The check of a sender whose replies go to this URL, or nowhere.
pub fn replies_elsewhere(webhook: &str, method: &str, entered: Option<String>) -> SenderCheck {
    SenderCheck::RepliesGoElsewhere {
        webhook: webhook.to_owned(),
        entered: entered.map(|url| format!("{method} {}", excerpt(&url))),
    }
}

/// Whether two URLs are the same but for what the standard lets one write in several ways.
pub fn is_same_url(one: &str, other: &str) -> bool {
    // A fragment says how Twilio connects, not where.
    let parsed = |url: &str| {
        Url::parse(url).map(|mut url| {
            url.set_fragment(None);
            url
        })
    };
    match (parsed(one), parsed(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
