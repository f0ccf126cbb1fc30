//! The content of what came along with a text, against a Twilio that hands out good and bad ones.

use super::{Twilio, TwilioAccount};
use crate::{MAX_MEDIA_BYTES, Media, MediaError, MessageService};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use wiremock::matchers::{basic_auth, header_exists, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

const MEDIUM: &str = "/2010-04-01/Accounts/AC123/Messages/MM02/Media/ME01";
const STORED: &str = "/stored/picture";

fn twilio(server: &MockServer) -> Twilio {
    twilio_at(&server.uri())
}

fn twilio_at(url: &str) -> Twilio {
    let twilio = Twilio::new(&TwilioAccount {
        account_sid: "AC123".into(),
        auth_token: "secret".into(),
        api_url: url.to_owned(),
        messaging_url: url.to_owned(),
    });
    twilio.unwrap()
}

async fn fetch(server: &MockServer, source: &str) -> Result<Media, MediaError> {
    let twilio = twilio(server).with_media_timeout(Duration::from_secs(2));
    twilio.fetch_media(source).await
}

/// What is fetched from a Twilio that answers so.
async fn answering(response: ResponseTemplate) -> Result<Media, MediaError> {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path(MEDIUM))
        .and(basic_auth("AC123", "secret"))
        .respond_with(response)
        .mount(&server)
        .await;
    fetch(&server, &format!("{}{MEDIUM}", server.uri())).await
}

fn content(content_type: &str, content: impl Into<Vec<u8>>) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_raw(content, content_type)
}

fn redirect(location: &str) -> ResponseTemplate {
    ResponseTemplate::new(307).insert_header("location", location)
}

#[tokio::test]
async fn a_picture_is_fetched_with_the_accounts_credentials() {
    let fetched = answering(content("Image/JPEG; name=a.jpg", *b"a picture")).await;
    let expected = Media {
        content_type: "image/jpeg".into(),
        content: b"a picture".to_vec(),
    };
    assert_eq!(fetched, Ok(expected));
}

#[tokio::test]
async fn what_is_not_as_it_should_be_is_not_taken() {
    let most = vec![0; MAX_MEDIA_BYTES];
    assert!(answering(content("image/png", most)).await.is_ok());
    let more = vec![0; MAX_MEDIA_BYTES + 1];
    let late = content("image/png", *b"late").set_delay(Duration::from_secs(60));
    for (response, expected) in [
        (content("image/png", more), MediaError::TooLarge),
        (
            content("image/svg+xml", *b"<svg/>"),
            MediaError::WrongType("image/svg+xml".into()),
        ),
        (late, MediaError::NoAnswer),
        (ResponseTemplate::new(404), MediaError::Gone),
        (ResponseTemplate::new(401), MediaError::Refused),
        (
            ResponseTemplate::new(500),
            MediaError::NotReached("it answered 500 Internal Server Error".into()),
        ),
        (
            redirect("https://evil.example/picture"),
            MediaError::Elsewhere,
        ),
        (
            redirect("https://twiliocdn.com.evil.example/picture"),
            MediaError::Elsewhere,
        ),
        (
            redirect("https://eviltwiliocdn.com/picture"),
            MediaError::Elsewhere,
        ),
        (
            redirect("http://mms.twiliocdn.com/picture"),
            MediaError::Elsewhere,
        ),
        (
            redirect("https://mms.twiliocdn.com:8443/picture"),
            MediaError::Elsewhere,
        ),
        (
            redirect("https://s3-external-1.amazonaws.com/another-bucket/picture"),
            MediaError::Elsewhere,
        ),
        (
            redirect("http://169.254.169.254/latest/meta-data"),
            MediaError::Elsewhere,
        ),
        (ResponseTemplate::new(307), MediaError::Elsewhere),
    ] {
        assert_eq!(answering(response).await, Err(expected));
    }
}

/// A Twilio that sends a picture in pieces and does not say how long it is, in answer to one request.
async fn in_pieces(bytes: usize) -> Result<Media, MediaError> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let sends = async {
        let (mut connection, _) = listener.accept().await.unwrap();
        let asked = connection.read(&mut [0; 4096]).await.unwrap();
        assert_ne!(asked, 0, "the request has come");
        let head = "HTTP/1.1 200 OK\r\ncontent-type: image/png\r\nconnection: close\r\n\r\n";
        connection.write_all(head.as_bytes()).await.unwrap();
        // Whoever has read enough hangs up.
        connection.write_all(&vec![0; bytes]).await.ok();
    };
    let source = format!("{url}{MEDIUM}");
    let twilio = twilio_at(&url).with_media_timeout(Duration::from_secs(10));
    let (fetched, ()) = tokio::join!(twilio.fetch_media(&source), sends);
    fetched
}

#[tokio::test]
async fn what_does_not_say_its_length_is_cut_off() {
    assert!(in_pieces(MAX_MEDIA_BYTES).await.is_ok());
    assert_eq!(
        in_pieces(MAX_MEDIA_BYTES + 1).await,
        Err(MediaError::TooLarge)
    );
}

#[tokio::test]
async fn credentials_do_not_follow_a_redirect_and_there_are_no_more_than_two() {
    let server = MockServer::start().await;
    Mock::given(path(MEDIUM))
        .respond_with(redirect(STORED))
        .mount(&server)
        .await;
    Mock::given(path(STORED))
        .and(header_exists("authorization"))
        .respond_with(ResponseTemplate::new(500))
        .mount(&server)
        .await;
    let stored = Mock::given(path(STORED))
        .respond_with(content("image/gif", *b"GIF"))
        .mount_as_scoped(&server)
        .await;
    let source = format!("{}{MEDIUM}", server.uri());
    assert_eq!(fetch(&server, &source).await.unwrap().content, b"GIF");
    drop(stored);
    Mock::given(path(STORED))
        .respond_with(redirect(STORED))
        .mount(&server)
        .await;
    let circle = fetch(&server, &source).await;
    assert!(
        matches!(circle, Err(MediaError::NotReached(_))),
        "{circle:?}"
    );
}

#[tokio::test]
async fn nothing_is_asked_for_but_a_medium_of_the_account() {
    let server = MockServer::start().await;
    let own = server.uri();
    for source in [
        "https://evil.example/2010-04-01/Accounts/AC123/Messages/MM02/Media/ME01".to_owned(),
        format!("{own}/2010-04-01/Accounts/AC999/Messages/MM02/Media/ME01"),
        format!("{own}/2010-04-01/Accounts/AC123.json"),
        format!("{own}/2010-04-01/Accounts/AC123/Messages/MM02/Media/ME01.json"),
        format!("{own}/2010-04-01/Accounts/AC123/Messages/MM02/Media/ME01?x=1"),
        format!("{own}/2010-04-01/Accounts/AC123/Messages/../Media/ME01"),
        format!("{own}/2010-04-01/Accounts/AC123/Messages/MM02/Media/"),
        format!("{own}/2010-04-01/Accounts/AC123/Messages/MM%2F02/Media/ME01"),
        own.replace("http://", "http://someone@") + MEDIUM,
        "file:///etc/passwd".to_owned(),
        "simulated picture".to_owned(),
        String::new(),
    ] {
        let refused = fetch(&server, &source).await;
        assert_eq!(refused, Err(MediaError::Elsewhere), "{source}");
    }
    let requests = server.received_requests().await.unwrap();
    assert!(requests.is_empty(), "{requests:?}");
}
