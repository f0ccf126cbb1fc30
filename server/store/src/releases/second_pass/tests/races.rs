//! A second pass while others are at the same conversations.

use super::{DAY, days, initials, messaged, status};
use crate::Store;
use crate::messages::receive;
use crate::testing::World;
use app::domain::Texter;
use app::ports::{Conversations, Requests, SecondPasses};
use futures::future::join_all;
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;

/// The world's store with a connection for everybody.
async fn crowded(world: &World) -> Store {
    let connect = world.store.pool.connect_options().as_ref().clone();
    let pool = PgPoolOptions::new()
        .max_connections(30)
        .connect_with(connect)
        .await
        .unwrap();
    Store::with_clock(pool, world.store.clock.clone())
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn two_at_once_and_twenty_requests_move_every_conversation_once(pool: PgPool) {
    const CONTACTS: i64 = 1_500;
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    initials(&world).await;
    world
        .execute(format!(
            "with co as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 select {org}, {campaign}, 'Ada', 'Byron', '+1404' || (2000000 + n)
                   from generate_series(1, {CONTACTS}) n
                 returning id)
             insert into conversation (organization_id, id, campaign_id, assigned_to, held_since, status)
             select {org}, id, {campaign}, {ann}, '2026-10-20 08:00Z', 'messaged' from co",
            org = world.organization,
            ann = world.ann.member,
        ))
        .await;
    let mut texters: Vec<Texter> = Vec::new();
    for _ in 0..20 {
        texters.push(world.texter().await);
    }
    let store = crowded(&world).await;
    let passes = join_all((0..2).map(|_| store.start_second_pass(&world.admin, campaign, days(3))));
    let requests = join_all(texters.iter().map(|texter| async {
        let mut assigned = 0;
        for _ in 0..5 {
            let outcome = store.create(texter, world.general, 7).await.unwrap();
            assigned += i64::from(outcome.assigned());
        }
        assigned
    }));
    let (passes, assigned) = futures::join!(passes, requests);
    let passes: Vec<i64> = passes
        .into_iter()
        .map(|pass| i64::from(pass.unwrap().conversations))
        .collect();
    assert_eq!(passes.iter().sum::<i64>(), CONTACTS);
    // One that comes too late took nobody, and leaves no event.
    let late = store.start_second_pass(&world.admin, campaign, days(3));
    assert_eq!(late.await.unwrap().conversations, 0);
    let events =
        "select count(*) from audit_event where action = 'second_pass_started' and detail = '3'";
    let took = passes.iter().filter(|taken| **taken > 0).count();
    assert_eq!(world.count(events).await, i64::try_from(took).unwrap());
    let held = "select count(*) from conversation where assigned_to is not null";
    assert_eq!(world.count(held).await, assigned.into_iter().sum::<i64>());
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_sent_answered_or_stopped_while_it_waits_is_left_alone(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let sent = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let answered = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let stopped = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let taken = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let store = crowded(&world).await;
    // The batch has read the rows as they were, and waits for this one.
    let mut first = store.pool.begin().await.unwrap();
    sqlx::query("select from conversation where id = $1 for update")
        .bind(taken.0)
        .fetch_one(&mut *first)
        .await
        .unwrap();
    sqlx::query("update conversation set opted_out = opted_out where id <> $1")
        .bind(taken.0)
        .execute(&mut *first)
        .await
        .unwrap();
    let pass = tokio::spawn({
        let (store, admin) = (store.clone(), world.admin.clone());
        async move { store.start_second_pass(&admin, campaign, days(3)).await }
    });
    let waits = "select count(*) from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'";
    while world.count(waits).await == 0 {
        tokio::task::yield_now().await;
    }
    // In the transaction that it waits for, as a text, an answer and an opt-out would be written.
    for statement in [
        format!("update conversation set held_since = '2026-11-03 17:00Z' where id = {sent}"),
        format!(
            "update conversation set status = 'needs_response', waiting_since = '2026-11-03 17:00Z' where id = {answered}"
        ),
        format!("update conversation set opted_out = true where id = {stopped}"),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(statement))
            .execute(&mut *first)
            .await
            .unwrap();
    }
    first.commit().await.unwrap();
    let done = pass.await.unwrap().unwrap();
    assert_eq!(done.conversations, 1);
    assert_eq!(status(&world, sent).await, "messaged");
    assert_eq!(status(&world, answered).await, "needs_response");
    assert_eq!(status(&world, stopped).await, "messaged");
    assert_eq!(status(&world, taken).await, "needs_message");
    assert_eq!(world.holder(sent).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn sends_and_answers_at_once_end_in_a_state_of_the_chart(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut ids = Vec::new();
    for _ in 0..20 {
        ids.push(messaged(&world, campaign, &world.ann, 5 * DAY).await);
    }
    let store = crowded(&world).await;
    let pass = store.start_second_pass(&world.admin, campaign, days(3));
    let sends = join_all(ids[..10].iter().map(|id| {
        let (store, ann) = (&store, &world.ann);
        async move {
            store
                .send(ann, *id, 0.into(), "Are you there?".into())
                .await
        }
    }));
    let answers = join_all(ids[10..].iter().map(|id| {
        let (store, world) = (&store, &world);
        async move {
            let text = world.text_from(*id, "Yes").await;
            receive(store, &text).await.unwrap();
        }
    }));
    let (done, sends, _) = futures::join!(pass, sends, answers);
    done.unwrap();
    // Before or after it, a text goes out: whoever lost it took it back.
    assert!(sends.iter().all(Result::is_ok), "{sends:?}");
    for id in &ids[..10] {
        assert_eq!(status(&world, *id).await, "messaged");
        assert_eq!(world.holder(*id).await, Some(world.ann.member));
    }
    for id in &ids[10..] {
        assert_eq!(status(&world, *id).await, "needs_response");
    }
}
