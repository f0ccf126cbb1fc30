//! Numbers that are added, taken out of use and removed.

use super::{SECOND, add_simulated, beside, listed, number};
use crate::numbers::{add, in_use, remove, take_out_of_use, use_again};
use crate::testing::World;
use app::domain::{Sender, ServiceKind};
use app::error::AppError;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_number_that_somebody_has_is_not_added(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let before = (listed(&world).await, listed(&other).await);
    for (world, sentence) in [
        (&world, "Your organization already has this number."),
        (
            &other,
            "Another organization on this server already texts from this number.",
        ),
    ] {
        let taken = number(&before.0[0].0);
        let refused = add(&world.store, &world.admin, &taken, ServiceKind::Simulated).await;
        assert_eq!(beside(refused, "sender").as_deref(), Some(sentence));
    }
    assert_eq!((listed(&world).await, listed(&other).await), before);
    world
        .execute(format!(
            "insert into sending_number select {}, '+1303' || lpad(n::text, 7, '0'), 'simulated'
               from generate_series(1, 99) n",
            world.organization
        ))
        .await;
    let second = number(SECOND);
    let refused = add(&world.store, &world.admin, &second, ServiceKind::Simulated).await;
    assert_eq!(
        AppError::from(refused.unwrap_err()).to_string(),
        "An organization can have at most 100 phone numbers."
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_last_number_goes_only_if_that_is_confirmed_or_nothing_runs(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let first = number(&world.number().await);
    let (store, admin) = (&world.store, &world.admin);
    let take = async |confirmed| take_out_of_use(store, admin, &first, confirmed).await;
    let campaign = world.campaign().await;
    assert!(beside(take(false).await, "confirmed").is_some());
    assert_eq!(listed(&world).await, [(first.to_string(), true)]);
    take(true).await.unwrap();
    take(false).await.unwrap();
    assert_eq!(listed(&world).await, [(first.to_string(), false)]);
    assert!(in_use(store).await.unwrap().len() == 1, "the other's");
    use_again(store, admin, &first).await.unwrap();
    world.change_campaign(campaign, "archived_at = now()").await;
    take(false).await.unwrap();
    for foreign in [
        take_out_of_use(&other.store, &other.admin, &first, true).await,
        use_again(&other.store, &other.admin, &first).await,
    ] {
        let refused = AppError::from(foreign.unwrap_err());
        assert_eq!(refused, AppError::NotFound);
    }
    assert_eq!(listed(&world).await, [(first.to_string(), false)]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_who_take_out_the_last_two_one_has_to_confirm(pool: PgPool) {
    let world = World::new(pool).await;
    let first = number(&world.number().await);
    world.campaign().await;
    add_simulated(&world, SECOND).await;
    let (store, admin) = (&world.store, &world.admin);
    let second = number(SECOND);
    let (one, two) = tokio::join!(
        take_out_of_use(store, admin, &first, false),
        take_out_of_use(store, admin, &second, false),
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
    assert!(beside(one.and(two), "confirmed").is_some());
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_number_without_texts_is_removed_and_free_for_others(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, admin) = (&world.store, &world.admin);
    let first = number(&world.number().await);
    let mistyped = number(SECOND);
    add_simulated(&world, SECOND).await;
    let refused = async |of: &World, sender: &Sender| {
        let removed = remove(&of.store, &of.admin, sender).await;
        AppError::from(removed.unwrap_err())
    };
    assert_eq!(refused(&other, &mistyped).await, AppError::NotFound);
    let in_use = refused(&world, &mistyped).await.to_string();
    assert!(in_use.starts_with("It is in use."), "{in_use}");
    take_out_of_use(store, admin, &mistyped, false)
        .await
        .unwrap();
    remove(store, admin, &mistyped).await.unwrap();
    assert_eq!(refused(&world, &mistyped).await, AppError::NotFound);
    assert_eq!(listed(&world).await, [(first.to_string(), true)]);
    add_simulated(&other, SECOND).await;

    // One that somebody has written to, and one that was texted from.
    world.unmatched_text("SM1", "72345", "Your code").await;
    take_out_of_use(store, admin, &first, true).await.unwrap();
    let written_to = refused(&world, &first).await.to_string();
    assert!(written_to.starts_with("It has texts"), "{written_to}");
    let own = number(&other.number().await);
    let conversation = other.pooled(other.campaign().await, 10).await;
    other
        .execute(format!(
            "update message set own_number = '{own}' where conversation_id = {conversation}"
        ))
        .await;
    take_out_of_use(&other.store, &other.admin, &own, true)
        .await
        .unwrap();
    let texted = refused(&other, &own).await.to_string();
    assert!(texted.starts_with("It has texts"), "{texted}");
}
