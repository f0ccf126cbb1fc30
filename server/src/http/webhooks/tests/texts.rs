//! What a signed text writes.

use super::{count_written, deliver, deliver_signed, texted_contact};
use http::{StatusCode, header};
use http_body_util::BodyExt;
use server_sms::twilio::vectors::vector;
use server_store::testing::{World, noon};
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_signed_text_is_written_and_answered_with_empty_twiml(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    let response = deliver(&world, &vector("a text as Twilio sends it")).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(
        response.headers()[header::CONTENT_TYPE],
        "text/xml; charset=utf-8"
    );
    assert_eq!(
        response.into_body().collect().await.unwrap().to_bytes(),
        "<Response/>"
    );
    assert_eq!(
        world.thread_texts(thread).await,
        ["> outbound text", "< Yes, count me in"]
    );
    let row = world.row(thread).await;
    assert_eq!(
        (row.status.as_str(), row.waiting_since),
        ("needs_response", Some(noon()))
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_message_sid_that_comes_again_writes_nothing_twice(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    let genuine = vector("a text as Twilio sends it");
    for _ in 0..3 {
        let response = deliver(&world, &genuine).await;
        assert_eq!(
            response.status(),
            StatusCode::OK,
            "Twilio is answered that all is well"
        );
    }
    assert_eq!(world.thread_texts(thread).await.len(), 2);
    assert_eq!(
        count_written(&world).await,
        2,
        "one inbound and its message"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn stop_with_space_around_it_opts_out(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    assert_eq!(
        deliver(&world, &vector("spaces around")).await.status(),
        StatusCode::OK
    );
    let row = world.row(thread).await;
    assert_eq!((row.status.as_str(), row.opted_out), ("closed", true));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn markup_is_kept_as_it_was_written(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    deliver(&world, &vector("markup")).await;
    assert_eq!(
        world.thread_texts(thread).await[1],
        "< </textarea><script>alert(1)</script>"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_text_to_a_number_that_is_nobodys_or_not_twilios_is_written_nowhere(pool: PgPool) {
    let world = World::new(pool).await;
    texted_contact(&world).await;
    let genuine = vector("a text as Twilio sends it");
    for change in [
        "service = 'simulated'",
        "service = 'twilio', number = '+12025550199'",
    ] {
        world
            .execute(format!("update sending_number set {change}"))
            .await;
        assert_eq!(
            deliver(&world, &genuine).await.status(),
            StatusCode::OK,
            "nobody would read it at the next delivery either"
        );
    }
    assert_eq!(count_written(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_picture_without_words_is_seen_in_the_thread(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    deliver(&world, &vector("a picture without words")).await;
    assert_eq!(
        world.thread_texts(thread).await[1],
        "< [attachment: image/jpeg]\n[attachment: file]"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_body_that_is_too_long_is_not_read(pool: PgPool) {
    let world = World::new(pool).await;
    texted_contact(&world).await;
    let mut long = vector("a text as Twilio sends it");
    long.body.push_str(&"&Padding=x".repeat(10_000));
    assert_eq!(
        deliver(&world, &long).await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
    assert_eq!(count_written(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn nul_anywhere_is_left_out_of_what_is_stored(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    let body = "MessageSid=SM%000%00&From=%2B1202%005550123&To=%2B12025550100%00\
                &NumMedia=1%00&MediaContentType0=image%00%2Fpng&Body=Yes%00+I+will+vote%00";
    let response = deliver_signed(&world, body).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(
        world.thread_texts(thread).await[1],
        "< Yes I will vote\n[attachment: image/png]"
    );
    let sids = "select count(*) from inbound where service_sid = 'SM0'";
    assert_eq!(world.count(sids).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn no_status_makes_a_report_of_a_text(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    let mut texts = vec!["> outbound text".to_owned()];
    for (sid, status) in [
        "SmsStatus=",
        "MessageStatus=",
        "SmsStatus=received",
        "MessageStatus=received",
        "SmsStatus=receiving",
        "MessageStatus=receiving",
        "SmsStatus=received&MessageStatus=received",
        "SmsStatus=Received",
        "SmsStatus=accepted",
        "SmsStatus=delivered",
        "MessageStatus=delivered",
    ]
    .iter()
    .enumerate()
    {
        let body = format!(
            "MessageSid=SM{sid}&{status}&From=%2B12025550123&To=%2B12025550100&Body=Yes+{sid}"
        );
        let response = deliver_signed(&world, &body).await;
        assert_eq!(response.status(), StatusCode::OK);
        texts.push(format!("< Yes {sid}"));
    }
    assert_eq!(world.thread_texts(thread).await, texts);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn without_a_body_its_status_says_whether_it_is_a_text(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    let own = "From=%2B12025550123&To=%2B12025550100";
    for call in [
        "MessageSid=SM1&SmsStatus=Received",
        "MessageSid=SM2&SmsStatus=accepted&NumMedia=0",
        "MessageSid=SM3&SmsStatus=accepted",
    ] {
        let response = deliver_signed(&world, &format!("{call}&{own}")).await;
        assert_eq!(response.status(), StatusCode::OK);
    }
    assert_eq!(
        world.thread_texts(thread).await,
        ["> outbound text", "< ", "< "]
    );
}
