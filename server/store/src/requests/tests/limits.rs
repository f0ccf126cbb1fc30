//! What an organization holds its texters to.

use crate::testing::{World, noon};
use app::domain::{PoolKind, RequestCut, RequestOffer, RequestOutcome};
use app::error::AppError;
use app::ports::{RequestRules, Requests};
use chrono::TimeDelta;
use sqlx::PgPool;

async fn with_ten(pool: PgPool, rule: fn(&mut RequestRules)) -> World {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for minutes in 10..20 {
        world.pooled(campaign, minutes).await;
    }
    world.change_rules(rule).await;
    world
}

fn cut(assigned: u32, wanted: u32, cut: RequestCut) -> Result<RequestOutcome, AppError> {
    Ok(RequestOutcome::Assigned {
        kind: PoolKind::Replies,
        wanted,
        assigned,
        cut: Some(cut),
    })
}

/// The form's title, and that the server refuses in the same words.
async fn refused(world: &World) -> String {
    let RequestOffer::Closed { title, message } = world.store.offer(&world.ann).await.unwrap()
    else {
        panic!("it is closed")
    };
    let before = world.count("select count(*) from assignment_request").await;
    assert_eq!(
        world.store.create(&world.ann, world.general, 1).await,
        Err(AppError::Invalid(format!("{title}. {message}")))
    );
    assert_eq!(
        world.count("select count(*) from assignment_request").await,
        before
    );
    title
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_holds_replies_finishes_them_first(pool: PgPool) {
    let world = with_ten(pool, |rules| rules.finish_replies_first = true).await;
    let outcome = world.store.create(&world.ann, world.general, 2).await;
    assert_eq!(outcome.unwrap().assigned(), 2);
    assert_eq!(refused(&world).await, "Answer your replies first");
    // On a campaign that is closed nothing can be answered.
    world
        .execute("update campaign set archived_at = now()".into())
        .await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 30).await;
    let outcome = world.store.create(&world.ann, world.general, 2).await;
    assert_eq!(outcome.unwrap().assigned(), 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nobody_holds_more_replies_than_one_may(pool: PgPool) {
    let world = with_ten(pool, |rules| rules.most_open_replies = Some(4)).await;
    let ask = |wanted| world.store.create(&world.ann, world.general, wanted);
    assert_eq!(ask(3).await.unwrap().to_string(), "3 replies assigned");
    assert_eq!(ask(3).await, cut(1, 3, RequestCut::OpenReplies));
    let latest = world.store.latest(&world.ann).await.unwrap();
    assert_eq!(
        latest.map(|(_, outcome)| outcome),
        cut(1, 3, RequestCut::OpenReplies).ok()
    );
    assert_eq!(
        refused(&world).await,
        "You have the most replies allowed at a time"
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_day_is_twenty_four_hours(pool: PgPool) {
    let world = with_ten(pool, |rules| rules.most_texts_per_day = Some(4)).await;
    let ask = |wanted| world.store.create(&world.ann, world.general, wanted);
    assert_eq!(ask(3).await.unwrap().to_string(), "3 replies assigned");
    world.store.clock.set(noon() + TimeDelta::hours(1));
    assert_eq!(ask(3).await, cut(1, 3, RequestCut::Day));
    assert_eq!(refused(&world).await, "You have reached your limit");
    world
        .store
        .clock
        .set(noon() + TimeDelta::hours(24) - TimeDelta::seconds(1));
    assert_eq!(refused(&world).await, "You have reached your limit");
    world.store.clock.set(noon() + TimeDelta::hours(24));
    assert_eq!(ask(5).await, cut(3, 5, RequestCut::Day));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn two_requests_at_once_are_held_to_it_together(pool: PgPool) {
    for _ in 0..20 {
        let world = with_ten(pool.clone(), |rules| rules.most_open_replies = Some(4)).await;
        let ask = || world.store.create(&world.ann, world.general, 3);
        let (one, other) = tokio::join!(ask(), ask());
        let sum: u32 = [one, other]
            .into_iter()
            .map(|outcome| outcome.unwrap().assigned())
            .sum();
        assert_eq!(sum, 4);
    }
}
