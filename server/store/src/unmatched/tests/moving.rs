//! Texts that are moved to a contact.

use crate::messages::{Received, receive};
use crate::testing::{Thread, World, ago, noon};
use app::domain::{CampaignId, ConversationId, Goodbye, Holding, Texter, UnmatchedId};
use app::error::AppError;
use app::ports::{Conversations, UnmatchedTexts};
use server_message::InboundText;
use sqlx::PgPool;

pub(super) const STRANGER: &str = "+13035550101";

/// A conversation that Ann has and answered an hour ago.
async fn answered(world: &World, campaign: CampaignId, holder: &Texter) -> ConversationId {
    let thread = Thread {
        outbound: vec![180, 60],
        inbound: vec![120],
        claimed: Some(200),
        drafted: None,
    };
    world.thread(campaign, Some(holder), &thread).await
}

/// A text of the stranger to a second number of the organization.
pub(super) async fn to_another_number(world: &World, body: &str) -> UnmatchedId {
    let text = InboundText {
        to: "+12025559999".to_owned(),
        ..world.text_from_cell(STRANGER, body).await
    };
    world
        .execute(format!(
            "insert into sending_number (organization_id, number, service) values ({}, '{}', 'simulated')",
            world.organization, text.to
        ))
        .await;
    let received = receive(&world.store, &text).await.unwrap();
    assert_eq!(received, Received::Unmatched);
    UnmatchedId {
        service: text.service,
        sid: text.sid.0,
    }
}

