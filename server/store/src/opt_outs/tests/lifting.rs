use super::{number, numbers, record};
use crate::messages::receive;
use crate::opt_outs::{Search, Source, add, lift, lifted, list};
use crate::testing::{World, noon};
use app::domain::OptOutOrigin;
use app::error::AppError;
use app::ports::Conversations;
use chrono::TimeDelta;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_lift_keeps_what_was_and_why_also_when_the_number_opts_out_again(pool: PgPool) {
    let world = World::new(pool).await;
    let actor = world.admin.actor();
    let cell = number("+12025550101");
    let again = |reason: &'static str| lift(&world.store, actor, &cell, reason);
    assert!(matches!(
        AppError::from(again("Nothing to lift").await.unwrap_err()),
        AppError::Invalid(_)
    ));
    record(&world, &cell, Source::Contact).await;
    world.store.clock.set(noon() + TimeDelta::hours(1));
    again("They texted START").await.unwrap();
    again("Twice").await.unwrap_err();
    add(&world.store, actor, &numbers(&["+12025550101"]))
        .await
        .unwrap();
    again("A slip of the hand").await.unwrap();
    record(&world, &cell, Source::Carrier).await;

    let history = lifted(&world.store, world.organization, &cell)
        .await
        .unwrap();
    let history: Vec<_> = history
        .iter()
        .map(|lifted| {
            (
                lifted.opt_out.origin,
                lifted.opt_out.at,
                lifted.reason.as_str(),
            )
        })
        .collect();
    let later = noon() + TimeDelta::hours(1);
    assert_eq!(
        history,
        [
            (OptOutOrigin::Admin, later, "A slip of the hand"),
            (OptOutOrigin::StopWord, noon(), "They texted START"),
        ]
    );
    let search = Search::Number(cell.clone());
    let now = list(&world.store, world.organization, &search, None, 1);
    assert_eq!(now.await.unwrap().0[0].origin, OptOutOrigin::Carrier);
    let details: Vec<String> = sqlx::query_scalar(
        "select detail from audit_event where action = 'opt_out_lifted' order by id",
    )
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    assert_eq!(
        details,
        [
            "+12025550101 · They texted START",
            "+12025550101 · A slip of the hand"
        ]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_the_opt_out_closed_stays_closed_and_what_waits_can_be_answered(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let campaign = world.campaign().await;
    let closed = world.reply(campaign, &world.ann, 60).await;
    let unsent = world.unsent(world.campaign().await, &world.ann).await;
    let waits = world.reply(world.campaign().await, &world.ann, 60).await;
    world.same_contact(closed, unsent).await;
    world.same_contact(closed, waits).await;
    let elsewhere = other.reply(other.campaign().await, &other.ann, 60).await;
    let cell = number(&world.cell(closed).await);
    other
        .execute(format!(
            "update contact set cell = '{cell}' where id = {elsewhere}"
        ))
        .await;
    record(&other, &cell, Source::Contact).await;
    record(&world, &cell, Source::Contact).await;
    // They write after that, into the thread of the last text that they got.
    let text = world.text_from(waits, "Please do text me").await;
    receive(&world.store, &text).await.unwrap();
    // One that was uploaded since is flagged and not closed.
    world
        .change(unsent, "status = 'needs_message'".into())
        .await;
    assert!(world.row(waits).await.opted_out);
    world.store.clock.set(noon() + TimeDelta::hours(2));
    lift(
        &world.store,
        world.admin.actor(),
        &cell,
        "They asked for it",
    )
    .await
    .unwrap();

    let waiting = [closed, unsent, waits];
    let mut statuses = Vec::new();
    for conversation in waiting {
        let row = world.row(conversation).await;
        assert!(!row.opted_out);
        statuses.push((conversation, row.status));
    }
    let answerable: Vec<_> = statuses
        .iter()
        .filter(|(_, status)| status == "needs_response")
        .collect();
    assert_eq!(answerable.len(), 1, "{statuses:?}");
    assert!(
        statuses
            .iter()
            .all(|(_, status)| status == "needs_response" || status == "closed")
    );
    let (answerable, _) = *answerable[0];
    let held_since = world.row(answerable).await.held_since;
    assert_eq!(
        held_since,
        Some(noon() + TimeDelta::hours(2)),
        "the holder's clock starts anew"
    );
    let page = world.store.open(&world.ann, answerable).await.unwrap();
    let state = app::domain::PageState::from(page.lease_epoch);
    let sent = world
        .store
        .send(&world.ann, answerable, state, "Gladly".into());
    sent.await.unwrap();
    assert!(
        other.row(elsewhere).await.opted_out,
        "another organization's holds"
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_lifted_number_opts_out_again_by_itself(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 60).await;
    let cell = number(&world.cell(thread).await);
    record(&world, &cell, Source::Contact).await;
    lift(
        &world.store,
        world.admin.actor(),
        &cell,
        "They asked for it",
    )
    .await
    .unwrap();
    assert!(!world.row(thread).await.opted_out);
    let text = world.text_from(thread, "STOP").await;
    receive(&world.store, &text).await.unwrap();
    assert!(world.row(thread).await.opted_out);
    assert_eq!(world.count("select count(*) from opt_out").await, 1);
    assert_eq!(world.count("select count(*) from opt_out_lift").await, 1);
}
