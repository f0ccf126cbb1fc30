//! The check of a Messaging Service, and texts that go out through one, against a Twilio that answers as the documentation
//! says.

use super::{Twilio, TwilioAccount};
use crate::{MessageService, SendError};
use app::domain::SenderCheck;
use chrono::{TimeZone, Utc};
use serde_json::{Value, json};
use server_message::{OutboundText, ServiceSid};
use wiremock::matchers::{basic_auth, body_string_contains, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

const ACCOUNT: &str = "/2010-04-01/Accounts/AC123.json";
const MESSAGES: &str = "/2010-04-01/Accounts/AC123/Messages.json";
const SID: &str = "MG0123456789abcdef0123456789abcdef";
const OTHER: &str = "MG11111111111111111111111111111111";
const WEBHOOK: &str = "https://text.example.org/webhooks/twilio";

fn twilio(url: &str) -> Twilio {
    Twilio::new(&TwilioAccount {
        account_sid: "AC123".into(),
        auth_token: "secret".into(),
        api_url: url.to_owned(),
        messaging_url: url.to_owned(),
    })
    .unwrap()
}

fn text() -> OutboundText {
    OutboundText {
        from: SID.parse().unwrap(),
        to: "+12025550123".parse().unwrap(),
        body: "Hi".into(),
    }
}

/// The answers about a Messaging Service: itself, its numbers and its short codes.
struct Answers {
    service: ResponseTemplate,
    numbers: ResponseTemplate,
    short_codes: ResponseTemplate,
}

fn ok(body: Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(body)
}

/// A service as it should be, with these fields instead.
fn service(changes: Value) -> ResponseTemplate {
    let mut service = json!({
        "sid": SID,
        "inbound_request_url": WEBHOOK,
        "inbound_method": "POST",
        "use_inbound_webhook_on_number": false,
    });
    for (field, value) in changes.as_object().unwrap() {
        service[field] = value.clone();
    }
    ok(service)
}

fn answers(service: ResponseTemplate) -> Answers {
    Answers {
        service,
        numbers: ok(json!({ "phone_numbers": [{ "phone_number": "+12025550100" }] })),
        short_codes: ok(json!({ "short_codes": [] })),
    }
}

async fn check(answers: Answers) -> SenderCheck {
    let server = MockServer::start().await;
    let active = ok(json!({ "sid": "AC123", "status": "active" }));
    let service = format!("/v1/Services/{SID}");
    for (at, answer) in [
        (ACCOUNT.to_owned(), active),
        (service.clone(), answers.service),
        (format!("{service}/PhoneNumbers"), answers.numbers),
        (format!("{service}/ShortCodes"), answers.short_codes),
    ] {
        Mock::given(method("GET"))
            .and(path(at))
            .and(basic_auth("AC123", "secret"))
            .respond_with(answer)
            .mount(&server)
            .await;
    }
    let sender = SID.parse().unwrap();
    twilio(&server.uri()).check_sender(&sender, WEBHOOK).await
}

#[tokio::test]
async fn a_messaging_service_works_if_it_has_a_sender_and_its_replies_come_here() {
    for same in [
        json!({}),
        json!({ "inbound_request_url": "HTTPS://text.example.org:443/webhooks/twilio#rc=3" }),
    ] {
        assert_eq!(check(answers(service(same))).await, SenderCheck::Works);
    }
    let short_code = Answers {
        numbers: ok(json!({ "phone_numbers": [] })),
        short_codes: ok(json!({ "short_codes": [{ "short_code": "12345" }] })),
        ..answers(service(json!({})))
    };
    assert_eq!(check(short_code).await, SenderCheck::Works);
}

#[tokio::test]
async fn what_is_wrong_with_a_messaging_service_is_found() {
    let webhook = || WEBHOOK.to_owned();
    let elsewhere = |entered: Option<&str>| SenderCheck::RepliesGoElsewhere {
        webhook: webhook(),
        entered: entered.map(str::to_owned),
    };
    for (changes, expected) in [
        (json!({ "inbound_request_url": null }), elsewhere(None)),
        (
            json!({ "inbound_request_url": "https://example.org/sms" }),
            elsewhere(Some("POST https://example.org/sms")),
        ),
        (
            json!({ "inbound_method": "GET" }),
            elsewhere(Some("GET https://text.example.org/webhooks/twilio")),
        ),
        (
            json!({ "use_inbound_webhook_on_number": true }),
            SenderCheck::RepliesGoByNumber { webhook: webhook() },
        ),
    ] {
        let context = changes.to_string();
        assert_eq!(
            check(answers(service(changes))).await,
            expected,
            "{context}"
        );
    }
    let empty = Answers {
        numbers: ok(json!({ "phone_numbers": [] })),
        ..answers(service(json!({})))
    };
    assert_eq!(check(empty).await, SenderCheck::WithoutSenders);
    let nobodys =
        ResponseTemplate::new(404).set_body_json(json!({ "code": 20404, "message": "not found" }));
    assert_eq!(check(answers(nobodys)).await, SenderCheck::NotOwned);
}

#[tokio::test]
async fn a_text_names_the_messaging_service_instead_of_a_number() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path(MESSAGES))
        .and(body_string_contains(format!(
            "MessagingServiceSid={SID}&To=%2B12025550123&Body=Hi"
        )))
        .respond_with(
            ResponseTemplate::new(201)
                .set_body_json(json!({ "sid": "SM42", "from": null, "status": "accepted" })),
        )
        .expect(1)
        .mount(&server)
        .await;
    let sent = twilio(&server.uri()).send(&text()).await;
    assert_eq!(sent, Ok(ServiceSid("SM42".into())));
    let requests = server.received_requests().await.unwrap();
    let body = String::from_utf8_lossy(&requests[0].body);
    assert!(!body.contains("From="), "{body}");
}

