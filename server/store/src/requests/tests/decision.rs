use crate::testing::World;
use app::domain::{PoolKind, RequestDecision};
use app::ports::Approvals;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_decided_is_told_what_came_of_it_and_nobody_else(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let texter = || world.ann.name.clone();
    let request = world.pending_request(&world.ann, 5).await;
    let decision = |viewer| world.store.decision(viewer, request);

    world.store.approve(&vera, request, false).await.unwrap();
    let pool = "General".to_owned();
    assert_eq!(
        decision(&vera).await,
        Ok(Some(RequestDecision::NothingThere { pool }))
    );

    let campaign = world.campaign().await;
    world.pooled(campaign, 30).await;
    world.store.approve(&vera, request, false).await.unwrap();
    assert_eq!(
        decision(&vera).await,
        Ok(Some(RequestDecision::Assigned {
            texter: texter(),
            kind: PoolKind::Replies,
            assigned: 1,
        }))
    );
    assert_eq!(decision(&world.admin).await, Ok(None));

    let request = world.pending_request(&world.ann, 5).await;
    world.store.deny(&vera, request, "Later").await.unwrap();
    assert_eq!(
        world.store.decision(&vera, request).await,
        Ok(Some(RequestDecision::Denied { texter: texter() }))
    );
    let elsewhere = World::new(world.store.pool.clone()).await;
    assert_eq!(
        elsewhere.store.decision(&elsewhere.admin, request).await,
        Ok(None)
    );
}
