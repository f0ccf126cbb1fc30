//! Bodies as Twilio posts them, from what people reported of such products.

use super::{count_written, deliver_signed, texted_from};
use app::domain::ConversationId;
use http::{StatusCode, header};
use http_body_util::BodyExt;
use server_store::messages::receive;
use server_store::testing::World;
use sqlx::PgPool;

const CONTACT: &str = "+12135550100";
const NUMBER: &str = "+12135550900";

macro_rules! case {
    ($name:literal) => {
        include_str!(concat!("cases/", $name, ".form"))
    };
}

async fn world(pool: PgPool) -> (World, ConversationId) {
    let world = World::new(pool).await;
    let thread = texted_from(&world, NUMBER, CONTACT).await;
    (world, thread)
}

/// Delivers a body, which Twilio must not deliver again.
async fn deliver(world: &World, body: &str) {
    let response = deliver_signed(world, body).await;
    assert_eq!(response.status(), StatusCode::OK, "{body}");
    assert_eq!(
        response.headers()[header::CONTENT_TYPE],
        "text/xml; charset=utf-8"
    );
    let answer = response.into_body().collect().await.unwrap().to_bytes();
    assert_eq!(answer, "<Response/>");
}

/// Who wrote and what, of what is kept and in no thread.
async fn unmatched(world: &World) -> Vec<(String, String)> {
    sqlx::query_as(
        "select from_cell, body from inbound where organization_id = $1 and message_id is null order by service_sid",
    )
    .bind(world.organization.0)
    .fetch_all(&world.store.pool)
    .await
    .unwrap()
}

