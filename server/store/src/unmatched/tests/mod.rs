//! Texts that belong to no conversation, as admins read them.

mod first_number;
mod moving;

use crate::messages::receive;
use crate::testing::{World, noon};
use app::error::AppError;
use app::ports::UnmatchedTexts;
use chrono::TimeDelta;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn they_are_listed_newest_first_by_pages_for_their_own_organization(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    // Two of them in the same moment.
    for (sid, from, body, minutes) in [
        ("A", "+13035550101", "Who is this?", 0),
        ("C", "72345", "Your code", 1),
        ("B", "", "No sender", 1),
        ("D", "+13035550102", "St0p", 2),
        ("E", "+13035550103", "STOP", 3),
    ] {
        world.store.clock.set(noon() + TimeDelta::minutes(minutes));
        world.unmatched_text(sid, from, body).await;
    }
    let answer = world.text_from(thread, "This one has a thread").await;
    receive(&world.store, &answer).await.unwrap();

    let mut read = Vec::new();
    let mut after = None;
    loop {
        let page = world.store.unmatched(&world.admin, false, after, 2).await;
        let page = page.unwrap();
        let Some(last) = page.last() else { break };
        after = Some(last.id.clone());
        read.extend(page);
    }
    let lines: Vec<_> = read
        .iter()
        .map(|text| {
            let can_opt_out = text.number.is_some();
            let marks = (text.opted_out, text.may_want_to_opt_out);
            (text.body.as_str(), can_opt_out, marks)
        })
        .collect();
    assert_eq!(
        lines,
        [
            ("STOP", true, (true, false)),
            ("St0p", true, (false, true)),
            ("Your code", false, (false, false)),
            ("No sender", false, (false, false)),
            ("Who is this?", true, (false, false)),
        ]
    );
    let theirs = other.store.unmatched(&other.admin, true, None, 10).await;
    assert_eq!(theirs, Ok(Vec::new()));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_done_is_hidden_and_listed_when_asked_for(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let done = world.unmatched_text("A", "72345", "Your code").await;
    world
        .unmatched_text("B", "+13035550101", "Who is this?")
        .await;
    // Pressed twice.
    for _ in 0..2 {
        store.mark_done(&world.admin, &done).await.unwrap();
    }
    let events = "select count(*) from audit_event
                   where action = 'unmatched_text_done' and detail = '72345'";
    assert_eq!(world.count(events).await, 1);
    let bodies = async |with_done| {
        let texts = store.unmatched(&world.admin, with_done, None, 10).await;
        let texts = texts.unwrap().into_iter();
        texts.map(|text| (text.body, text.done)).collect::<Vec<_>>()
    };
    let other = ("Who is this?".to_owned(), false);
    assert_eq!(bodies(false).await, std::slice::from_ref(&other));
    assert_eq!(bodies(true).await, [other, ("Your code".to_owned(), true)]);
    let elsewhere = World::new(store.pool.clone()).await;
    let theirs = elsewhere.store.mark_done(&elsewhere.admin, &done).await;
    assert_eq!(theirs, Err(AppError::NotFound));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_contact_of_any_running_campaign_is_found(pool: PgPool) {
    let world = World::new(pool).await;
    let oldest = world.campaign().await;
    let reply = world.reply(oldest, &world.ann, 60).await;
    world
        .execute(format!(
            "update contact set first_name = 'Zoe', last_name = 'Quinn' where id = {reply}"
        ))
        .await;
    // More than one statement looks at.
    world
        .execute(format!(
            "insert into campaign (organization_id, title, time_zone_id, started_at)
             select organization_id, 'Poll ' || n, time_zone_id, started_at
               from campaign, generate_series(1, 250) n where id = {oldest}"
        ))
        .await;
    let text = world.unmatched_text("A", "+13035550101", "Hi").await;
    let found = world
        .store
        .movable_text(&world.admin, &text, Some("zoe q"))
        .await
        .unwrap();
    let found: Vec<_> = found
        .contacts
        .into_iter()
        .map(|contact| contact.id)
        .collect();
    assert_eq!(found, [reply]);
}
