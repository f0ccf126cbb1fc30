//! Requests from a pool that is no longer what the form showed.

use crate::testing::World;
use app::domain::{PoolKind, RequestedPool};
use app::error::AppError;
use app::ports::Requests;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_pool_that_changed_since_it_was_shown_gives_nothing_and_says_what_to_do(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 100).await;
    let initial = world.unsent(campaign, &world.ben).await;
    world
        .change(initial, "assigned_to = null, released_from = null".into())
        .await;
    let replies = RequestedPool {
        pool: world.general,
        kind: Some(PoolKind::Replies),
    };
    let ask = || world.store.create_from(&world.ann, replies, 5);
    world
        .execute("update pool set kind = 'initials'".into())
        .await;
    assert_eq!(
        ask().await,
        Err(AppError::Invalid(
            "This pool has changed. General hands out other texts now, so you were assigned nothing. \
             See what the form offers, and request again."
                .into()
        ))
    );
    world
        .execute("update pool set enabled = false".into())
        .await;
    let disabled = Err(AppError::Invalid(
        "This pool is disabled. Nothing can be requested from General now. Request from another pool, \
         if there is one, or ask an admin."
            .into(),
    ));
    assert_eq!(ask().await, disabled);
    assert_eq!(
        world.store.create(&world.ann, world.general, 5).await,
        disabled
    );
    for nothing in [
        "select count(*) from assignment_request",
        "select count(*) from conversation where assigned_to is not null",
    ] {
        assert_eq!(world.count(nothing).await, 0, "{nothing}");
    }
    // Another pool is no help to somebody who may request from none.
    world
        .change_rules(|rules| rules.requests_enabled = false)
        .await;
    assert_eq!(ask().await, Err(AppError::RequestsDisabled));
    world
        .change_rules(|rules| rules.requests_enabled = true)
        .await;
    // Of a team's pool not even the name is said to who is not in the team.
    let team = world.team_for("Spanish", &[], &[&world.ben]).await;
    let teams = world.pool_of(team, PoolKind::Replies, &[campaign]).await;
    world
        .execute("update pool set enabled = false".into())
        .await;
    assert_eq!(
        world.store.create(&world.ann, teams, 5).await,
        Err(AppError::NotFound)
    );
    world
        .execute("update pool set enabled = true, kind = 'replies'".into())
        .await;
    assert_eq!(ask().await.map(|outcome| outcome.assigned()), Ok(1));
}
