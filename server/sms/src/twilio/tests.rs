use super::{Twilio, TwilioAccount};
use crate::{MessageService, SendError};
use app::domain::FailureMeaning;
use chrono::{TimeZone, Utc};
use serde_json::{Value, json};
use server_message::{FailureCode, OutboundText, ServiceSid};
use std::time::Duration;
use wiremock::matchers::{
    basic_auth, body_string, body_string_contains, method, path, query_param,
};
use wiremock::{Mock, MockServer, ResponseTemplate};

const MESSAGES: &str = "/2010-04-01/Accounts/AC123/Messages.json";

fn text() -> OutboundText {
    OutboundText {
        from: "+12025550100".parse().unwrap(),
        to: "+12025550123".parse().unwrap(),
        body: "1 + 1 = 2 & “yes” 👍".into(),
    }
}

fn twilio(url: &str) -> Twilio {
    Twilio::new(&TwilioAccount {
        account_sid: "AC123".into(),
        auth_token: "secret".into(),
        api_url: url.to_owned(),
        messaging_url: url.to_owned(),
    })
    .unwrap()
}

/// A Twilio that answers every request like this.
async fn answering(response: ResponseTemplate) -> (MockServer, Twilio) {
    let server = MockServer::start().await;
    Mock::given(path(MESSAGES))
        .respond_with(response)
        .mount(&server)
        .await;
    let twilio = twilio(&server.uri());
    (server, twilio)
}

async fn refused(status: u16, body: Value) -> SendError {
    let (_server, twilio) = answering(ResponseTemplate::new(status).set_body_json(body)).await;
    twilio.send(&text()).await.unwrap_err()
}

#[tokio::test]
async fn a_text_is_posted_as_a_form_with_the_accounts_credentials() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path(MESSAGES))
        .and(basic_auth("AC123", "secret"))
        .and(body_string(
            "From=%2B12025550100&To=%2B12025550123&Body=1+%2B+1+%3D+2+%26+%E2%80%9Cyes%E2%80%9D+%F0%9F%91%8D",
        ))
        .respond_with(ResponseTemplate::new(201).set_body_json(json!({ "sid": "SM42", "status": "queued" })))
        .expect(1)
        .mount(&server)
        .await;
    assert_eq!(
        twilio(&server.uri()).send(&text()).await,
        Ok(ServiceSid("SM42".into()))
    );
}

#[tokio::test]
async fn a_text_is_sent_with_the_address_of_its_reports() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path(MESSAGES))
        .and(body_string_contains(
            "&StatusCallback=https%3A%2F%2Ftext.example.org%2Fwebhooks%2Ftwilio%2Fstatus%23rc%3D3%26rp%3D5xx%2Cct%2Crt",
        ))
        .respond_with(ResponseTemplate::new(201).set_body_json(json!({ "sid": "SM42" })))
        .expect(1)
        .mount(&server)
        .await;
    let url = "https://text.example.org/webhooks/twilio/status".to_owned();
    let twilio = twilio(&server.uri()).with_status_callback(Some(url));
    assert!(twilio.send(&text()).await.is_ok());
}

#[tokio::test]
async fn a_text_goes_out_without_reports_where_their_address_is_not_accepted() {
    let server = MockServer::start().await;
    let refusal = json!({ "code": 21609, "message": "The 'StatusCallback' URL is not a valid URL.", "status": 400 });
    Mock::given(body_string_contains("StatusCallback"))
        .respond_with(ResponseTemplate::new(400).set_body_json(refusal))
        .expect(1)
        .mount(&server)
        .await;
    Mock::given(method("POST"))
        .and(path(MESSAGES))
        .respond_with(ResponseTemplate::new(201).set_body_json(json!({ "sid": "SM42" })))
        .expect(1)
        .mount(&server)
        .await;
    let url = "https://text.example.org/webhooks/twilio/status".to_owned();
    let twilio = twilio(&server.uri()).with_status_callback(Some(url));
    assert_eq!(twilio.send(&text()).await, Ok(ServiceSid("SM42".into())));
}

#[tokio::test]
async fn the_answers_of_the_cases_are_an_opt_out_and_too_many() {
    let answer = |case: &str| serde_json::from_str::<Value>(case).unwrap();
    let opted_out = answer(include_str!("cases/api_error_21610.json"));
    assert_eq!(refused(400, opted_out).await, SendError::OptedOut);
    let too_many = refused(429, answer(include_str!("cases/api_error_429.json"))).await;
    assert!(
        matches!(too_many, SendError::Deferred { .. }),
        "{too_many:?}"
    );
}

#[tokio::test]
async fn what_is_wrong_with_the_text_is_final() {
    let message = "The 'To' number +12025550123 is not a valid phone number.";
    let error = refused(
        400,
        json!({ "code": 21211, "message": message, "status": 400 }),
    )
    .await;
    assert_eq!(
        error,
        SendError::Permanent {
            reason: format!("Twilio 21211: {message}"),
            code: Some(FailureCode(21211)),
        }
    );
    let error = refused(
        400,
        json!({ "code": 21610, "message": "Attempt to send to unsubscribed recipient" }),
    )
    .await;
    assert_eq!(error, SendError::OptedOut);
    let error = refused(
        403,
        json!({ "code": 21408, "message": "Permission for the region" }),
    )
    .await;
    assert!(matches!(error, SendError::Permanent { .. }), "{error:?}");
}

#[tokio::test]
async fn what_somebody_can_mend_is_tried_again() {
    for (status, code) in [(401, 20003), (403, 20005), (404, 20404)] {
        let error = refused(status, json!({ "code": code, "message": "no" })).await;
        assert!(
            matches!(error, SendError::Transient { .. }),
            "{status} {code}: {error:?}"
        );
    }
}

