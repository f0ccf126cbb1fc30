use super::twilio_number::with_plus;
use super::twilio_report;
use crate::config::BaseUrl;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRef, OriginalUri, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::post};
use secrecy::SecretString;
use server_message::{
    InboundMedia, InboundText, Keyword, MAX_MEDIA, ServiceKind, ServiceSid, with_attachment_lines,
};
use server_sms::twilio::is_authentic;
use server_store::messages::Received;
use server_store::{Store, delivery_reports, messages};
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU64, Ordering};

/// The address of a number's "a message comes in" webhook, by POST.
pub const PATH: &str = "/webhooks/twilio";

/// The address of delivery reports, by POST, which each text is sent with.
pub const STATUS_PATH: &str = "/webhooks/twilio/status";

/// The maximum length of a call. Ten segments of text and thirty fields of a hundred bytes are far less.
const BODY_LIMIT: usize = 64 * 1024;
const SIGNATURE: &str = "x-twilio-signature";
/// The response without an automatic answer to the contact.
const EMPTY_TWIML: &str = "<Response/>";

/// How many texts came to numbers and Messaging Services that are no organization's since this server started. The figure
/// is the field `count` of the line of the log that each of them writes, and stands nowhere else.
static WITHOUT_ORGANIZATION: AtomicU64 = AtomicU64::new(0);

/// The state of the webhook for inbound texts.
#[derive(Clone)]
pub struct TwilioWebhook {
    /// The store that texts are written to.
    pub store: Store,
    /// The scheme and host that Twilio calls, as in its console.
    pub public_url: BaseUrl,
    /// The account's secret; without it every call is refused.
    pub auth_token: Option<SecretString>,
}

/// `POST /webhooks/twilio`, an inbound text, and `POST /webhooks/twilio/status`, a delivery report. Either address takes both,
/// as a number may have one for both.
pub fn routes<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    TwilioWebhook: FromRef<S>,
{
    Router::new()
        .route(PATH, post(receive))
        .route(STATUS_PATH, post(receive))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
}

async fn receive(
    State(webhook): State<TwilioWebhook>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    // All pairs, with repeated keys and NUL, because the signature covers them.
    let parameters: Vec<(String, String)> = form_urlencoded::parse(&body).into_owned().collect();
    let path = uri.path_and_query().map_or(PATH, |path| path.as_str());
    if let Err(why) = webhook.authenticate(&headers, path, &parameters) {
        tracing::warn!(why, "a call of the Twilio webhook was refused");
        return (
            StatusCode::FORBIDDEN,
            "This request is not signed by the Twilio account of this server.\n",
        )
            .into_response();
    }
    let parameters = without_nul(parameters);
    if is_delivery_report(&parameters) {
        return take_report(&webhook.store, &parameters).await;
    }
    let text = read(&parameters, &body);
    match messages::receive(&webhook.store, &text).await {
        Ok(Received::UnknownNumber) => {
            let count = WITHOUT_ORGANIZATION.fetch_add(1, Ordering::Relaxed) + 1;
            tracing::warn!(to = %text.to, sid = %text.sid, count, "Twilio delivered a text to a number that no organization sends from");
            // An error would have the carrier deliver it again, to nobody.
            empty_twiml()
        }
        Ok(received) => {
            tracing::debug!(?received, sid = %text.sid, "an inbound text was received");
            empty_twiml()
        }
        Err(error) if error.is_bad_input() => {
            tracing::error!(?error, sid = %text.sid, "an inbound text cannot be written as it is");
            (
                StatusCode::UNPROCESSABLE_ENTITY,
                "This text cannot be stored.\n",
            )
                .into_response()
        }
        Err(error) => {
            // Twilio shows it in its console, and calls the fallback URL if the number has one.
            tracing::error!(?error, sid = %text.sid, "an inbound text was not written");
            (StatusCode::SERVICE_UNAVAILABLE, "Try again in a moment.\n").into_response()
        }
    }
}

/// Takes in a delivery report. Only what could not be written is answered with an error.
async fn take_report(store: &Store, parameters: &[(String, String)]) -> Response {
    let Some(report) = twilio_report::read(|key| value(parameters, key)) else {
        tracing::debug!("a delivery report with an unknown state was ignored");
        return empty_twiml();
    };
    match delivery_reports::receive(store, &report).await {
        Ok(reported) => {
            tracing::debug!(?reported, sid = %report.sid, state = report.state.as_str(), "a delivery report was received");
            empty_twiml()
        }
        Err(error) if error.is_bad_input() => {
            tracing::warn!(?error, "a delivery report cannot be written as it is");
            empty_twiml()
        }
        Err(error) => {
            tracing::error!(?error, sid = %report.sid, "a delivery report was not written");
            (StatusCode::SERVICE_UNAVAILABLE, "Try again in a moment.\n").into_response()
        }
    }
}

