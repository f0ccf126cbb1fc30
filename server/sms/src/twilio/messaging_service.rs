//! What Twilio's API says of a Messaging Service and of its senders, judged.
//!
//! Where its replies go is documented at <https://www.twilio.com/docs/messaging/api/service-resource>: to the URL of the service
//! (`inbound_request_url`), unless that leaves it to each number (`use_inbound_webhook_on_number`).

use super::number::{is_same_url, replies_elsewhere};
use super::response::{optional, read};
use app::domain::SenderCheck;
use reqwest::{Response, StatusCode};
use serde::Deserialize;

/// A Messaging Service: `GET /v1/Services/{Sid}`.
#[derive(Deserialize)]
struct MessagingService {
    inbound_request_url: Option<String>,
    inbound_method: Option<String>,
    #[serde(default)]
    use_inbound_webhook_on_number: bool,
}

/// A page of its numbers: `GET …/PhoneNumbers`.
#[derive(Deserialize)]
struct Numbers {
    phone_numbers: Vec<Listed>,
}

/// A page of its short codes: `GET …/ShortCodes`.
#[derive(Deserialize)]
struct ShortCodes {
    short_codes: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {}

/// The check of a Messaging Service, given the service, its numbers and its short codes. Names that only send do not count:
/// nobody could answer.
pub async fn check(
    service: Response,
    numbers: Response,
    short_codes: Response,
    webhook: &str,
) -> Result<SenderCheck, SenderCheck> {
    // The account is known by now, so that it is the service that is not.
    if service.status() == StatusCode::NOT_FOUND {
        return Err(SenderCheck::NotOwned);
    }
    let service: MessagingService = read(service).await?;
    let numbers: Numbers = read(numbers).await?;
    let short_codes: ShortCodes = read(short_codes).await?;
    if numbers.phone_numbers.is_empty() && short_codes.short_codes.is_empty() {
        return Err(SenderCheck::WithoutSenders);
    }
    if service.use_inbound_webhook_on_number {
        return Err(SenderCheck::RepliesGoByNumber {
            webhook: webhook.to_owned(),
        });
    }
    let method = optional(service.inbound_method).unwrap_or_else(|| "POST".to_owned());
    match optional(service.inbound_request_url) {
        Some(entered) if is_same_url(&entered, webhook) && method == "POST" => {
            Ok(SenderCheck::Works)
        }
        entered => Err(replies_elsewhere(webhook, &method, entered)),
    }
}