#[tokio::test]
async fn a_sender_that_somebody_can_mend_is_not_the_fault_of_the_text() {
    for code in [21659, 21660, 21661, 21701, 21703, 21705] {
        let error = refused(400, json!({ "code": code, "message": "no" })).await;
        let reason = format!("Twilio {code}: no");
        let code = FailureCode(code);
        assert_eq!(error, SendError::SenderNotUsable { reason, code });
        assert_eq!(code.meaning(), FailureMeaning::SenderNotUsable);
    }
    // The number may do for others whom it texts.
    let error = refused(400, json!({ "code": 21606, "message": "no" })).await;
    let code = Some(FailureCode(21606));
    let reason = "Twilio 21606: no".into();
    assert_eq!(error, SendError::Permanent { reason, code });
}

#[tokio::test]
async fn too_many_requests_are_tried_again_when_twilio_says() {
    let response = ResponseTemplate::new(429)
        .insert_header("retry-after", "17")
        .set_body_json(json!({ "code": 20429, "message": "Too many requests" }));
    let (_server, twilio) = answering(response).await;
    let retry_after = Some(Duration::from_secs(17));
    let reason = "Twilio 20429: Too many requests".into();
    assert_eq!(
        twilio.send(&text()).await,
        Err(SendError::Deferred {
            reason,
            code: Some(FailureCode(20429)),
            retry_after
        })
    );
}

#[tokio::test]
async fn a_sender_with_too_many_texts_is_tried_again_later() {
    let full = json!({ "code": 21611, "message": "the queue is full", "status": 400 });
    let code = FailureCode(21611);
    assert_eq!(
        refused(400, full).await,
        SendError::Deferred {
            reason: "Twilio 21611: the queue is full".into(),
            code: Some(code),
            retry_after: None,
        }
    );
    assert_eq!(code.meaning(), FailureMeaning::LimitReached);
}

#[tokio::test]
async fn an_answer_that_does_not_say_whether_it_was_taken_is_uncertain() {
    let error = refused(
        500,
        json!({ "code": 20500, "message": "Internal server error" }),
    )
    .await;
    assert!(matches!(error, SendError::Uncertain { .. }), "{error:?}");
    let error = refused(503, json!(null)).await;
    assert!(matches!(error, SendError::Uncertain { .. }), "{error:?}");
    let error = refused(201, json!({ "status": "queued" })).await;
    assert!(
        matches!(error, SendError::Uncertain { .. }),
        "taken, and the id is missing: {error:?}"
    );
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (server, twilio) =
        answering(ResponseTemplate::new(307).insert_header("location", MESSAGES)).await;
    assert!(matches!(
        twilio.send(&text()).await,
        Err(SendError::Transient { .. })
    ));
    assert_eq!(server.received_requests().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_twilio_that_is_not_reached_was_given_nothing() {
    // A port that was free a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let error = twilio(&format!("http://127.0.0.1:{port}"))
        .send(&text())
        .await
        .unwrap_err();
    assert!(matches!(error, SendError::Transient { .. }), "{error:?}");
    assert!(
        !error.to_string().contains("AC123"),
        "no account in what users may see: {error}"
    );
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_uncertain() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let twilio = twilio(&format!("http://{}", listener.local_addr().unwrap()));
    let hangs_up = async {
        let (mut connection, _) = listener.accept().await.unwrap();
        // It reads the request, and hangs up.
        tokio::io::AsyncReadExt::read(&mut connection, &mut [0; 4096])
            .await
            .unwrap();
    };
    let text = text();
    let (sent, ()) = tokio::join!(twilio.send(&text), hangs_up);
    assert!(matches!(sent, Err(SendError::Uncertain { .. })), "{sent:?}");
}

#[tokio::test]
async fn what_was_taken_is_found_by_its_words_and_its_time() {
    let listed =
        |sid: &str, body: &str, at: Value| json!({ "sid": sid, "body": body, "date_created": at });
    let body = text().body;
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path(MESSAGES))
        .and(basic_auth("AC123", "secret"))
        .and(query_param("From", "+12025550100"))
        .and(query_param("To", "+12025550123"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "messages": [
            listed("SM1", &body, json!("Tue, 03 Nov 2026 17:00:05 +0000")),
            listed("SM2", "something else", json!("Tue, 03 Nov 2026 17:00:05 +0000")),
            listed("SM3", &body, json!("Tue, 03 Nov 2026 16:00:00 +0000")),
            listed("SM4", &format!("Sent from your Twilio trial account - {body}"), json!("Tue, 03 Nov 2026 18:00:00 +0000")),
            listed("SM5", &body, json!(null)),
        ] })))
        .mount(&server)
        .await;
    let since = Utc.with_ymd_and_hms(2026, 11, 3, 17, 0, 10).unwrap();
    let found = twilio(&server.uri())
        .find_sent(&text(), since)
        .await
        .unwrap();
    // SM1 is five seconds too early by our clock, which is not Twilio's.
    assert_eq!(
        found.iter().map(|sid| sid.0.as_str()).collect::<Vec<_>>(),
        ["SM1", "SM4", "SM5"]
    );
}

#[tokio::test]
async fn a_list_that_cannot_be_had_is_not_an_empty_one() {
    let (_server, twilio) = answering(ResponseTemplate::new(500)).await;
    assert!(
        twilio
            .find_sent(&text(), Utc.timestamp_opt(0, 0).unwrap())
            .await
            .is_err()
    );
    let (_server, other) = answering(ResponseTemplate::new(200).set_body_string("<html>")).await;
    assert!(
        other
            .find_sent(&text(), Utc.timestamp_opt(0, 0).unwrap())
            .await
            .is_err()
    );
}
