//! Texts that come in while something else happens to their conversation, or twice at once.

use super::stopping::somebody_waits;
use crate::Store;
use crate::clock::Clock;
use crate::messages::{Received, receive};
use crate::notify::Change;
use crate::testing::{Thread, World};
use app::domain::CampaignId;
use chrono::{DateTime, Utc};
use futures::future::join_all;
use sqlx::{AssertSqlSafe, PgPool};
use std::collections::BTreeSet;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_text_that_waits_for_a_send_comes_after_it_and_starts_a_new_wait(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    let text = world.text_from(thread, "And where?").await;
    let store = Store::with_clock(pool.clone(), Clock::database());

    let mut send = pool.begin().await.unwrap();
    sqlx::query("select 1 from conversation where id = $1 for update")
        .bind(thread.0)
        .execute(&mut *send)
        .await
        .unwrap();
    let sent = async {
        somebody_waits(&world).await;
        for statement in [
            "update conversation set status = 'convo', waiting_since = null where id = ?",
            "insert into message (organization_id, conversation_id, direction, body, own_number, created_at)
             select organization_id, conversation_id, 'outbound', 'At noon', own_number, statement_timestamp()
               from message where conversation_id = ? limit 1",
        ] {
            let statement = statement.replace('?', &thread.to_string());
            sqlx::query(AssertSqlSafe(statement))
                .execute(&mut *send)
                .await
                .unwrap();
        }
        send.commit().await.unwrap();
    };
    let (received, ()) = tokio::join!(receive(&store, &text), sent);
    assert_eq!(received.unwrap(), Received::Recorded(thread));

    let moment = async |body: &str| -> DateTime<Utc> {
        sqlx::query_scalar(
            "select created_at from message where conversation_id = $1 and body = $2",
        )
        .bind(thread.0)
        .bind(body)
        .fetch_one(&pool)
        .await
        .unwrap()
    };
    assert!(moment("And where?").await > moment("At noon").await);
    let row = world.row(thread).await;
    assert_eq!(row.status, "needs_response");
    assert_eq!(row.waiting_since, Some(moment("And where?").await));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_text_that_waits_for_a_move_to_another_campaign_is_in_its_thread(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (archived, running) = (world.campaign().await, world.campaign().await);
    let thread = world.reply(archived, &world.ann, 10).await;
    world.change_campaign(archived, "archived_at = now()").await;
    let text = world.text_from(thread, "And where?").await;

    let mut transaction = pool.begin().await.unwrap();
    for table in ["conversation", "contact"] {
        let statement = format!("update {table} set campaign_id = {running} where id = {thread}");
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *transaction)
            .await
            .unwrap();
    }
    let moved = async {
        somebody_waits(&world).await;
        transaction.commit().await.unwrap();
    };
    let (received, ()) = tokio::join!(receive(&world.store, &text), moved);
    assert_eq!(received.unwrap(), Received::Recorded(thread));
    let texts = world.thread_texts(thread).await;
    assert_eq!(texts.last().map(String::as_str), Some("< And where?"));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_text_of_no_thread_that_comes_many_times_at_once_is_kept_once(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    let mut text = world.text_from(thread, "Who is this?").await;
    text.from = "+13035550999".into();
    let received = join_all((0..8).map(|_| receive(&world.store, &text))).await;
    let of = |what: Received| {
        received
            .iter()
            .filter(move |r| matches!(r, Ok(r) if *r == what))
    };
    assert_eq!(of(Received::Unmatched).count(), 1);
    assert_eq!(of(Received::Repeated).count(), 7);
    assert_eq!(world.count("select count(*) from inbound").await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_stop_that_is_delivered_again_does_not_undo_what_was_done_since(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    let text = world.text_from(thread, "stop").await;
    receive(&world.store, &text).await.unwrap();
    world.execute("delete from opt_out".into()).await;
    world
        .change(thread, "opted_out = false, status = 'convo'".into())
        .await;
    assert_eq!(
        receive(&world.store, &text).await.unwrap(),
        Received::Repeated
    );
    assert_eq!(world.count("select count(*) from opt_out").await, 0);
    assert_eq!(world.row(thread).await.status, "convo");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn many_texts_at_once_are_told_together_and_none_is_left_out(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let mut expected = BTreeSet::new();
    let mut texts = Vec::new();
    for _ in 0..20 {
        let campaign = world.campaign().await;
        expected.insert(campaign);
        let thread = Thread::waiting(10);
        let thread = world.thread(campaign, Some(&world.ann), &thread).await;
        texts.push(world.text_from(thread, "Yes").await);
    }
    let mut listener = World::listen(&pool).await;
    for received in join_all(texts.iter().map(|text| receive(&world.store, text))).await {
        received.unwrap();
    }
    let mut heard: BTreeSet<CampaignId> = BTreeSet::new();
    let mut notifications = 0;
    while heard != expected {
        let notification = listener.recv().await.unwrap();
        let change: Change = serde_json::from_str(notification.payload()).unwrap();
        assert_eq!(change.members, [world.ann.member]);
        heard.extend(change.campaigns);
        notifications += 1;
    }
    assert!(notifications < 20, "{notifications} notifications");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_locked_conversation_holds_up_no_text_that_came_with_it(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let mut texts = Vec::new();
    for number in 0..60 {
        let thread = world.reply(campaign, &world.ann, 10).await;
        texts.push((
            thread,
            world.text_from(thread, &format!("Text {number}")).await,
        ));
    }
    let mut somebody = pool.begin().await.unwrap();
    for (locked, _) in texts.iter().step_by(30) {
        sqlx::query("select from conversation where id = $1 for update")
            .bind(locked.0)
            .execute(&mut *somebody)
            .await
            .unwrap();
    }
    let receiving = join_all(texts.iter().map(|(_, text)| receive(&world.store, text)));
    let others_are_there = async {
        while world
            .count("select count(*) from message where body like 'Text %'")
            .await
            < 58
        {
            tokio::task::yield_now().await;
        }
        somebody.rollback().await.unwrap();
    };
    let (received, ()) = tokio::time::timeout(std::time::Duration::from_secs(30), async {
        tokio::join!(receiving, others_are_there)
    })
    .await
    .expect("texts wait for conversations that are not theirs");
    for ((thread, _), received) in texts.iter().zip(received) {
        assert_eq!(received.unwrap(), Received::Recorded(*thread));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_many_texts_at_once_each_is_in_its_own_thread_once(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut texts = Vec::new();
    for number in 0..100 {
        let thread = world.reply(campaign, &world.ann, 10).await;
        let text = world.text_from(thread, &format!("Text {number}")).await;
        // The carrier delivers every text twice.
        texts.extend([(thread, text.clone()), (thread, text)]);
    }
    let received = join_all(texts.iter().map(|(_, text)| receive(&world.store, text))).await;
    let mut recorded = 0;
    for ((thread, _), received) in texts.iter().zip(received) {
        match received.unwrap() {
            Received::Recorded(conversation) => {
                assert_eq!(conversation, *thread);
                recorded += 1;
            }
            other => assert_eq!(other, Received::Repeated),
        }
    }
    assert_eq!(recorded, 100);
    let misplaced = "select count(*) from inbound i
         join message m on m.id = i.message_id
         join contact c on c.id = m.conversation_id
        where m.body <> i.body or c.cell <> i.from_cell";
    assert_eq!(world.count(misplaced).await, 0);
    let written = "select count(*) from message where body like 'Text %'";
    assert_eq!(world.count(written).await, 100);
}
