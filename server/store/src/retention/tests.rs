//! The erasure of messages on a real database.

use super::erase_batch;
use crate::messages::receive;
use crate::testing::{World, noon};
use app::domain::{CampaignId, ConversationId, KeptDays};
use app::error::AppError;
use app::ports::{CampaignSetup, Conversations, Settings};
use server_message::InboundMedia;
use sqlx::PgPool;

fn days(days: i32) -> Option<KeptDays> {
    Some(days.try_into().unwrap())
}

/// A campaign that was archived so many days ago, with a held reply.
async fn archived(world: &World, ago: i64) -> (CampaignId, ConversationId) {
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 90).await;
    let store = &world.store;
    store.archive(&world.admin, campaign, true).await.unwrap();
    world
        .execute(format!(
            "update campaign set archived_at = '{}'::timestamptz - {ago} * interval '1 day' where id = {campaign}",
            noon()
        ))
        .await;
    (campaign, reply)
}

async fn texts(world: &World, id: ConversationId) -> Vec<String> {
    sqlx::query_scalar("select body from message where conversation_id = $1 order by id")
        .bind(id.0)
        .fetch_all(&world.store.pool)
        .await
        .unwrap()
}

async fn erase_all(world: &World) -> u64 {
    let mut messages = 0;
    while let Some(erased) = erase_batch(&world.store).await.unwrap() {
        messages += erased.messages;
    }
    messages
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_what_was_archived_for_longer_is_erased_and_nothing_by_default(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let (_, old) = archived(&world, 90).await;
    let (_, recent) = archived(&world, 89).await;
    let running = world.campaign().await;
    let running = world.reply(running, &world.ann, 90).await;
    assert_eq!(erase_all(&world).await, 0);
    let before = (texts(&world, recent).await, texts(&world, running).await);
    let refused = store.save_kept_messages(admin, None, days(90), false).await;
    assert!(matches!(&refused, Err(AppError::Fields(errors)) if errors.of("confirmed").is_some()));
    assert_eq!(erase_all(&world).await, 0);
    store
        .save_kept_messages(admin, None, days(90), true)
        .await
        .unwrap();
    let count = texts(&world, old).await.len();
    assert_eq!(erase_all(&world).await, count as u64);
    assert!(texts(&world, old).await.iter().all(String::is_empty));
    assert_eq!(
        (texts(&world, recent).await, texts(&world, running).await),
        before
    );
    let view = store.open(&world.ann, old).await.unwrap();
    assert!(
        view.messages
            .iter()
            .all(|text| text.body.starts_with("This message was erased"))
    );
    assert_eq!(erase_all(&world).await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_unarchived_campaign_keeps_its_messages_and_is_erased_anew_later(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let (campaign, reply) = archived(&world, 90).await;
    store
        .save_kept_messages(admin, None, days(90), true)
        .await
        .unwrap();
    store.unarchive(admin, campaign).await.unwrap();
    assert_eq!(erase_all(&world).await, 0);
    assert!(!texts(&world, reply).await.iter().any(String::is_empty));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_admins_the_second_is_told(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, admin) = (&world.store, &world.admin);
    store
        .save_kept_messages(admin, None, days(90), false)
        .await
        .unwrap();
    let second = store.save_kept_messages(admin, None, days(30), false).await;
    assert_eq!(second, Err(AppError::SavedMeanwhile));
    assert_eq!(store.kept_messages(admin).await.unwrap(), days(90));
    let theirs = other.store.kept_messages(&other.admin).await;
    assert_eq!(theirs.unwrap(), None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_came_along_with_a_text_is_erased_with_it(pool: PgPool) {
    let world = World::new(pool).await;
    let (_, old) = archived(&world, 90).await;
    let kept = world.reply(world.campaign().await, &world.ann, 90).await;
    for reply in [old, kept] {
        let mut text = world.text_from(reply, "Look").await;
        text.media.push(InboundMedia {
            content_type: "image/png".into(),
            source: "a picture".into(),
        });
        receive(&world.store, &text).await.unwrap();
    }
    let (store, admin) = (&world.store, &world.admin);
    let saved = store.save_kept_messages(admin, None, days(90), true).await;
    saved.unwrap();
    erase_all(&world).await;
    let left: Vec<i64> = sqlx::query_scalar(
        "select m.conversation_id from inbound_media media join message m on m.id = media.message_id",
    )
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    assert_eq!(left, [kept.0]);
}
