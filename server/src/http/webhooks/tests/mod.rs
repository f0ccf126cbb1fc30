//! The webhook as Twilio calls it, with signatures that Twilio's own library made.

mod cases;
mod messaging_service;
mod reports;
mod signatures;
mod texts;
mod without_organization;

use super::{TwilioWebhook, routes};
use app::domain::ConversationId;
use axum::body::Body;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use http::{Request, Response, header};
use server_sms::twilio::vectors::Vector;
use server_store::testing::{Thread, World};
use sha1::Sha1;
use tower::ServiceExt;

/// Delivers a vector to a server that is known by its address and has its token.
async fn deliver(world: &World, vector: &Vector) -> Response<Body> {
    let path = vector
        .url
        .match_indices('/')
        .nth(2)
        .map_or(vector.url.len(), |(at, _)| at);
    let (public_url, path) = vector.url.split_at(path);
    let webhook = TwilioWebhook {
        store: world.store.clone(),
        public_url: public_url.parse().unwrap(),
        auth_token: Some(vector.auth_token.as_str().into()),
    };
    call(webhook, path, &vector.body, Some(&vector.signature)).await
}

async fn call(
    webhook: TwilioWebhook,
    path: &str,
    body: &str,
    signature: Option<&str>,
) -> Response<Body> {
    let mut request = Request::post(path).header(
        header::CONTENT_TYPE,
        "application/x-www-form-urlencoded; charset=utf-8",
    );
    if let Some(signature) = signature {
        request = request.header("X-Twilio-Signature", signature);
    }
    let request = request.body(Body::from(body.to_owned())).unwrap();
    routes().with_state(webhook).oneshot(request).await.unwrap()
}

/// Delivers a body with the signature that Twilio would give it: over what was sent, NUL and all.
async fn deliver_signed(world: &World, body: &str) -> Response<Body> {
    deliver_signed_to(world, "/webhooks/twilio", body).await
}

async fn deliver_signed_to(world: &World, path: &str, body: &str) -> Response<Body> {
    let mut parameters: Vec<(String, String)> = form_urlencoded::parse(body.as_bytes())
        .into_owned()
        .collect();
    parameters.sort();
    let mut mac = Hmac::<Sha1>::new_from_slice(b"a token").unwrap();
    mac.update(b"https://text.example.org");
    mac.update(path.as_bytes());
    for (key, value) in parameters {
        mac.update(key.as_bytes());
        mac.update(value.as_bytes());
    }
    let signature = STANDARD.encode(mac.finalize().into_bytes());
    let webhook = TwilioWebhook {
        store: world.store.clone(),
        public_url: "https://text.example.org".parse().unwrap(),
        auth_token: Some("a token".into()),
    };
    call(webhook, path, body, Some(&signature)).await
}

/// The conversation that the vectors belong to: +12025550123, texted from +12025550100.
async fn texted_contact(world: &World) -> ConversationId {
    texted_from(world, "+12025550100", "+12025550123").await
}

/// A conversation with a cell that was texted from a number of the organization.
async fn texted_from(world: &World, number: &str, cell: &str) -> ConversationId {
    world
        .execute(format!(
            "update sending_number set number = '{number}', service = 'twilio'"
        ))
        .await;
    let thread = Thread {
        outbound: vec![60],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    let thread = world
        .thread(world.campaign().await, Some(&world.ann), &thread)
        .await;
    world
        .execute(format!(
            "update contact set cell = '{cell}' where id = {thread}"
        ))
        .await;
    thread
}

async fn count_written(world: &World) -> i64 {
    world.count("select (select count(*) from inbound) + (select count(*) from opt_out) + (select count(*) from message where direction = 'inbound')").await
}
