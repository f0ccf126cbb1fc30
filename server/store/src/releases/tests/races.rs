//! Everybody at once on the same conversations.

use crate::Store;
use crate::clock::Clock;
use crate::releases::release_automatically;
use crate::testing::World;
use app::domain::{ReleaseOrder, ReleasePolicy, Texter};
use app::ports::{Conversations, Releases, Requests};
use futures::future::join_all;
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;

const REPLIES: i64 = 400;

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
async fn two_releases_and_twenty_requests_leave_every_conversation_in_one_hand(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .execute(format!(
            "with co as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 select {org}, {campaign}, 'Ada', 'Byron', '+1404' || (2000000 + n)
                   from generate_series(1, {REPLIES}) n
                 returning id)
             insert into conversation (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
             select {org}, id, {campaign}, {ann}, '2026-11-03 12:00Z'::timestamptz + id * interval '1 second',
                    '2026-11-03 08:00Z', 'needs_response'
               from co",
            org = world.organization,
            ann = world.ann.member,
        ))
        .await;
    let mut texters: Vec<Texter> = Vec::new();
    for _ in 0..20 {
        texters.push(world.texter().await);
    }
    let store = crowded(&world).await;

    let releases = join_all((0..2).map(|_| {
        store.start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
    }));
    let requests = join_all(texters.iter().map(|texter| async {
        let mut assigned = 0;
        // Until it has asked with something in the pool, or the releases are through.
        for _ in 0..10 {
            assigned += store
                .create(texter, world.general, 7)
                .await
                .unwrap()
                .assigned();
        }
        assigned
    }));
    let (releases, assigned) = futures::join!(releases, requests);

    let released: i64 = releases
        .into_iter()
        .map(|r| i64::from(r.unwrap().conversations))
        .sum();
    assert_eq!(
        released, REPLIES,
        "each conversation was released once, by one of the two"
    );
    let assigned: i64 = assigned.into_iter().map(i64::from).sum();
    assert_eq!(
        world
            .count("select count(*) from conversation where assigned_to is not null")
            .await,
        assigned,
        "what the texters were told they got is what they hold"
    );
    assert_eq!(
        world.count("select count(*) from conversation").await,
        REPLIES,
        "none was lost"
    );
    // The history adds up to the state: as many changes of hands as the epoch says, and the last
    // one names the holder.
    assert_eq!(
        world
            .count(
                "select count(*)
                   from conversation cv
                   left join lateral (
                        select count(*) as changes,
                               count(*) filter (where e.reason = 'released') as releases,
                               count(distinct moved.epoch) as epochs,
                               (array_agg(e.new_holder order by moved.epoch desc))[1] as holder
                          from assignment_event e,
                               unnest(e.conversation_ids, e.lease_epochs) as moved (id, epoch)
                         where moved.id = cv.id) history on true
                  where cv.lease_epoch <> history.changes
                     or history.epochs <> history.changes
                     or history.releases <> 1
                     or cv.assigned_to is distinct from history.holder"
            )
            .await,
        0
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_send_and_a_release_at_once_have_one_winner(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let store = crowded(&world).await;
    for _ in 0..20 {
        let reply = world.reply(campaign, &world.ann, 300).await;
        let (sent, released) = futures::join!(
            store.send(&world.ann, reply, 0.into(), "On my way".into()),
            store.start(
                &world.admin,
                ReleaseOrder::Everywhere(ReleasePolicy::default())
            ),
        );
        // The text goes out in either order: before the release, or by taking the conversation back.
        sent.unwrap();
        assert_eq!(world.holder(reply).await, Some(world.ann.member));
        let released = released.unwrap().conversations;
        assert_eq!(world.epoch(reply).await, if released == 1 { 2 } else { 0 });
    }
    assert_eq!(
        world
            .count("select count(*) from message where sent_by is not null")
            .await,
        20
    );
    assert_eq!(world.count("select count(*) from outbox").await, 20);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_came_to_a_texter_in_one_stroke_is_released_in_several_batches(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .execute(format!(
            "with co as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 select {org}, {campaign}, 'Ada', 'Byron', '+1404' || (2000000 + n)
                   from generate_series(1, 2500) n
                 returning id)
             insert into conversation (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
             select {org}, id, {campaign}, {ann}, '2026-11-03 08:00Z', '2026-11-03 12:00Z', 'needs_response'
               from co",
            org = world.organization,
            ann = world.ann.member,
        ))
        .await;
    let outcome = world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    assert_eq!(outcome.conversations, 2500);
    let largest = world
        .count("select max(cardinality(conversation_ids))::bigint from assignment_event")
        .await;
    assert_eq!(largest, 1000, "no batch may hold up the texters");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_becomes_due_after_an_automatic_release_was_counted_waits_for_the_next(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(
            campaign,
            "auto_release_minutes = 60, texting_from = '00:00', texting_until = '24:00'",
        )
        .await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    let two_hours_ago =
        "waiting_since = now() - interval '2 hours', held_since = now() - interval '2 hours'";
    world.change(reply, two_hours_ago.into()).await;
    let store = Store {
        clock: Clock::database(),
        ..world.store.clone()
    };
    let taken = release_automatically(&store, world.organization, campaign).await;
    assert_eq!(taken.unwrap(), 1);
    // The first sign of life is the moment at which the first batch began.
    let before = world
        .count("select count(*) from release where clock < heartbeat_at")
        .await;
    assert_eq!(before, 1, "what it takes is as old as its count");
}
