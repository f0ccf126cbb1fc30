//! Replies that nobody can answer: their list, and how they are marked as done.

use crate::messages::receive;
use crate::testing::{World, noon};
use app::domain::{ConversationId, ListedConversation, MessageId};
use app::error::AppError;
use app::ports::Conversations;
use chrono::TimeDelta;
use sentences::page;
use sqlx::PgPool;

/// What stands on the list.
async fn listed(world: &World) -> Vec<ListedConversation> {
    let listed = world.store.unanswerable(&world.admin, None, 10).await;
    listed.unwrap()
}

/// Marks a reply as done by the list that its admin sees.
async fn mark(world: &World, id: ConversationId, last: Option<MessageId>) -> Result<(), AppError> {
    world.store.mark_reply_done(&world.admin, id, last).await
}

/// What the contact of a reply writes next.
async fn writes(world: &World, reply: ConversationId, body: &str) {
    let text = world.text_from(reply, body).await;
    receive(&world.store, &text).await.unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_admin_reads_what_somebody_wrote_after_opting_out(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    for body in ["STOP", "You still owe me an answer"] {
        let text = world.text_from(reply, body).await;
        receive(&world.store, &text).await.unwrap();
    }
    let other = world.reply(campaign, &world.ann, 60).await;
    let listed = async |after, limit| -> Vec<_> {
        let listed = world.store.unanswerable(&world.admin, after, limit).await;
        listed
            .unwrap()
            .into_iter()
            .map(|listed| (listed.id, listed.opted_out))
            .collect()
    };
    assert_eq!(listed(None, 10).await, [(reply, true)]);
    world.change_campaign(campaign, "archived_at = now()").await;
    let mut both = listed(None, 10).await;
    both.sort();
    assert_eq!(both, [(reply, true), (other, false)]);
    // Page by page.
    let first = listed(None, 1).await;
    let second = listed(Some(first[0].0), 1).await;
    let mut pages = [first, second].concat();
    pages.sort();
    assert_eq!(pages, both);
    let thread = world
        .store
        .open(&world.admin, reply)
        .await
        .unwrap()
        .messages;
    assert!(thread.iter().any(|message| message.body.contains("owe me")));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_wrote_last_after_opting_out_is_listed_first_and_by_that_text(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut replies = Vec::new();
    for minutes in [120, 90, 60] {
        replies.push(world.reply(campaign, &world.ann, minutes).await);
    }
    let writes = async |reply, minutes, body| {
        world.store.clock.set(noon() + TimeDelta::minutes(minutes));
        let text = world.text_from(reply, body).await;
        receive(&world.store, &text).await.unwrap();
    };
    for (reply, minutes) in replies.iter().zip(0..) {
        writes(*reply, minutes, "STOP").await;
        writes(*reply, 10 + minutes, "Hello?").await;
    }
    let waited = world.row(replies[0]).await.waiting_since;
    // Whoever waits longest, and wrote before the others, writes once more.
    writes(replies[0], 20, "Is anybody there?").await;
    let minutes = |minutes| noon() + TimeDelta::minutes(minutes);
    let expected = [
        (replies[0], minutes(20)),
        (replies[2], minutes(12)),
        (replies[1], minutes(11)),
    ];
    let listed = async |after, limit| -> Vec<_> {
        let listed = world.store.unanswerable(&world.admin, after, limit).await;
        let listed = listed.unwrap().into_iter();
        listed.map(|listed| (listed.id, listed.at)).collect()
    };
    assert_eq!(listed(None, 10).await, expected);
    let mut after = None;
    for one in expected {
        assert_eq!(listed(after, 1).await, [one]);
        after = Some(one.0);
    }
    assert!(listed(after, 1).await.is_empty());
    // Since when they waited is what it was, for when the opt-out is lifted.
    assert_eq!(world.row(replies[0]).await.waiting_since, waited);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_marked_as_done_is_closed_until_its_contact_writes_again(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let opted_out = world.reply(campaign, &world.ann, 120).await;
    for body in ["STOP", "You still owe me an answer"] {
        writes(&world, opted_out, body).await;
    }
    let archived = world.campaign().await;
    let reply = world.reply(archived, &world.ann, 90).await;
    world.change_campaign(archived, "archived_at = now()").await;
    let waited = world.row(reply).await.waiting_since;

    for line in listed(&world).await {
        // Pressed twice.
        for _ in 0..2 {
            assert_eq!(mark(&world, line.id, line.last_message).await, Ok(()));
        }
    }
    assert_eq!(listed(&world).await, []);
    for id in [opted_out, reply] {
        let row = world.row(id).await;
        assert_eq!((&*row.status, row.waiting_since), ("closed", None));
    }
    let events = "select count(*) from audit_event where action = 'reply_marked_done'";
    assert_eq!(world.count(events).await, 2);
    // Whoever holds it may still take the close back, where somebody can answer again.
    world.change_campaign(archived, "archived_at = null").await;
    let epoch = world.row(reply).await.lease_epoch;
    world.store.reopen(&world.ann, reply, epoch).await.unwrap();
    assert_eq!(world.row(reply).await.waiting_since, waited);

    writes(&world, opted_out, "Hello?").await;
    let again: Vec<_> = listed(&world).await.iter().map(|line| line.id).collect();
    assert_eq!(again, [opted_out]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nothing_is_marked_as_done_unread_or_while_somebody_can_answer(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 90).await;
    let refused = |sentence: &str| Err(AppError::Invalid(sentence.to_owned()));
    let last = world.store.open(&world.ann, reply).await.unwrap().messages;
    let last = last.last().map(|message| message.id);
    assert_eq!(
        mark(&world, reply, last).await,
        refused(page::somebody_can_answer())
    );

    world.change_campaign(campaign, "archived_at = now()").await;
    let read = listed(&world).await;
    writes(&world, reply, "Hello?").await;
    assert_eq!(
        mark(&world, reply, read[0].last_message).await,
        refused(page::read_before_it_is_done())
    );
    assert_eq!(
        mark(&world, reply, None).await,
        refused(page::read_before_it_is_done())
    );
    assert_eq!(mark(&other, reply, last).await, Err(AppError::NotFound));
    assert_eq!(world.row(reply).await.status, "needs_response");
}
