//! The deletion of unmessaged contacts while others are at them.

use super::{TITLE, cell, is_there, newest, people};
use crate::contacts::tests::add;
use crate::testing::World;
use crate::{Store, opt_outs};
use app::domain::UnmessagedDeletion;
use app::error::AppError;
use app::ports::{Conversations, UnmessagedContacts};
use futures::future::join_all;
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;

/// The world's store with a connection for everybody.
async fn crowded(world: &World) -> Store {
    let connect = world.store.pool.connect_options().as_ref().clone();
    let pool = PgPoolOptions::new()
        .max_connections(40)
        .connect_with(connect)
        .await
        .unwrap();
    Store::with_clock(pool, world.store.clock.clone())
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_message_that_is_written_while_a_batch_waits_is_seen(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let texted = world.unsent(campaign, &world.ann).await;
    let other = world.unsent(campaign, &world.ann).await;
    let store = crowded(&world).await;
    let newest = newest(&world, campaign).await;
    let mut first = store.pool.begin().await.unwrap();
    sqlx::query("select from conversation where id = $1 for update")
        .bind(texted.0)
        .fetch_one(&mut *first)
        .await
        .unwrap();
    let deletion = tokio::spawn({
        let (store, admin) = (store.clone(), world.admin.clone());
        async move {
            store
                .delete_unmessaged(&admin, campaign, newest, TITLE)
                .await
        }
    });
    let waits = "select count(*) from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'";
    while world.count(waits).await == 0 {
        tokio::task::yield_now().await;
    }
    // The message alone: the row says nothing of it.
    sqlx::query(
        "insert into message (organization_id, conversation_id, direction, body, own_number)
         select $1, $2, 'outbound', 'Hi', number from sending_number where organization_id = $1",
    )
    .bind(world.organization.0)
    .bind(texted.0)
    .execute(&mut *first)
    .await
    .unwrap();
    first.commit().await.unwrap();
    assert_eq!(deletion.await.unwrap(), Ok(UnmessagedDeletion::Finished(1)));
    assert!(is_there(&world, texted).await);
    assert!(!is_there(&world, other).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn two_at_once_with_sends_opt_outs_and_an_upload_delete_each_contact_once(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut held = Vec::new();
    for _ in 0..20 {
        held.push(world.unsent(campaign, &world.ann).await);
    }
    add(&world, campaign, &people(1..1_500), false).await;
    let opted_out: Vec<String> = (1..1_500).step_by(97).map(cell).collect();
    let store = crowded(&world).await;
    let newest = newest(&world, campaign).await;
    let deletions = join_all((0..2).map(|_| {
        let (store, admin) = (&store, &world.admin);
        async move {
            store
                .delete_unmessaged(admin, campaign, newest, TITLE)
                .await
        }
    }));
    let sends = join_all(held.iter().map(|id| {
        let (store, ann) = (&store, &world.ann);
        async move { store.send(ann, *id, 0.into(), "Hi".into()).await }
    }));
    let stops = async {
        let mut staging = opt_outs::Staging::open(&store).await.unwrap();
        for (line, text) in (2..).zip(&opted_out) {
            staging
                .push(line, text, &text.parse().unwrap())
                .await
                .unwrap();
        }
        staging.record(world.admin.actor()).await.unwrap();
    };
    let later = people(2_000..2_050);
    let upload = add(&world, campaign, &later, false);
    let (deletions, sends, (), upload) = futures::join!(deletions, sends, stops, upload);
    upload.unwrap();
    let deleted: u32 = deletions
        .into_iter()
        .map(|deletion| match deletion.unwrap() {
            UnmessagedDeletion::Finished(deleted) => deleted,
            UnmessagedDeletion::Running => panic!("it should have ended"),
        })
        .sum();
    let mut sent = 0;
    for (id, answer) in held.iter().zip(&sends) {
        // Whoever was texted is there, with the text.
        assert_eq!(is_there(&world, *id).await, answer.is_ok(), "{answer:?}");
        sent += u32::from(answer.is_ok());
    }
    assert_eq!(deleted, 20 + 1_499 - sent);
    let recorded =
        "select sum(detail::bigint)::bigint from audit_event where action = 'unmessaged_deleted'";
    assert_eq!(world.count(recorded).await, i64::from(deleted));
    let messages = world.count("select count(*) from message").await;
    assert_eq!(messages, i64::from(sent));
    let contacts = world.count("select count(*) from contact").await;
    assert_eq!(contacts, i64::from(sent) + 50);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_three_at_once_the_log_has_those_that_deleted_somebody(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    add(&world, campaign, &people(0..200), false).await.unwrap();
    let store = crowded(&world).await;
    let newest = newest(&world, campaign).await;
    let deletions =
        join_all((0..3).map(|_| store.delete_unmessaged(&world.admin, campaign, newest, TITLE)));
    let mut deleted: Vec<String> = deletions
        .await
        .into_iter()
        .filter_map(|deletion| match deletion.unwrap() {
            UnmessagedDeletion::Finished(0) => None,
            UnmessagedDeletion::Finished(deleted) => Some(deleted.to_string()),
            UnmessagedDeletion::Running => panic!("it should have ended"),
        })
        .collect();
    deleted.sort();
    let recorded: Vec<String> = sqlx::query_scalar(
        "select detail from audit_event where action = 'unmessaged_deleted' order by detail",
    )
    .fetch_all(&store.pool)
    .await
    .unwrap();
    assert_eq!(recorded, deleted);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_draft_that_is_saved_while_its_contact_is_deleted_is_refused(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let id = world.unsent(campaign, &world.ann).await;
    let store = crowded(&world).await;
    let mut deletion = store.pool.begin().await.unwrap();
    sqlx::query("delete from contact where id = $1")
        .bind(id.0)
        .execute(&mut *deletion)
        .await
        .unwrap();
    let draft = tokio::spawn({
        let (store, ann) = (store.clone(), world.ann.clone());
        async move { store.save_draft(&ann, id, "Hel".into()).await }
    });
    let waits = "select count(*) from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'";
    while world.count(waits).await == 0 {
        tokio::task::yield_now().await;
    }
    deletion.commit().await.unwrap();
    assert_eq!(draft.await.unwrap(), Err(AppError::NotFound));
}