fn empty_twiml() -> Response {
    (
        [(header::CONTENT_TYPE, "text/xml; charset=utf-8")],
        EMPTY_TWIML,
    )
        .into_response()
}

impl TwilioWebhook {
    fn authenticate(
        &self,
        headers: &HeaderMap,
        path: &str,
        parameters: &[(String, String)],
    ) -> Result<(), &'static str> {
        let Some(auth_token) = &self.auth_token else {
            return Err(
                "no auth token is configured (TWILIO_AUTH_TOKEN), so no signature can be checked",
            );
        };
        let Some(signature) = headers.get(SIGNATURE) else {
            return Err("it carries no X-Twilio-Signature");
        };
        if is_authentic(
            auth_token,
            signature.as_bytes(),
            &self.public_url.join(path),
            parameters,
        ) {
            Ok(())
        } else {
            Err(
                "its signature does not match; if it is Twilio's, compare BATON_PUBLIC_URL with the URL in its console",
            )
        }
    }
}

/// The values without NUL, which PostgreSQL cannot store.
fn without_nul(parameters: Vec<(String, String)>) -> Vec<(String, String)> {
    let pairs = parameters.into_iter();
    pairs
        .map(|(key, value)| (key, value.replace('\0', "")))
        .collect()
}

fn value<'a>(parameters: &'a [(String, String)], key: &str) -> Option<&'a str> {
    let mut parameters = parameters.iter();
    let found = parameters.find(|(name, _)| name == key);
    found.map(|(_, value)| value.as_str())
}

/// The states of a text that comes in.
const INBOUND: [&str; 2] = ["receiving", "received"];

/// Whether a call is about a text that was sent: a number may have this address for both. What it names as its sender is
/// a number of ours. It has no words; what has any is a text, whatever status it comes with.
fn is_delivery_report(parameters: &[(String, String)]) -> bool {
    let value = |key: &str| value(parameters, key);
    if value("Body").is_some() || value("NumMedia").is_some() {
        return false;
    }
    ["MessageStatus", "SmsStatus"].into_iter().any(|key| {
        let status = value(key).unwrap_or_default();
        let mut inbound = INBOUND.into_iter();
        // Empty is as good as missing.
        !status.is_empty() && !inbound.any(|word| word.eq_ignore_ascii_case(status))
    })
}

/// The inbound text of a call. It is kept without its sender too, without words as an empty one, and without an id under
/// one that is made of the `call`, so that the same call is the same text. One without anything is for no organization.
fn read(parameters: &[(String, String)], call: &[u8]) -> InboundText {
    let value = |key: &str| value(parameters, key);
    let non_empty = |key| value(key).filter(|value| !value.is_empty());
    let sid = non_empty("MessageSid").or_else(|| non_empty("SmsSid"));
    let sid = sid.map_or_else(|| id_of_call(call), str::to_owned);
    let media = non_empty("NumMedia").and_then(|count| count.parse::<usize>().ok());
    let media = 0..media.unwrap_or_default().min(MAX_MEDIA);
    let content_types: Vec<&str> = media
        .clone()
        .map(|index| value(&format!("MediaContentType{index}")).unwrap_or("file"))
        .collect();
    let body = value("Body").unwrap_or_default().to_owned();
    InboundText {
        service: ServiceKind::Twilio,
        sid: ServiceSid(sid),
        from: with_plus(value("From").unwrap_or_default()),
        to: with_plus(value("To").unwrap_or_default()),
        messaging_service: non_empty("MessagingServiceSid").and_then(|sid| sid.parse().ok()),
        media: media
            .zip(&content_types)
            .filter_map(|(index, content_type)| {
                let source = value(&format!("MediaUrl{index}"))?;
                (!source.is_empty()).then(|| InboundMedia {
                    content_type: (*content_type).to_owned(),
                    source: source.to_owned(),
                })
            })
            .collect(),
        body: with_attachment_lines(body, content_types),
        // Twilio's Advanced Opt-Out recognizes words that the carriers' list does not have.
        service_keyword: value("OptOutType").and_then(Keyword::by_service),
    }
}

/// An id of a call that has none, which no text of Twilio's has.
fn id_of_call(call: &[u8]) -> String {
    tracing::warn!("a signed call of the Twilio webhook has no MessageSid");
    let hash = Sha256::digest(call);
    let digits = hash.iter().take(16).map(|byte| format!("{byte:02x}"));
    format!("without-id-{}", digits.collect::<String>())
}
