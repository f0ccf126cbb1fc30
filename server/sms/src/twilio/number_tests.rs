//! The check of a number, against a Twilio that answers as the documentation says.

use super::{Twilio, TwilioAccount};
use crate::MessageService;
use app::domain::SenderCheck;
use serde_json::{Value, json};
use wiremock::matchers::{basic_auth, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

const ACCOUNT: &str = "/2010-04-01/Accounts/AC123.json";
const NUMBERS: &str = "/2010-04-01/Accounts/AC123/IncomingPhoneNumbers.json";
const NUMBER: &str = "+12025550100";
const WEBHOOK: &str = "https://text.example.org/webhooks/twilio";

async fn check_at(url: &str) -> SenderCheck {
    let twilio = Twilio::new(&TwilioAccount {
        account_sid: "AC123".into(),
        auth_token: "secret".into(),
        api_url: url.to_owned(),
        messaging_url: url.to_owned(),
    });
    let number = NUMBER.parse().unwrap();
    twilio.unwrap().check_sender(&number, WEBHOOK).await
}

/// The check by a Twilio that answers like this about the account and about the number.
async fn check(account: ResponseTemplate, numbers: ResponseTemplate) -> SenderCheck {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path(ACCOUNT))
        .and(basic_auth("AC123", "secret"))
        .respond_with(account)
        .mount(&server)
        .await;
    Mock::given(method("GET"))
        .and(path(NUMBERS))
        .and(basic_auth("AC123", "secret"))
        .and(query_param("PhoneNumber", NUMBER))
        .respond_with(numbers)
        .mount(&server)
        .await;
    check_at(&server.uri()).await
}

fn active() -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(json!({ "sid": "AC123", "status": "active" }))
}

/// A number as it should be, with these fields instead.
fn listed(changes: Value) -> ResponseTemplate {
    let mut number = json!({
        "sid": "PN123",
        "phone_number": NUMBER,
        "capabilities": { "voice": true, "sms": true, "mms": false, "fax": false },
        "sms_url": WEBHOOK,
        "sms_method": "POST",
        "sms_application_sid": "",
        "status": "in-use",
    });
    for (field, value) in changes.as_object().unwrap() {
        number[field] = value.clone();
    }
    ResponseTemplate::new(200)
        .set_body_json(json!({ "page": 0, "incoming_phone_numbers": [number] }))
}

#[tokio::test]
async fn a_number_works_if_it_can_text_and_its_replies_come_here() {
    for same in [
        json!({}),
        json!({ "sms_url": "HTTPS://text.example.org:443/webhooks/twilio" }),
        json!({ "sms_application_sid": null }),
    ] {
        assert_eq!(check(active(), listed(same)).await, SenderCheck::Works);
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_number_is_found() {
    let webhook = || WEBHOOK.to_owned();
    let elsewhere = |entered: Option<&str>| SenderCheck::RepliesGoElsewhere {
        webhook: webhook(),
        entered: entered.map(str::to_owned),
    };
    for (changes, expected) in [
        (
            json!({ "phone_number": "+120255501001" }),
            SenderCheck::NotOwned,
        ),
        (
            json!({ "capabilities": { "voice": true, "sms": false } }),
            SenderCheck::CannotText,
        ),
        (json!({ "sms_url": "" }), elsewhere(None)),
        (json!({ "sms_url": null }), elsewhere(None)),
        (
            json!({ "sms_url": "https://demo.twilio.com/welcome/sms/reply/" }),
            elsewhere(Some("POST https://demo.twilio.com/welcome/sms/reply/")),
        ),
        (
            json!({ "sms_method": "GET" }),
            elsewhere(Some("GET https://text.example.org/webhooks/twilio")),
        ),
        (
            json!({ "sms_application_sid": "AP123" }),
            SenderCheck::ManagedByApplication { webhook: webhook() },
        ),
    ] {
        let context = changes.to_string();
        assert_eq!(
            check(active(), listed(changes)).await,
            expected,
            "{context}"
        );
    }
    let empty = ResponseTemplate::new(200).set_body_json(json!({ "incoming_phone_numbers": [] }));
    assert_eq!(check(active(), empty).await, SenderCheck::NotOwned);
}

#[tokio::test]
async fn what_is_wrong_with_the_account_is_found() {
    let refused = |status: u16, code: u32| {
        ResponseTemplate::new(status).set_body_json(json!({
            "code": code,
            "message": "Authenticate",
            "more_info": "https://www.twilio.com/docs/errors/20003",
            "status": status,
        }))
    };
    let status = |word: &str| ResponseTemplate::new(200).set_body_json(json!({ "status": word }));
    for (account, expected) in [
        (refused(401, 20003), SenderCheck::WrongCredentials),
        (refused(404, 20404), SenderCheck::WrongCredentials),
        (refused(403, 20005), SenderCheck::AccountNotActive),
        (status("suspended"), SenderCheck::AccountNotActive),
        (status("closed"), SenderCheck::AccountNotActive),
    ] {
        assert_eq!(check(account, listed(json!({}))).await, expected);
    }
    let SenderCheck::Unexpected(reason) = check(active(), refused(429, 20429)).await else {
        panic!("too many requests are not expected");
    };
    assert_eq!(reason, "HTTP 429 Too Many Requests 20429 Authenticate");
    let page = ResponseTemplate::new(200).set_body_string("<html>");
    let check = check(page, listed(json!({}))).await;
    assert!(matches!(check, SenderCheck::Unexpected(_)), "{check:?}");
}

#[tokio::test]
async fn a_twilio_that_is_not_there_was_not_reached() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    assert_eq!(
        check_at(&format!("http://{address}")).await,
        SenderCheck::NotReached
    );
}
