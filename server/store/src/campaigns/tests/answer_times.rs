//! How long people waited for an answer.

use crate::testing::{World, noon};
use app::domain::{Age, AnswerTimes, AnswerWaits, CampaignId, ConversationId};
use app::error::AppError;
use app::ports::{Campaigns, Conversations};
use chrono::TimeDelta;
use sqlx::PgPool;

fn waits(
    answers: u32,
    median: u32,
    [percentile_90, percentile_95]: [u32; 2],
) -> Option<AnswerWaits> {
    Some(AnswerWaits {
        answers,
        median: Age(median),
        percentile_90: Age(percentile_90),
        percentile_95: Age(percentile_95),
    })
}

async fn times(world: &World, campaign: CampaignId) -> AnswerTimes {
    let found = world.store.answer_times(&world.admin, campaign).await;
    found.unwrap()
}

async fn send(world: &World, reply: ConversationId) {
    let sent = world
        .store
        .send(&world.ann, reply, 0.into(), "At 12 Main".into());
    sent.await.unwrap();
}

/// Answers that were measured, `at` seconds before noon: one for each of the `waits`, a table.
async fn measured(world: &World, reply: ConversationId, auto_release: bool, waits: &str, at: i64) {
    world
        .execute(format!(
            "with sent as (
                 insert into message (organization_id, conversation_id, direction, body, own_number, sent_by, created_at)
                 select organization_id, id, 'outbound', waited::text, '+12025550000', {ann}, '{at}'
                   from conversation cross join {waits} of_all (waited) where id = {reply}
                 returning organization_id, id, conversation_id, body, created_at)
             insert into answer
             select sent.organization_id, sent.id, cv.campaign_id, sent.body::integer, {auto_release}, created_at
               from sent join conversation cv on cv.id = sent.conversation_id",
            ann = world.ann.member,
            at = noon() - TimeDelta::seconds(at),
        ))
        .await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_answer_is_measured_and_what_answers_nobody_is_not(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    assert_eq!(times(&world, campaign).await, AnswerTimes::default());
    let reply = world.reply(campaign, &world.ann, 90).await;
    send(&world, reply).await;
    let without = waits(1, 90 * 60, [90 * 60; 2]);
    let after_one = AnswerTimes {
        without,
        with: None,
    };
    assert_eq!(times(&world, campaign).await, after_one);
    // A second text to somebody who has not written again is no answer.
    send(&world, reply).await;
    assert_eq!(times(&world, campaign).await, after_one);

    world
        .change_campaign(campaign, "auto_release_minutes = 120")
        .await;
    let other = world.reply(campaign, &world.ann, 7).await;
    send(&world, other).await;
    let with = waits(1, 7 * 60, [7 * 60; 2]);
    assert_eq!(times(&world, campaign).await, AnswerTimes { without, with });
    assert_eq!(
        world
            .count("select count(*) from answer where answered_at = '2026-11-03 17:00Z'")
            .await,
        2
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_text_that_is_refused_is_no_answer(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 90).await;
    let old = world
        .store
        .send(&world.ann, reply, 7.into(), "Late".into())
        .await;
    assert_eq!(old, Err(AppError::PageOutdated));
    assert_eq!(times(&world, campaign).await, AnswerTimes::default());
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_percentiles_are_waits_that_somebody_had(pool: PgPool) {
    let world = World::new(pool).await;
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    let reply = world.reply(campaign, &world.ann, 1).await;
    let elsewhere = world.reply(other, &world.ann, 1).await;
    measured(&world, reply, false, "generate_series(60, 6000, 60)", 0).await;
    measured(&world, reply, true, "(values (10), (20), (4000))", 0).await;
    measured(&world, elsewhere, true, "(values (86400))", 0).await;
    assert_eq!(
        times(&world, campaign).await,
        AnswerTimes {
            without: waits(100, 3000, [5400, 5700]),
            with: waits(3, 20, [4000; 2]),
        }
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_the_latest_ten_thousand_of_each_half_count(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 1).await;
    // The earlier ones waited for an hour, the later ones for a second to two hours and three quarters.
    let hour = "(select 3600 from generate_series(1, 9000))";
    measured(&world, reply, true, hour, 60).await;
    measured(&world, reply, true, "generate_series(1, 10000)", 0).await;
    let with = waits(10_000, 5_000, [9_000, 9_500]);
    assert_eq!(
        times(&world, campaign).await,
        AnswerTimes {
            without: None,
            with
        }
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_admins_of_the_organization_read_them(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 90).await;
    send(&world, reply).await;
    let elsewhere = World::new(pool).await;
    let read = world.store.answer_times(&elsewhere.admin, campaign).await;
    assert_eq!(read, Ok(AnswerTimes::default()));
}
