//! What changes while a texter looks, and what they can still do afterwards.

use crate::testing::{World, noon};
use app::domain::{
    CampaignId, ConversationId, Goodbye, Holding, ReleaseOrder, ReleasePolicy, Texter, Viewer,
};
use app::error::AppError;
use app::ports::{Conversations, Releases, Requests};
use chrono::TimeDelta;
use sqlx::PgPool;

async fn release(world: &World) {
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let done = world.store.start(&world.admin, order).await.unwrap();
    assert!(done.conversations > 0, "the fixture released nothing");
}

async fn take(world: &World, viewer: &Texter) {
    let outcome = world.store.create(viewer, world.general, 1).await.unwrap();
    assert_eq!(outcome.assigned(), 1);
}

async fn minutes_left(world: &World, reply: ConversationId) -> Option<u32> {
    let (store, ann) = (&world.store, &world.ann);
    let watch = store.watch(ann, reply).await.unwrap();
    let page = store.open(ann, reply).await.unwrap();
    let inbox = store.inbox(ann, 0, 10).await.unwrap();
    let card = inbox.iter().find(|entry| entry.id == reply).unwrap();
    assert_eq!(page.release_in, watch.release_in);
    assert_eq!(card.release_in, watch.release_in);
    watch.release_in.map(|age| age.minutes())
}

