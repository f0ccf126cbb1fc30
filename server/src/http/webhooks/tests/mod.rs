//! The webhook as Twilio calls it, with signatures that Twilio's own library made.

mod signatures;
mod texts;

use super::{TwilioWebhook, routes};
use app::domain::ConversationId;
use axum::body::Body;
use http::{Request, Response, header};
use server_sms::twilio::vectors::Vector;
use server_store::testing::{Thread, World};
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

/// The conversation that the vectors belong to: +12025550123, texted from +12025550100.
async fn texted_contact(world: &World) -> ConversationId {
    world
        .execute("update sending_number set number = '+12025550100', service = 'twilio'".into())
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
            "update contact set cell = '+12025550123' where id = {thread}"
        ))
        .await;
    thread
}

async fn count_written(world: &World) -> i64 {
    world.count("select (select count(*) from inbound) + (select count(*) from opt_out) + (select count(*) from message where direction = 'inbound')").await
}