#[tokio::test]
async fn what_a_messaging_service_took_is_found_whichever_number_it_went_from() {
    let listed = |sid: &str, service: Value| json!({ "sid": sid, "body": "Hi", "from": "+12025550188", "messaging_service_sid": service });
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path(MESSAGES))
        .respond_with(ok(json!({ "messages": [
            listed("SM1", json!(SID)),
            listed("SM2", json!(OTHER)),
            listed("SM3", json!(null)),
        ] })))
        .mount(&server)
        .await;
    let since = Utc.with_ymd_and_hms(2026, 11, 3, 17, 0, 0).unwrap();
    let found = twilio(&server.uri()).find_sent(&text(), since).await;
    assert_eq!(found, Ok(vec![ServiceSid("SM1".into())]));
    let requests = server.received_requests().await.unwrap();
    let query = requests[0].url.query().unwrap_or_default();
    assert!(!query.contains("From="), "{query}");
}

#[tokio::test]
async fn what_smart_encoding_has_changed_is_found_all_the_same() {
    let listed =
        |sid: &str, body: &str| json!({ "sid": sid, "body": body, "messaging_service_sid": SID });
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path(MESSAGES))
        .respond_with(ok(json!({ "messages": [
            listed("SM1", "It's \"on\" - see you..."),
            listed("SM2", "It's \"off\" - see you..."),
        ] })))
        .mount(&server)
        .await;
    let sent = OutboundText {
        body: "It’s “on” – see\u{a0}you…".into(),
        ..text()
    };
    let since = Utc.with_ymd_and_hms(2026, 11, 3, 17, 0, 0).unwrap();
    let found = twilio(&server.uri()).find_sent(&sent, since).await;
    assert_eq!(found, Ok(vec![ServiceSid("SM1".into())]));
}

#[tokio::test]
async fn a_messaging_service_that_can_be_corrected_is_tried_again() {
    for code in [21701, 21703, 21705] {
        let server = MockServer::start().await;
        let refusal = json!({ "code": code, "message": "no" });
        Mock::given(method("POST"))
            .respond_with(ResponseTemplate::new(400).set_body_json(refusal))
            .mount(&server)
            .await;
        let error = twilio(&server.uri()).send(&text()).await.unwrap_err();
        assert!(
            matches!(error, SendError::SenderNotUsable { .. }),
            "{code}: {error:?}"
        );
    }
}
