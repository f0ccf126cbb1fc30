use crate::testing::World;
use app::domain::{PoolOffer, RequestOffer};
use app::ports::Requests;
use sqlx::PgPool;

#[sqlx::test(migrations = "../migrations")]
async fn offers_the_pool_with_its_count_and_its_oldest_wait(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for minutes in [10, 200, 30] {
        world.pooled(campaign, minutes).await;
    }
    world.reply(campaign, &world.ann, 500).await;
    let RequestOffer::Open { pools } = world.store.offer(&world.ann).await.unwrap() else {
        panic!()
    };
    let [
        PoolOffer {
            id,
            title,
            replies,
            oldest_wait,
            max_per_request,
        },
    ] = &pools[..]
    else {
        panic!()
    };
    assert_eq!((*id, title.as_str()), (world.general, "General"));
    assert_eq!(
        (*replies, oldest_wait.minutes(), *max_per_request),
        (3, 200, 25)
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn says_that_there_is_nothing_when_nothing_can_be_handed_out(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    assert_eq!(
        world.store.offer(&world.ann).await.unwrap(),
        RequestOffer::Nothing
    );
    let pooled = world.pooled(campaign, 100).await;
    world
        .execute("update pool set enabled = false".into())
        .await;
    assert_eq!(
        world.store.offer(&world.ann).await.unwrap(),
        RequestOffer::Nothing
    );
    world.execute("update pool set enabled = true".into()).await;
    world.change(pooled, "opted_out = true".into()).await;
    assert_eq!(
        world.store.offer(&world.ann).await.unwrap(),
        RequestOffer::Nothing
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn shows_the_organizations_words_while_requests_are_disabled(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 100).await;
    world
        .execute("update organization set requests_enabled = false, requests_disabled_message = 'Back at nine'".into())
        .await;
    let message = "Back at nine".to_owned();
    assert_eq!(
        world.store.offer(&world.ann).await.unwrap(),
        RequestOffer::Disabled { message }
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn offers_nothing_of_another_organization(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 100).await;
    let elsewhere = World::new(pool).await;
    assert_eq!(
        elsewhere.store.offer(&elsewhere.ann).await.unwrap(),
        RequestOffer::Nothing
    );
}
