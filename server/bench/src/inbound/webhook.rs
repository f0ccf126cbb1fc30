//! The load on the webhook: signed texts as the message service posts them, one after the other on each connection.

use super::Scale;
use super::conversations::NUMBER;
use crate::BenchError;
use crate::http::client;
use crate::join_all::join_all;
use crate::latencies::Latencies;
use crate::throughput::Throughput;
use rand::Rng;
use reqwest::header;
use secrecy::SecretString;
use server_sms::twilio::signature_of;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// The server's account with the message service.
pub(super) const ACCOUNT: &str = "AC00000000000000000000000000000000";
/// The secret of that account.
pub(super) const TOKEN: &str = "the token of a measurement";

/// The throughput and latencies of deliveries over the measured time.
pub(super) async fn deliver(
    url: &str,
    scale: &Scale,
) -> Result<(Throughput, Latencies), BenchError> {
    let begun = Instant::now();
    let until = begun + Duration::from_secs(scale.seconds.into());
    let mut deliverers = JoinSet::new();
    for deliverer in 0..scale.deliverers {
        deliverers.spawn(deliver_until(url.to_owned(), *scale, deliverer, until));
    }
    let durations: Vec<_> = join_all(deliverers).await?.into_iter().flatten().collect();
    let delivered = Throughput::new(durations.len() as u64, begun.elapsed());
    Ok((delivered, Latencies::of(durations)))
}

async fn deliver_until(
    url: String,
    scale: Scale,
    deliverer: u32,
    until: Instant,
) -> Result<Vec<Duration>, BenchError> {
    // A client of its own has one connection, which is kept open.
    let client = client()?;
    let url = url + "/webhooks/twilio";
    let token = SecretString::from(TOKEN);
    let mut durations = Vec::new();
    for number in 0_u64.. {
        if Instant::now() >= until {
            break;
        }
        let text = text(&scale, deliverer, number);
        let signature = signature_of(&token, &url, &text).unwrap_or_default();
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&text)
            .finish();
        let begun = Instant::now();
        let answer = client
            .post(&url)
            .header("X-Twilio-Signature", signature)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(form)
            .send()
            .await?
            .error_for_status()?;
        answer.bytes().await?;
        durations.push(begun.elapsed());
    }
    Ok(durations)
}

/// The form of a text from a random contact, with the fields that Twilio posts.
fn text(scale: &Scale, deliverer: u32, number: u64) -> Vec<(String, String)> {
    let contact = rand::rng().random_range(1..=scale.contacts);
    [
        ("ToCountry", "US".to_owned()),
        ("ToState", "DC".to_owned()),
        ("SmsMessageSid", format!("SM{deliverer:08}{number:024}")),
        ("NumMedia", "0".to_owned()),
        ("ToCity", "WASHINGTON".to_owned()),
        ("FromZip", "80203".to_owned()),
        ("SmsSid", format!("SM{deliverer:08}{number:024}")),
        ("FromState", "CO".to_owned()),
        ("SmsStatus", "received".to_owned()),
        ("FromCity", "DENVER".to_owned()),
        ("Body", "Yes, count me in! When does it start?".to_owned()),
        ("FromCountry", "US".to_owned()),
        ("To", NUMBER.to_owned()),
        ("NumSegments", "1".to_owned()),
        ("MessageSid", format!("SM{deliverer:08}{number:024}")),
        ("AccountSid", ACCOUNT.to_owned()),
        ("From", format!("+1303{contact:07}")),
        ("ApiVersion", "2010-04-01".to_owned()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec()
}