/// A body with other fields than the contact's own text.
fn text(sid: u32, fields: &[(&str, &str)]) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.append_pair("MessageSid", &format!("SM{sid:032}"));
    body.append_pair("SmsStatus", "received");
    body.extend_pairs(fields);
    body.finish()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_unknown_sender_and_none_at_all_are_kept_and_in_nobodys_thread(pool: PgPool) {
    let (world, thread) = world(pool).await;
    let before = world.row(thread).await;
    for body in [case!("unsolicited_unknown_number"), case!("from_empty")] {
        deliver(&world, body).await;
        deliver(&world, body).await;
    }
    assert_eq!(
        unmatched(&world).await,
        [
            ("+12135550777".to_owned(), "who is this?".to_owned()),
            (String::new(), "no sender".to_owned()),
        ]
    );
    assert_eq!(world.row(thread).await, before);
    assert_eq!(world.thread_texts(thread).await.len(), 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_empty_body_is_taken_and_a_text_without_an_id_is_kept_once(pool: PgPool) {
    let (world, thread) = world(pool).await;
    for body in ["", "MessageSid=", "Nothing=known"] {
        deliver(&world, body).await;
    }
    assert_eq!(count_written(&world).await, 0);
    let own = "From=%2B12135550100&To=%2B12135550900";
    let texts = [
        format!("{own}&Body=Yes"),
        format!("{own}&Body=Yes"),
        format!("{own}&Body=No&MessageSid="),
        "From=%2B12135550777&To=%2B12135550900&Body=Who+is+this".to_owned(),
    ];
    for body in &texts {
        deliver(&world, body).await;
    }
    assert_eq!(
        world.thread_texts(thread).await,
        ["> outbound text", "< Yes", "< No"]
    );
    let stranger = ("+12135550777".to_owned(), "Who is this".to_owned());
    assert_eq!(unmatched(&world).await, [stranger]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn whatever_writes_is_kept_and_only_the_contact_is_in_their_thread(pool: PgPool) {
    let (world, thread) = world(pool).await;
    let senders = [
        "72345",
        "VOTE",
        "whatsapp:+12135550100",
        "2135550100",
        "+44 20 7946 0123",
        "+4920123456",
        "+1213555010",
        "+121355501000",
        "anonymous",
        "\u{2019}; drop table inbound",
        "sip:+12135550100@example.org",
    ];
    let mut sid = 100;
    for from in senders {
        for body in ["Yes", "STOP", "START"] {
            sid += 1;
            deliver(
                &world,
                &text(sid, &[("From", from), ("To", NUMBER), ("Body", body)]),
            )
            .await;
        }
    }
    // Nobody's number, and no number.
    for to in ["+12135550999", ""] {
        sid += 1;
        deliver(
            &world,
            &text(sid, &[("From", CONTACT), ("To", to), ("Body", "Yes")]),
        )
        .await;
    }
    sid += 1;
    deliver(&world, &text(sid, &[("From", CONTACT), ("Body", "Yes")])).await;
    assert_eq!(unmatched(&world).await.len(), senders.len() * 3);
    assert_eq!(world.thread_texts(thread).await, ["> outbound text"]);
    assert!(!world.row(thread).await.opted_out);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_number_that_lost_its_plus_is_the_same_number(pool: PgPool) {
    let (world, thread) = world(pool).await;
    let numbers = [
        ("12135550100", NUMBER, "Yes"),
        (CONTACT, "12135550900", "Where?"),
        (" 12135550100", " 12135550900", "STOP"),
    ];
    for (sid, (from, to, body)) in (1..).zip(numbers) {
        let fields = [("From", from), ("To", to), ("Body", body)];
        deliver(&world, &text(sid, &fields)).await;
    }
    assert_eq!(
        world.thread_texts(thread).await,
        ["> outbound text", "< Yes", "< Where?", "< STOP"]
    );
    assert!(world.row(thread).await.opted_out);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn without_words_and_with_parameters_of_tomorrow_it_is_a_reply(pool: PgPool) {
    let (world, thread) = world(pool).await;
    let own = [("From", CONTACT), ("To", NUMBER)];
    deliver(&world, &text(1, &own)).await;
    deliver(&world, &text(2, &[own[0], own[1], ("Body", "")])).await;
    let tomorrow = [
        own[0],
        own[1],
        ("Body", "Yes"),
        ("Sentiment", "\u{1f600}"),
        ("NumMedia", "many"),
    ];
    deliver(&world, &text(3, &tomorrow)).await;
    assert_eq!(
        world.thread_texts(thread).await,
        ["> outbound text", "< ", "< ", "< Yes"]
    );
    assert_eq!(world.row(thread).await.status, "needs_response");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn nul_is_left_out_of_what_is_stored(pool: PgPool) {
    let (world, thread) = world(pool).await;
    deliver(&world, case!("nul_character")).await;
    assert_eq!(
        world.thread_texts(thread).await.last().map(String::as_str),
        Some("< Yes I will vote")
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn pictures_without_words_are_an_unhandled_reply(pool: PgPool) {
    let (world, thread) = world(pool).await;
    deliver(&world, case!("mms_empty_body")).await;
    assert_eq!(world.row(thread).await.status, "needs_response");
    assert_eq!(
        world.thread_texts(thread).await[1],
        "< [attachment: image/jpeg]\n[attachment: text/vcard]"
    );
    let noted = "select count(*) from inbound_media
                  where source like 'https://api.twilio.com/2010-04-01/Accounts/AC%/Messages/MM02/Media/ME0' || position + 1
                    and content_type = case position when 0 then 'image/jpeg' else 'text/vcard' end";
    assert_eq!(world.count(noted).await, 2);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_stop_word_with_a_picture_beside_it_is_one(pool: PgPool) {
    let (world, thread) = world(pool).await;
    let fields = [
        ("From", CONTACT),
        ("To", NUMBER),
        ("Body", "“Stop.”"),
        ("NumMedia", "1"),
        ("MediaContentType0", "image/gif"),
    ];
    deliver(&world, &text(1, &fields)).await;
    let row = world.row(thread).await;
    assert_eq!((row.status.as_str(), row.opted_out), ("closed", true));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn start_by_the_service_lifts_what_the_contact_recorded(pool: PgPool) {
    let (world, thread) = world(pool).await;
    let mut stop = world.text_from(thread, "stop").await;
    stop.service = server_message::ServiceKind::Twilio;
    receive(&world.store, &stop).await.unwrap();
    assert!(world.row(thread).await.opted_out);
    deliver(&world, case!("optouttype_start")).await;
    let row = world.row(thread).await;
    assert_eq!(
        (row.status.as_str(), row.opted_out),
        ("needs_response", false)
    );
    assert_eq!(world.count("select count(*) from opt_out").await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_stop_counts_by_the_service_or_by_its_words_and_help_is_a_message(pool: PgPool) {
    let (world, thread) = world(pool).await;
    let texts = [
        ("Ayuda", "HELP", "needs_response", false),
        ("Start", "HELP", "needs_response", false),
        ("Stop", "HELP", "closed", true),
        ("Yes", "START", "needs_response", false),
        ("“STOP”, please", "START", "closed", true),
        ("Yes", "START", "needs_response", false),
        ("Basta", "STOP", "closed", true),
    ];
    for (sid, (body, service, status, opted_out)) in (1..).zip(texts) {
        let fields = [
            ("From", CONTACT),
            ("To", NUMBER),
            ("Body", body),
            ("OptOutType", service),
        ];
        deliver(&world, &text(sid, &fields)).await;
        let row = world.row(thread).await;
        assert_eq!(
            (row.status.as_str(), row.opted_out),
            (status, opted_out),
            "{body}, {service}"
        );
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_delivery_report_at_this_address_is_nobodys_message(pool: PgPool) {
    let (world, thread) = world(pool).await;
    // Sent by one number of ours to another it would be taken for a text of the first.
    world
        .execute(format!(
            "insert into sending_number (organization_id, number, service) values ({}, '{CONTACT}', 'twilio')",
            world.organization
        ))
        .await;
    for body in [
        case!("queued"),
        case!("sent"),
        case!("delivered"),
        case!("undelivered_30003"),
        case!("undelivered_30007"),
        case!("failed_21610"),
        case!("failed_without_errorcode"),
        case!("unknown_sid_delivered"),
    ] {
        deliver(&world, body).await;
    }
    assert_eq!(count_written(&world).await, 0);
    assert_eq!(world.thread_texts(thread).await.len(), 1);
}
