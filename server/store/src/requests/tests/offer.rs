use crate::Store;
use crate::testing::World;
use app::domain::{PoolKind, PoolOffer, RequestOffer, Texter};
use app::ports::Requests;
use sqlx::PgPool;

const NOTHING: &str = "No texts available right now";

/// Why there is no form: its title.
async fn closed(store: &Store, viewer: &Texter) -> String {
    let offer = store.offer(viewer).await.unwrap();
    let RequestOffer::Closed { title, .. } = offer else {
        panic!("{offer:?}")
    };
    title
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn offers_the_pool_with_its_count_and_its_oldest_wait(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for minutes in [10, 200, 30] {
        world.pooled(campaign, minutes).await;
    }
    world.reply(campaign, &world.ann, 500).await;
    let RequestOffer::Open { pools, approval } = world.store.offer(&world.ann).await.unwrap()
    else {
        panic!()
    };
    let [
        PoolOffer {
            choice,
            title,
            kind,
            waiting,
            oldest_wait,
            max_per_request,
        },
    ] = &pools[..]
    else {
        panic!()
    };
    let replies = format!("{}.replies", world.general);
    assert_eq!((choice, title.as_str()), (&replies, "General"));
    assert_eq!(
        (
            *kind,
            *waiting,
            oldest_wait.unwrap().minutes(),
            *max_per_request
        ),
        (PoolKind::Replies, 3, 200, 25)
    );
    assert!(!approval);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn says_that_there_is_nothing_when_nothing_can_be_handed_out(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    assert_eq!(closed(&world.store, &world.ann).await, NOTHING);
    let pooled = world.pooled(campaign, 100).await;
    world
        .execute("update pool set enabled = false".into())
        .await;
    assert_eq!(closed(&world.store, &world.ann).await, NOTHING);
    world.execute("update pool set enabled = true".into()).await;
    world.change(pooled, "opted_out = true".into()).await;
    assert_eq!(closed(&world.store, &world.ann).await, NOTHING);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn shows_the_organizations_words_while_requests_are_disabled(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 100).await;
    world
        .change_rules(|rules| {
            rules.requests_enabled = false;
            rules.requests_disabled_message = "Back at nine".into();
        })
        .await;
    let disabled = RequestOffer::Closed {
        title: "Requests are disabled".into(),
        message: "Back at nine".into(),
    };
    assert_eq!(world.store.offer(&world.ann).await.unwrap(), disabled);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn offers_nothing_of_another_organization(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 100).await;
    let elsewhere = World::new(pool).await;
    assert_eq!(closed(&elsewhere.store, &elsewhere.ann).await, NOTHING);
}
