use crate::releases::release_automatically;
use crate::testing::{World, noon};
use app::domain::{IdleInterval, ReleaseKind, ReleaseOrder, ReleasePolicy, ReleaseScope};
use app::ports::{Releases, Requests};
use chrono::TimeDelta;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn each_loser_is_told_once_a_release_what_they_lost_and_why(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "auto_release_minutes = 30")
        .await;
    for _ in 0..2 {
        world.reply(campaign, &world.ann, 100).await;
    }
    world.reply(campaign, &world.ben, 50).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, order).await.unwrap();
    release_automatically(&world.store, world.organization, campaign)
        .await
        .unwrap();

    let [by_hand] = &world.store.notices(&world.ann).await.unwrap().latest[..] else {
        panic!("one notice")
    };
    assert_eq!(
        (by_hand.conversations, by_hand.kind),
        (2, ReleaseKind::Replies)
    );
    assert_eq!(by_hand.scope, ReleaseScope::Everywhere);
    assert_eq!(by_hand.actor.as_deref(), Some("Ada"));
    assert_eq!(by_hand.interval, Some(IdleInterval::ONE_HOUR));
    assert_eq!(by_hand.at, noon());
    let [by_itself] = &world.store.notices(&world.ben).await.unwrap().latest[..] else {
        panic!("one notice")
    };
    assert_eq!(by_itself.scope, ReleaseScope::Automatic(campaign));
    assert_eq!(by_itself.campaign_title.as_deref(), Some("Early vote"));
    assert_eq!(
        (by_itself.conversations, by_itself.actor.as_ref()),
        (1, None)
    );

    let (mine, others) = (by_hand.release, by_itself.release);
    world.store.dismiss_notices(&world.ann, mine).await.unwrap();
    assert_eq!(world.store.notices(&world.ann).await.unwrap().latest, []);
    assert_eq!(
        world.store.notices(&world.ben).await.unwrap().latest.len(),
        1
    );
    assert!(others > mine);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_gave_back_their_own_knows_it(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 100).await;
    let own = world.store.release_mine(&world.ann).await.unwrap();
    assert_eq!(own.to_string(), "Released 1 reply on 1 campaign");
    assert_eq!(world.store.notices(&world.ann).await.unwrap().latest, []);
    assert_eq!(world.count("select count(*) from release_notice").await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_was_given_back_is_told_no_more(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for _ in 0..3 {
        world.reply(campaign, &world.ann, 100).await;
    }
    world.reply(campaign, &world.ben, 100).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let done = world.store.start(&world.admin, order).await.unwrap();
    let third = world.texter().await;
    world.store.create(&third, world.general, 1).await.unwrap();
    world.store.undo(&world.admin, done.release).await.unwrap();
    let told: i64 = world
        .count("select coalesce(sum(conversations), 0)::bigint from release_notice")
        .await;
    assert_eq!(told, 1, "what the third texter took stays lost");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn after_a_day_it_is_told_no_more(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 100).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, order).await.unwrap();
    world.store.clock.set(noon() + TimeDelta::hours(24));
    assert_eq!(world.store.notices(&world.ann).await.unwrap().latest, []);
    world
        .store
        .clock
        .set(noon() + TimeDelta::hours(24) - TimeDelta::microseconds(1));
    assert_eq!(
        world.store.notices(&world.ann).await.unwrap().latest.len(),
        1
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn however_many_releases_there_were_it_adds_up(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for _ in 0..12 {
        for _ in 0..2 {
            world.reply(campaign, &world.ann, 100).await;
        }
        let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
        world.store.start(&world.admin, order).await.unwrap();
    }
    let notices = world.store.notices(&world.ann).await.unwrap();
    assert_eq!((notices.replies, notices.unsent), (24, 0));
    assert_eq!((notices.releases, notices.latest.len()), (12, 10));
}
