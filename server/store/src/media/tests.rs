//! What came along with texts, on a real database.

use super::{find, keep};
use crate::messages::{Received, receive};
use crate::testing::{Thread, World};
use app::domain::{ConversationId, MediaId, MediaKind, MediaView, Role, Texter, Viewer};
use app::error::AppError;
use app::ports::{Conversations, UnmatchedTexts};
use server_message::{InboundMedia, InboundText, with_attachment_lines};
use sqlx::PgPool;

const TYPES: [&str; 2] = ["image/jpeg", "application/zip"];

/// The text with a picture and a file.
fn with_media(mut text: InboundText) -> InboundText {
    text.body = with_attachment_lines(text.body, TYPES);
    text.media = TYPES
        .iter()
        .map(|content_type| InboundMedia {
            content_type: (*content_type).into(),
            source: format!("where the {content_type} is"),
        })
        .collect();
    text
}

async fn ids(world: &World) -> Vec<MediaId> {
    let ids = sqlx::query_scalar("select id from inbound_media order by id");
    let ids: Vec<i64> = ids.fetch_all(&world.store.pool).await.unwrap();
    ids.into_iter().map(MediaId).collect()
}

fn texter(viewer: &Viewer) -> Texter {
    viewer.clone().try_into().unwrap()
}