fn refused(answer: Result<(), AppError>, words: &str) {
    match answer {
        Err(AppError::Invalid(sentence)) if sentence.contains(words) => {}
        other => panic!("{other:?} instead of {words}"),
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_text_goes_into_the_thread_as_one_that_came_in_and_the_holders_clock_starts(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let store = &world.store;
    let conversation = answered(&world, world.campaign().await, &world.ann).await;
    world.store.clock.set(ago(30));
    let text = to_another_number(&world, "It is Maya, from work").await;
    world.store.clock.set(noon());
    let to = store.movable_text(&world.admin, &text, Some("ada")).await;
    let to = to.unwrap();
    assert_eq!(to.text.body, "It is Maya, from work");
    let offered: Vec<_> = to.contacts.iter().map(|contact| contact.id).collect();
    assert_eq!(offered, [conversation]);

    store
        .move_text(&world.admin, &text, conversation)
        .await
        .unwrap();
    let row = world.row(conversation).await;
    assert_eq!(row.status, "needs_response");
    assert_eq!(row.assigned_to, Some(world.ann.member.0));
    assert_eq!(
        (row.waiting_since, row.held_since),
        (Some(ago(30)), Some(noon()))
    );
    let view = store.open(&world.ann, conversation).await.unwrap();
    let last = view.messages.last().unwrap();
    assert_eq!(
        (last.body.as_str(), last.sent_at),
        ("It is Maya, from work", ago(30))
    );
    assert_eq!(store.held(&world.ann).await.unwrap().all, 1);
    let listed = store.unmatched(&world.admin, true, None, 10).await;
    assert_eq!(listed, Ok(Vec::new()));
    let events = "select count(*) from audit_event
                   where action = 'unmatched_text_moved' and detail = '+13035550101'";
    assert_eq!(world.count(events).await, 1);
    // The answer goes to the contact, from the number of the thread.
    let epoch = world.epoch(conversation).await;
    let sent = store.send(&world.ann, conversation, epoch.into(), "Hi Maya".into());
    sent.await.unwrap();
    let numbers = "select count(distinct own_number) from message";
    assert_eq!(world.count(numbers).await, 1);

    let again = store.move_text(&world.admin, &text, conversation).await;
    refused(again, "moved already");
    let gone = store.movable_text(&world.admin, &text, None).await;
    assert_eq!(gone, Err(AppError::NotFound));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_admins_at_once_one_moves_it(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let campaign = world.campaign().await;
    for n in 0..6 {
        let one = answered(&world, campaign, &world.ann).await;
        let two = answered(&world, campaign, &world.ben).await;
        let text = world.unmatched_text(&format!("A{n}"), STRANGER, "Me").await;
        let (first, second) = tokio::join!(
            store.move_text(&world.admin, &text, one),
            store.move_text(&world.owner, &text, two),
        );
        let (moved, loser) = if first.is_ok() {
            (one, second)
        } else {
            (two, first)
        };
        refused(loser, "moved already");
        let other = if moved == one { two } else { one };
        assert_eq!(world.row(moved).await.status, "needs_response");
        assert_eq!(world.row(other).await.status, "messaged");
        assert_eq!(world.thread_texts(other).await.len(), 3);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn contacts_are_found_by_the_writers_number_by_name_and_by_digits_where_campaigns_run(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let store = &world.store;
    let conversation = world.unsent(world.campaign().await, &world.ann).await;
    let cell = world.cell(conversation).await;
    let archived = world.campaign().await;
    world.unsent(archived, &world.ann).await;
    world.change_campaign(archived, "archived_at = now()").await;
    // Nobody has texted that cell yet, so it belongs to no thread.
    let text = world.unmatched_text("A", &cell, "Who are you?").await;
    let digits = cell[cell.len() - 4..].to_owned();
    for search in [
        None,
        Some(cell.as_str()),
        Some(&*digits),
        Some("ADA"),
        Some(" byron "),
    ] {
        let found = store.movable_text(&world.admin, &text, search).await;
        let found: Vec<_> = found.unwrap().contacts.into_iter().map(|c| c.id).collect();
        assert_eq!(found, [conversation], "{search:?}");
    }
    // By any word of a name, with or without its accents, whoever leaves them out.
    world
        .execute(format!(
            "update contact set first_name = 'José', last_name = 'Pérez Gil' where id = {conversation}"
        ))
        .await;
    for search in ["jose", "José  per", "JOSE PEREZ GÍL", "gil"] {
        let found = store.movable_text(&world.admin, &text, Some(search)).await;
        let found: Vec<_> = found.unwrap().contacts.into_iter().map(|c| c.id).collect();
        assert_eq!(found, [conversation], "{search}");
    }
    for search in [Some(""), Some("nobody"), Some("12")] {
        let found = store.movable_text(&world.admin, &text, search).await;
        assert_eq!(found.unwrap().contacts, [], "{search:?}");
    }
    store
        .move_text(&world.admin, &text, conversation)
        .await
        .unwrap();
    let row = world.row(conversation).await;
    assert_eq!(
        (row.status.as_str(), row.lease_epoch),
        ("needs_response", 0)
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_short_code_is_not_the_end_of_a_contacts_number(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let conversation = world.unsent(world.campaign().await, &world.ann).await;
    world
        .execute(format!(
            "update contact set cell = '+13035572345' where id = {conversation}"
        ))
        .await;
    let text = world.unmatched_text("A", "72345", "Your code").await;
    for (search, expected) in [(None, vec![]), (Some("72345"), vec![conversation])] {
        let found = store.movable_text(&world.admin, &text, search).await;
        let found: Vec<_> = found.unwrap().contacts.into_iter().map(|c| c.id).collect();
        assert_eq!(found, expected, "{search:?}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_is_suspended_gets_none_it_goes_into_the_pool(pool: PgPool) {
    let world = World::new(pool).await;
    let conversation = answered(&world, world.campaign().await, &world.ann).await;
    let text = world.unmatched_text("A", STRANGER, "Me").await;
    world.suspend(world.ann.member).await;
    let moved = world.store.move_text(&world.admin, &text, conversation);
    moved.await.unwrap();
    let row = world.row(conversation).await;
    assert_eq!((row.assigned_to, row.lease_epoch), (None, 1));
    let events = "select count(*) from assignment_event where reason = 'released'";
    assert_eq!(world.count(events).await, 1);
    let view = world.store.open(&world.ann, conversation).await.unwrap();
    assert_eq!(view.holding, Holding::Released);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nothing_is_moved_to_who_opted_out_to_another_organization_or_where_nothing_runs(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let store = &world.store;
    let campaign = world.campaign().await;
    let conversation = answered(&world, campaign, &world.ann).await;
    let text = world.unmatched_text("A", STRANGER, "Me").await;
    let stop = world.unmatched_text("B", STRANGER, "Stop").await;
    let admin = &world.admin;
    let before = world.row(conversation).await;
    refused(
        store.move_text(admin, &stop, conversation).await,
        "says stop",
    );
    for change in [
        "archived_at = now()",
        "archived_at = null, paused_at = now()",
    ] {
        world.change_campaign(campaign, change).await;
        let moved = store.move_text(admin, &text, conversation).await;
        refused(moved, "does not run");
    }
    world.change_campaign(campaign, "paused_at = null").await;
    let other = World::new(store.pool.clone()).await;
    let theirs = answered(&other, other.campaign().await, &other.ann).await;
    let moved = store.move_text(admin, &text, theirs).await;
    assert_eq!(moved, Err(AppError::NotFound));
    let moved = other.store.move_text(&other.admin, &text, theirs).await;
    assert_eq!(moved, Err(AppError::NotFound));
    assert_eq!(world.row(conversation).await, before);
    store
        .opt_out(&world.ann, conversation, Goodbye::None)
        .await
        .unwrap();
    let moved = store.move_text(admin, &text, conversation).await;
    refused(moved, "opted out");
    let unmoved = "select count(*) from inbound where message_id is null";
    assert_eq!(world.count(unmoved).await, 2);
}