async fn half_an_hour(pool: PgPool, waiting: i64) -> (World, CampaignId, ConversationId) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, waiting).await;
    world
        .change_campaign(campaign, "auto_release_minutes = 30")
        .await;
    (world, campaign, reply)
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_time_that_is_left_is_the_same_in_the_list_and_in_the_thread(pool: PgPool) {
    let (world, campaign, reply) = half_an_hour(pool, 10).await;
    assert_eq!(minutes_left(&world, reply).await, Some(20));
    for (set, left) in [
        ("texting_from = '11:55'", Some(25)),
        ("texting_from = '12:05'", Some(35)),
        ("texting_from = '09:00', auto_assign = false", None),
        ("auto_assign = true, auto_release_minutes = null", None),
    ] {
        world.change_campaign(campaign, set).await;
        assert_eq!(minutes_left(&world, reply).await, left, "{set}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn typing_puts_it_off_by_two_minutes_and_never_past_twice_the_interval(pool: PgPool) {
    let (world, _, reply) = half_an_hour(pool, 29).await;
    let type_on = || world.store.save_draft(&world.ann, reply, "Wait".into());
    assert_eq!(minutes_left(&world, reply).await, Some(1));
    type_on().await.unwrap();
    assert_eq!(minutes_left(&world, reply).await, Some(2));
    world.store.clock.set(noon() + TimeDelta::minutes(30));
    type_on().await.unwrap();
    assert_eq!(minutes_left(&world, reply).await, Some(1));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_watches_sees_it_go(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    let watched = async || world.store.watch(&world.ann, reply).await.unwrap().holding;
    assert_eq!(watched().await, Holding::Mine);
    release(&world).await;
    assert_eq!(watched().await, Holding::Released);
    take(&world, &world.ben).await;
    assert_eq!(watched().await, Holding::Elsewhere);
    world.change(reply, "opted_out = true".into()).await;
    assert!(
        world
            .store
            .watch(&world.ben, reply)
            .await
            .unwrap()
            .opted_out
    );
    let stranger = world.texter().await;
    let elsewhere = World::new(pool).await;
    for viewer in [&stranger, &elsewhere.admin] {
        assert_eq!(
            world.store.watch(viewer, reply).await,
            Err(AppError::NotFound)
        );
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_has_it_is_named_to_who_lost_it_and_nobody_once_nobody_has_it(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 120).await;
    let holder = async |viewer: &Texter| {
        let watched = world.store.watch(viewer, reply).await.unwrap().holder;
        let opened = world.store.open(viewer, reply).await.unwrap().holder;
        assert_eq!(watched, opened);
        watched
    };
    assert_eq!(holder(&world.ann).await, None, "it is hers");
    release(&world).await;
    assert_eq!(holder(&world.ann).await, None, "nobody took it");
    let typed = world.store.save_draft(&world.ann, reply, "At five".into());
    typed.await.unwrap();
    take(&world, &world.ben).await;
    assert_eq!(holder(&world.ann).await.as_deref(), Some("Ben"));
    assert_eq!(holder(&world.ben).await, None, "it is his");

    // She may not take back what he gave back.
    world.store.release_mine(&world.ben).await.unwrap();
    assert_eq!(holder(&world.ann).await, None, "nobody has it");
    let watched = world.store.watch(&world.ann, reply).await.unwrap();
    assert_eq!(watched.holding, Holding::Elsewhere);
    let epoch = world.epoch(reply).await;
    let sent = world
        .store
        .send(&world.ann, reply, epoch.into(), "At five".into());
    assert_eq!(sent.await, Err(AppError::PageOutdated));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_shown_changes_with_its_holder_and_the_opt_out_and_is_for_who_may_read_it(
    pool: PgPool,
) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    let vera = world.supervolunteer().await;
    let shown = async |viewer: &Viewer| world.store.shown(viewer, reply).await.unwrap();
    let mut versions = Vec::new();
    let mut note = async |what: &str| {
        let now = shown(&vera).await.unwrap();
        assert_eq!(now.campaign, campaign);
        assert_eq!(shown(&world.ann).await, Some(now), "{what}");
        assert!(!versions.contains(&now.version), "{what}");
        versions.push(now.version);
    };
    note("held").await;
    release(&world).await;
    note("released").await;
    take(&world, &world.ben).await;
    note("taken").await;
    world
        .store
        .opt_out(&vera, reply, Goodbye::None)
        .await
        .unwrap();
    note("opted out").await;
    world
        .change_campaign(campaign, "paused_at = '2026-11-03'")
        .await;
    note("paused").await;
    world
        .change_campaign(campaign, "paused_at = null, texting_until = '12:00'")
        .await;
    note("outside texting hours").await;
    world
        .change_campaign(campaign, "archived_at = '2026-11-03'")
        .await;
    note("archived").await;
    let stranger = world.texter().await;
    let elsewhere = World::new(pool).await;
    for viewer in [&stranger, &elsewhere.admin] {
        assert_eq!(shown(viewer).await, None);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn why_it_went_is_known_however_much_happened_since(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    let why = async |viewer| world.store.watch(viewer, reply).await.unwrap().why;
    world.store.clock.set(noon() + TimeDelta::hours(1));
    let by_admin = Some("by Ada, after 1 hour without an answer".to_owned());
    release(&world).await;
    assert_eq!(why(&world.ann).await, by_admin);
    // As many changes of hands elsewhere as a busy hour has.
    world
        .execute(
            "insert into assignment_event (organization_id, reason, conversation_ids, previous_holders,
                                           lease_epochs, actor_id, release_id, happened_at)
             select organization_id, reason, array[0], previous_holders, lease_epochs, actor_id, release_id, happened_at
               from assignment_event cross join generate_series(1, 600) where reason = 'released'"
                .into(),
        )
        .await;
    assert_eq!(why(&world.ann).await, by_admin);
    take(&world, &world.ben).await;
    assert_eq!(why(&world.ann).await, by_admin);
    assert_eq!(why(&world.ben).await, None);

    // Ben's turn: what took it from Ann is not what took it last.
    let given = world.store.release_mine(&world.ben).await.unwrap();
    assert_eq!(
        why(&world.ben).await.as_deref(),
        Some("by yourself, for the day")
    );
    // Ann neither wrote nor drafted in it, and was not the last to lose it.
    assert_eq!(
        world.store.watch(&world.ann, reply).await,
        Err(AppError::NotFound)
    );
    // Given back, and released anew for another reason.
    world.store.undo(&world.ben, given.release).await.unwrap();
    assert_eq!(why(&world.ben).await, None);
    world.store.clock.set(noon() + TimeDelta::hours(3));
    release(&world).await;
    assert_eq!(why(&world.ben).await, by_admin);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_opt_out_is_taken_from_the_holder_and_closes_every_thread_of_the_cell(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    world
        .store
        .opt_out(&world.ann, reply, Goodbye::Standard)
        .await
        .unwrap();
    let (recorded_by, status, flagged): (i64, String, bool) = sqlx::query_as(
        "select o.recorded_by, cv.status::text, cv.opted_out
           from opt_out o join contact co using (organization_id, cell)
           join conversation cv using (organization_id, id)",
    )
    .fetch_one(&world.store.pool)
    .await
    .unwrap();
    assert_eq!(
        (recorded_by, status.as_str(), flagged),
        (world.ann.member.0, "closed", true)
    );
    let refused = world
        .store
        .send(&world.ann, reply, 0.into(), "One more".into());
    assert_eq!(refused.await, Err(AppError::OptedOut));
    // Twice is no error: it is what was wanted.
    world
        .store
        .opt_out(&world.ann, reply, Goodbye::Standard)
        .await
        .unwrap();
    assert_eq!(world.count("select count(*) from opt_out").await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_opt_out_is_taken_from_whoever_held_it_however_many_holders_ago(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    release(&world).await;
    take(&world, &world.ben).await;
    world.store.clock.set(noon() + TimeDelta::hours(2));
    release(&world).await;
    let carl = world.texter().await;
    take(&world, &carl).await;
    world.store.clock.set(noon() + TimeDelta::hours(4));
    release(&world).await;
    // Carl lost it last; of Ben there is nothing left but that he was given it once.
    let dora = world.texter().await;
    let elsewhere = World::new(pool).await;
    for stranger in [&dora, &elsewhere.admin] {
        assert_eq!(
            world
                .store
                .opt_out(stranger, reply, Goodbye::Standard)
                .await,
            Err(AppError::NotFound)
        );
    }
    assert_eq!(world.count("select count(*) from opt_out").await, 0);
    // Who reviews heard it as well.
    let vera = world.supervolunteer().await;
    for holder in [&world.ben, &carl, &world.admin, &vera] {
        world
            .store
            .opt_out(holder, reply, Goodbye::Standard)
            .await
            .unwrap();
        assert_eq!(world.count("select count(*) from opt_out").await, 1);
        world.execute("delete from opt_out".into()).await;
    }
}