async fn reply(world: &World) -> ConversationId {
    let waiting = Thread::waiting(60);
    let campaign = world.campaign().await;
    world.thread(campaign, Some(&world.ann), &waiting).await
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_came_along_is_noted_with_the_text_once_and_stands_in_the_thread(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = reply(&world).await;
    let text = with_media(world.text_from(thread, "Look").await);
    let received = receive(&world.store, &text).await.unwrap();
    assert_eq!(received, Received::Recorded(thread));
    let again = receive(&world.store, &text).await.unwrap();
    assert_eq!(again, Received::Repeated);
    let ids = ids(&world).await;
    assert_eq!(ids.len(), TYPES.len());
    let view = world.store.open(&texter(&world.ann), thread).await.unwrap();
    let last = view.messages.last().unwrap();
    assert_eq!(last.body, "Look");
    assert_eq!(last.media, expected(&ids));
}

/// What stands with the text.
fn expected(ids: &[MediaId]) -> [MediaView; 2] {
    let expected = [(ids[0], Some(MediaKind::Picture)), (ids[1], None)];
    expected.map(|(id, kind)| MediaView { id, kind })
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_came_with_an_unmatched_text_is_listed_with_it_and_moves_with_it(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin, ann) = (&world.store, &world.admin, texter(&world.ann));
    let thread = reply(&world).await;
    let stranger = with_media(world.text_from_cell("+13035550000", "It is me").await);
    let received = receive(store, &stranger).await.unwrap();
    assert_eq!(received, Received::Unmatched);
    let plain = world.unmatched_text("plain", "+13035550001", "Hi").await;
    let listed = store.unmatched(admin, false, None, 10).await.unwrap();
    let text = listed.iter().find(|text| text.id != plain).unwrap();
    let ids = ids(&world).await;
    assert_eq!(
        (text.body.as_str(), &text.media[..]),
        ("It is me", &expected(&ids)[..])
    );
    assert!(find(store, &ann, ids[0]).await.is_err());
    store.move_text(admin, &text.id, thread).await.unwrap();
    assert!(find(store, &ann, ids[0]).await.is_ok());
    let view = store.open(&ann, thread).await.unwrap();
    let last = view.messages.last().unwrap();
    assert_eq!(
        (last.body.as_str(), &last.media[..]),
        ("It is me", &expected(&ids)[..])
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_is_noted_with_a_stop_word_a_start_and_a_text_that_matches_nobody(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = reply(&world).await;
    for words in ["STOP", "START"] {
        let text = with_media(world.text_from(thread, words).await);
        receive(&world.store, &text).await.unwrap();
    }
    let stranger = with_media(world.text_from_cell("+13035550000", "Hi").await);
    let received = receive(&world.store, &stranger).await.unwrap();
    assert_eq!(received, Received::Unmatched);
    let ids = ids(&world).await;
    assert_eq!(ids.len(), 6);
    let of_stranger = ids[4];
    let seen = find(&world.store, &texter(&world.admin), of_stranger).await;
    assert_eq!(seen.unwrap().source, "where the image/jpeg is");
    let vera = world.named("Vera", Role::Supervolunteer).await;
    for viewer in [&*world.ann, &vera] {
        let refused = find(&world.store, &texter(viewer), of_stranger).await;
        assert_eq!(AppError::from(refused.unwrap_err()), AppError::NotFound);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_text_keeps_ten_at_most_and_loses_nothing_by_a_strange_one(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = reply(&world).await;
    let mut text = world.text_from(thread, "Look").await;
    text.media = (0..30)
        .map(|n| InboundMedia {
            content_type: "x".repeat(400),
            source: "s".repeat(if n == 0 { 2000 } else { 500 }),
        })
        .collect();
    receive(&world.store, &text).await.unwrap();
    assert_eq!(ids(&world).await.len(), 9);
    assert_eq!(world.thread_texts(thread).await.last().unwrap(), "< Look");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_may_see_the_text_may_see_what_came_with_it(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = reply(&world).await;
    let text = with_media(world.text_from(thread, "Look").await);
    receive(&world.store, &text).await.unwrap();
    let id = ids(&world).await[0];
    let sees = async |viewer: &Viewer| find(&world.store, &texter(viewer), id).await.is_ok();
    let vera = world.named("Vera", Role::Supervolunteer).await;
    assert!(sees(&world.ann).await && sees(&world.admin).await && sees(&vera).await);
    assert!(!sees(&world.ben).await);
    let (ann, ben) = (world.ann.member, world.ben.member);
    let released = format!("assigned_to = null, released_from = {ann}");
    world.change(thread, released).await;
    assert!(sees(&world.ann).await && !sees(&world.ben).await);
    // What was escalated since she cannot take back.
    let threat = world.escalation_tag("Threat").await.0;
    world
        .execute(format!(
            "insert into conversation_tag (organization_id, conversation_id, tag_id, created_at)
             select organization_id, id, {threat}, now() from conversation where id = {thread}"
        ))
        .await;
    world.change(thread, "escalated = true".into()).await;
    assert!(!sees(&world.ann).await);
    world.change(thread, format!("assigned_to = {ben}")).await;
    assert!(!sees(&world.ann).await && sees(&world.ben).await);
    // What came before she last wrote there she has seen.
    world
        .execute(format!(
            "insert into message (organization_id, conversation_id, direction, body, own_number, sent_by)
             select organization_id, conversation_id, 'outbound', 'Nice', own_number, {ann}
               from message where conversation_id = {thread} limit 1"
        ))
        .await;
    assert!(sees(&world.ann).await);
    let other = World::new(world.store.pool.clone()).await;
    let elsewhere = find(&other.store, &texter(&other.admin), id).await;
    assert_eq!(AppError::from(elsewhere.unwrap_err()), AppError::NotFound);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_was_fetched_is_kept_and_the_first_one_stays(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = reply(&world).await;
    let text = with_media(world.text_from(thread, "").await);
    receive(&world.store, &text).await.unwrap();
    let id = ids(&world).await[0];
    let admin = texter(&world.admin);
    let other = World::new(world.store.pool.clone()).await;
    keep(&world.store, other.organization, id, "image/png", b"theirs")
        .await
        .unwrap();
    assert_eq!(find(&world.store, &admin, id).await.unwrap().content, None);
    for content in [b"first", b"later"] {
        keep(&world.store, world.organization, id, "image/png", content)
            .await
            .unwrap();
    }
    let found = find(&world.store, &admin, id).await.unwrap();
    assert_eq!(found.content.as_deref(), Some(b"first".as_slice()));
    assert_eq!(found.content_type, "image/png");
    let view = world.store.open(&texter(&world.ann), thread).await.unwrap();
    assert_eq!(view.messages.last().unwrap().body, "");
}
