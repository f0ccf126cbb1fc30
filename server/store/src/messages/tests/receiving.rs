use crate::messages::{Received, receive};
use crate::notify::Change;
use crate::testing::{Thread, World, ago, noon};
use app::ports::Conversations;
use chrono::TimeDelta;
use server_message::ServiceKind;
use sqlx::PgPool;

fn texted(minutes: i64) -> Thread {
    Thread {
        outbound: vec![minutes],
        inbound: vec![],
        claimed: None,
        drafted: None,
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_answer_is_put_into_the_thread_and_needs_a_response(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let thread = world.thread(campaign, Some(&world.ann), &texted(60)).await;
    let before = world.row(thread).await;

    let text = world.text_from(thread, "What time?").await;
    assert_eq!(
        receive(&world.store, &text).await.unwrap(),
        Received::Recorded(thread)
    );

    assert_eq!(
        world.thread_texts(thread).await,
        ["> outbound text", "< What time?"]
    );
    let after = world.row(thread).await;
    assert_eq!(
        (after.status.as_str(), after.waiting_since),
        ("needs_response", Some(noon()))
    );
    // Who holds it, since when, and under which epoch is none of the contact's business.
    assert_eq!(
        (after.assigned_to, after.held_since, after.lease_epoch),
        (before.assigned_to, before.held_since, before.lease_epoch)
    );
    assert_eq!(after.assigned_to, Some(world.ann.member.0));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_contact_who_writes_again_does_not_reset_the_wait(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let thread = world.thread(campaign, None, &texted(60)).await;
    for minutes in [0, 5, 30] {
        world.store.clock.set(noon() + TimeDelta::minutes(minutes));
        let text = world.text_from(thread, "Hello?").await;
        receive(&world.store, &text).await.unwrap();
    }
    assert_eq!(world.row(thread).await.waiting_since, Some(noon()));
    assert_eq!(world.thread_texts(thread).await.len(), 4);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_delivery_that_is_repeated_writes_nothing_twice(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let thread = world.thread(campaign, None, &texted(60)).await;
    let text = world.text_from(thread, "Yes").await;

    let at_once = (0..8).map(|_| receive(&world.store, &text));
    let received = futures::future::join_all(at_once).await;
    let recorded = received
        .iter()
        .filter(|r| matches!(r, Ok(Received::Recorded(_))))
        .count();
    let repeated = received
        .iter()
        .filter(|r| matches!(r, Ok(Received::Repeated)))
        .count();
    assert_eq!((recorded, repeated), (1, 7));
    assert_eq!(
        receive(&world.store, &text).await.unwrap(),
        Received::Repeated
    );
    assert_eq!(
        world.thread_texts(thread).await,
        ["> outbound text", "< Yes"]
    );
    assert_eq!(world.count("select count(*) from inbound").await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_answer_goes_to_the_thread_that_was_texted_last_from_that_number(pool: PgPool) {
    let world = World::new(pool).await;
    let (early, late) = (world.campaign().await, world.campaign().await);
    // The one that was texted last was made first, so that no order by id gets it right.
    let last = world.thread(late, None, &texted(10)).await;
    let first = world.thread(early, None, &texted(600)).await;
    world.same_contact(last, first).await;

    let text = world.text_from(first, "Yes").await;
    assert_eq!(
        receive(&world.store, &text).await.unwrap(),
        Received::Recorded(last)
    );
    assert_eq!(world.row(first).await.status, "messaged");

    // From now on the later thread is one of another number.
    world
        .execute(format!(
            "update message set own_number = '+12025559999' where conversation_id = {last}"
        ))
        .await;
    let text = world.text_from(first, "And where?").await;
    assert_eq!(
        receive(&world.store, &text).await.unwrap(),
        Received::Recorded(first)
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_matches_no_conversation_is_kept(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let thread = world.thread(campaign, None, &texted(60)).await;
    let mut text = world.text_from(thread, "Who is this?").await;
    // A short code is no cell, and writes all the same; nobody types NUL, and it breaks nothing.
    for (from, sid) in [("+13035550999", "TEST-A"), ("72975", "TEST-B")] {
        (text.from, text.sid.0) = (from.into(), sid.into());
        text.body.push('\0');
        assert_eq!(
            receive(&world.store, &text).await.unwrap(),
            Received::Unmatched
        );
    }
    let kept: Vec<(String, String, Option<i64>)> =
        sqlx::query_as("select from_cell, body, message_id from inbound order by service_sid")
            .fetch_all(&world.store.pool)
            .await
            .unwrap();
    let body = "Who is this?".to_owned();
    assert_eq!(
        kept,
        [
            ("+13035550999".to_owned(), body.clone(), None),
            ("72975".to_owned(), body, None)
        ]
    );
    assert_eq!(world.thread_texts(thread).await, ["> outbound text"]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_number_that_is_nobodys_or_another_services_takes_nothing_in(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let thread = world.thread(campaign, None, &texted(60)).await;
    let mut text = world.text_from(thread, "Yes").await;
    text.service = ServiceKind::Twilio;
    assert_eq!(
        receive(&world.store, &text).await.unwrap(),
        Received::UnknownNumber
    );
    text.service = ServiceKind::Simulated;
    text.to = "+12025559999".into();
    assert_eq!(
        receive(&world.store, &text).await.unwrap(),
        Received::UnknownNumber
    );
    assert_eq!(world.count("select count(*) from inbound").await, 0);
    assert_eq!(world.row(thread).await.status, "messaged");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_servers_are_told_whose_campaign_and_whose_list_changed(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let thread = world.thread(campaign, Some(&world.ann), &texted(60)).await;
    let mut listener = World::listen(&pool).await;
    let text = world.text_from(thread, "Yes").await;
    receive(&world.store, &text).await.unwrap();
    let told: Change = serde_json::from_str(listener.recv().await.unwrap().payload()).unwrap();
    let (campaigns, members) = (vec![campaign], vec![world.ann.member]);
    assert_eq!(
        told,
        Change {
            organization: world.organization,
            campaigns,
            members,
            notices: false,
            more: false,
            releases: false,
            requests: false,
            reports: Vec::new(),
        }
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_answer_in_a_thread_that_was_answered_starts_the_wait_anew(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let thread = world.reply(campaign, &world.ann, 240).await;
    assert_eq!(world.row(thread).await.waiting_since, Some(ago(240)));
    world
        .change(thread, "status = 'convo', waiting_since = null".into())
        .await;
    let text = world.text_from(thread, "Thanks!").await;
    receive(&world.store, &text).await.unwrap();
    assert_eq!(world.row(thread).await.waiting_since, Some(noon()));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_reply_goes_to_the_campaign_that_runs_and_not_to_a_later_one_that_is_archived(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let (earlier, later) = (world.campaign().await, world.campaign().await);
    let running = world.thread(earlier, Some(&world.ann), &texted(90)).await;
    let archived = world.thread(later, Some(&world.ben), &texted(30)).await;
    world.same_contact(running, archived).await;
    let receive = async |body: &str| {
        let text = world.text_from(running, body).await;
        receive(&world.store, &text).await.unwrap()
    };
    assert_eq!(receive("Where?").await, Received::Recorded(archived));
    world.change_campaign(later, "archived_at = now()").await;
    assert_eq!(receive("And when?").await, Received::Recorded(running));
    // Where none runs it is kept in the last, and admins read it.
    world.change_campaign(earlier, "archived_at = now()").await;
    assert_eq!(receive("Hello?").await, Received::Recorded(archived));
    let listed = world.store.unanswerable(&world.admin, None, 10).await;
    let listed: Vec<_> = listed
        .unwrap()
        .into_iter()
        .map(|listed| (listed.id, listed.excerpt, listed.archived))
        .collect();
    assert_eq!(
        listed,
        [
            (archived, "Hello?".to_owned(), true),
            (running, "And when?".to_owned(), true)
        ]
    );
}
