//! The decision table of the specification (§2), row by row, for a release everywhere.

mod campaigns;

use crate::testing::{Thread, World, noon};
use app::domain::{
    CampaignId, ConversationId, LeftOutReason, ReleaseOrder, ReleasePolicy, ShownThread,
};
use app::ports::{CampaignSetup, Conversations, Releases};
use chrono::TimeDelta;
use sqlx::PgPool;

/// Releases everywhere and says whether the conversation was taken. What the preview promised must
/// be what happened.
async fn released(world: &World, conversation: ConversationId, policy: ReleasePolicy) -> bool {
    let preview = world
        .store
        .preview(&world.admin, ReleaseOrder::Everywhere(policy))
        .await
        .unwrap();
    let outcome = world
        .store
        .start(&world.admin, ReleaseOrder::Everywhere(policy))
        .await
        .unwrap();
    let taken = world.holder(conversation).await.is_none();
    assert_eq!(outcome.conversations, u32::from(taken));
    assert_eq!(
        (preview.conversations, preview.campaigns),
        (outcome.conversations, outcome.campaigns)
    );
    taken
}

async fn row(pool: PgPool, thread: Thread) -> bool {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let conversation = world.thread(campaign, Some(&world.ann), &thread).await;
    released(&world, conversation, ReleasePolicy::default()).await
}

fn thread(outbound: i64, inbound: &[i64]) -> Thread {
    Thread {
        outbound: vec![outbound],
        inbound: inbound.to_vec(),
        claimed: None,
        drafted: None,
    }
}

/// A world with one reply that has been waiting for four hours.
async fn four_hours(pool: PgPool) -> (World, CampaignId, ConversationId) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let conversation = world
        .thread(campaign, Some(&world.ann), &thread(300, &[240]))
        .await;
    (world, campaign, conversation)
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_1_an_answer_of_two_hours_ago_is_released(pool: PgPool) {
    assert!(row(pool, thread(180, &[120])).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_2_an_answer_of_two_minutes_ago_is_not(pool: PgPool) {
    assert!(!row(pool, thread(180, &[2])).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_3_nor_is_one_of_59_minutes(pool: PgPool) {
    assert!(!row(pool, thread(70, &[59])).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_4_a_contact_who_writes_again_does_not_reset_the_clock(pool: PgPool) {
    assert!(row(pool, thread(180, &[120, 5])).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_5_one_that_was_claimed_ten_minutes_ago_stays_with_its_texter(pool: PgPool) {
    assert!(
        !row(
            pool,
            Thread {
                claimed: Some(10),
                ..thread(300, &[240])
            }
        )
        .await
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_6_exactly_the_interval_is_enough(pool: PgPool) {
    assert!(row(pool, thread(180, &[60])).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_7_unarchiving_a_campaign_moves_no_clock(pool: PgPool) {
    let (world, campaign, conversation) = four_hours(pool).await;
    let admin = &world.admin;
    world.store.archive(admin, campaign, true).await.unwrap();
    world.store.unarchive(admin, campaign).await.unwrap();
    assert!(released(&world, conversation, ReleasePolicy::default()).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_8_one_that_its_texter_reopened_ten_minutes_ago_stays(pool: PgPool) {
    let (world, _, conversation) = four_hours(pool).await;
    let (store, ann) = (&world.store, &world.ann);
    let shown = ShownThread::of(&store.open(ann, conversation).await.unwrap());
    store.close(ann, conversation, shown).await.unwrap();
    store.clock.set(noon() - TimeDelta::minutes(10));
    store.reopen(ann, conversation, 0).await.unwrap();
    store.clock.set(noon());
    assert!(!released(&world, conversation, ReleasePolicy::default()).await);
    // It waits since it waited, and is taken an interval after it was reopened.
    store.clock.set(noon() + TimeDelta::minutes(50));
    assert!(released(&world, conversation, ReleasePolicy::default()).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_9_an_escalated_one_is_left_alone_whatever_the_switches(pool: PgPool) {
    let (world, _, conversation) = four_hours(pool).await;
    world.change(conversation, "escalated = true".into()).await;
    for policy in every_switch() {
        assert!(!released(&world, conversation, policy).await);
        let preview = world
            .store
            .preview(&world.admin, ReleaseOrder::Everywhere(policy))
            .await
            .unwrap();
        assert_eq!(preview.left_out_for(LeftOutReason::Escalated), 1);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_10_so_is_that_of_a_contact_who_opted_out(pool: PgPool) {
    let (world, _, conversation) = four_hours(pool).await;
    world.change(conversation, "opted_out = true".into()).await;
    for policy in every_switch() {
        assert!(!released(&world, conversation, policy).await);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_in_the_pool_already_is_neither_touched_nor_counted(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let pooled = world.pooled(campaign, 240).await;
    let epoch = world.epoch(pooled).await;
    let outcome = world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    assert_eq!(outcome.conversations, 0);
    assert_eq!(world.epoch(pooled).await, epoch);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_what_needs_a_response_is_released(pool: PgPool) {
    let (world, _, conversation) = four_hours(pool).await;
    for status in ["needs_message", "messaged", "convo", "closed"] {
        world
            .change(conversation, format!("status = '{status}'"))
            .await;
        assert!(
            !released(&world, conversation, ReleasePolicy::default()).await,
            "{status}"
        );
    }
}

fn every_switch() -> impl Iterator<Item = ReleasePolicy> {
    (0..8).map(|bits| ReleasePolicy {
        include_team_restricted: bits & 1 != 0,
        only_within_texting_hours: bits & 2 != 0,
        include_auto_assign_off: bits & 4 != 0,
        ..ReleasePolicy::default()
    })
}
