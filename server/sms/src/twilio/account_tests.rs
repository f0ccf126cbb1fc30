//! The check of the account, against a Twilio that answers as the documentation says.

use super::{Twilio, TwilioAccount};
use app::domain::SenderCheck;
use serde_json::json;
use wiremock::matchers::{basic_auth, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

async fn check_at(url: &str) -> Result<(), SenderCheck> {
    let twilio = Twilio::new(&TwilioAccount {
        account_sid: "AC123".into(),
        auth_token: "secret".into(),
        api_url: url.to_owned(),
        messaging_url: url.to_owned(),
    });
    twilio.unwrap().check_account().await
}

/// The check by a Twilio that answers like this about the account, to one request with the credentials.
async fn check(account: ResponseTemplate) -> Result<(), SenderCheck> {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path("/2010-04-01/Accounts/AC123.json"))
        .and(basic_auth("AC123", "secret"))
        .respond_with(account)
        .expect(1)
        .mount(&server)
        .await;
    check_at(&server.uri()).await
}

fn answer(status: u16, code: u32) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(json!({ "code": code, "message": "No" }))
}

#[tokio::test]
async fn an_active_account_whose_credentials_are_accepted_works() {
    let active = json!({ "sid": "AC123", "status": "active" });
    let active = ResponseTemplate::new(200).set_body_json(active);
    assert_eq!(check(active).await, Ok(()));
}

#[tokio::test]
async fn what_is_wrong_with_the_account_alone_is_found() {
    let closed = ResponseTemplate::new(200).set_body_json(json!({ "status": "closed" }));
    let otherwise = |status: &str| SenderCheck::Unexpected(format!("HTTP {status} No"));
    for (account, expected) in [
        (answer(401, 20003), SenderCheck::WrongCredentials),
        (answer(404, 20404), SenderCheck::WrongCredentials),
        (answer(403, 20005), SenderCheck::AccountNotActive),
        (closed, SenderCheck::AccountNotActive),
        (answer(403, 20103), otherwise("403 Forbidden 20103")),
        (answer(502, 20502), otherwise("502 Bad Gateway 20502")),
    ] {
        assert_eq!(check(account).await, Err(expected));
    }
}

#[tokio::test]
async fn where_nothing_listens_the_account_is_not_reached() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let check = check_at(&format!("http://{address}")).await;
    assert_eq!(check, Err(SenderCheck::NotReached));
}
