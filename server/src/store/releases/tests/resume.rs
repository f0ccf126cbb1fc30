use crate::store::releases::resume_abandoned;
use crate::testing::World;
use app::domain::{ReleaseFilter, ReleaseOrder, ReleasePolicy, ReleaseState};
use app::ports::{Releases, Requests};
use sqlx::PgPool;

/// A release that took two of three conversations before its server died.
async fn abandoned(pool: PgPool) -> World {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for _ in 0..2 {
        world.reply(campaign, &world.ann, 300).await;
    }
    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    world.reply(campaign, &world.ben, 300).await;
    world
        .execute(
            "update release set state = 'running', finished_at = null, campaigns = 0,
                    heartbeat_at = now() - interval '16 seconds'"
                .into(),
        )
        .await;
    world
}

#[sqlx::test(migrations = "../migrations")]
async fn a_release_that_its_server_left_is_finished_and_counts_everything_once(pool: PgPool) {
    let world = abandoned(pool).await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    let history = world
        .store
        .history(&world.admin, ReleaseFilter::default(), None)
        .await
        .unwrap();
    let [record] = &history.rows[..] else {
        panic!("{history:?}")
    };
    assert_eq!(record.progress.state, ReleaseState::Finished);
    assert_eq!(
        (record.progress.conversations, record.progress.campaigns),
        (3, 1)
    );
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 0);
}

#[sqlx::test(migrations = "../migrations")]
async fn what_was_taken_from_the_pool_meanwhile_stays_taken_and_counted(pool: PgPool) {
    let world = abandoned(pool).await;
    assert_eq!(
        world
            .store
            .create(&world.ann, world.general, 1)
            .await
            .unwrap()
            .assigned,
        1
    );
    resume_abandoned(&world.store).await.unwrap();
    let history = world
        .store
        .history(&world.admin, ReleaseFilter::default(), None)
        .await
        .unwrap();
    assert_eq!(history.rows[0].progress.conversations, 3);
    assert_eq!(
        world
            .count("select count(*) from conversation where assigned_to is not null")
            .await,
        1
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn one_that_shows_signs_of_life_is_left_to_its_server(pool: PgPool) {
    let world = abandoned(pool).await;
    world
        .execute("update release set heartbeat_at = now() - interval '5 seconds'".into())
        .await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 0);
    assert_eq!(
        world
            .count("select count(*) from release where state = 'running'")
            .await,
        1
    );
}
