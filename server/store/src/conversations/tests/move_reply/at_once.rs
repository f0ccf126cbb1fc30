//! Moves while others move the same, or the contact writes.

use super::*;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_admins_at_once_one_moves_it(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let other = world.owner.clone();
    for _ in 0..8 {
        let (_, reply) = archived(&world).await;
        let (one, two) = (world.campaign().await, world.campaign().await);
        let (first, second) = tokio::join!(
            store.move_reply(&world.admin, reply, one),
            store.move_reply(&other, reply, two),
        );
        let (campaign, loser) = if first.is_ok() {
            (one, second)
        } else {
            second.unwrap();
            (two, first)
        };
        refused(loser, "Maybe another admin has moved it");
        assert_eq!(campaign_of(&world, reply).await, (campaign.0, campaign.0));
        assert_eq!(world.epoch(reply).await, 1);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn two_replies_of_one_contact_that_are_moved_at_once_become_one_thread(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    for _ in 0..8 {
        let ((_, one), (_, two)) = (archived(&world).await, archived(&world).await);
        world.same_contact(one, two).await;
        let running = world.campaign().await;
        let (first, second) = tokio::join!(
            store.move_reply(&world.admin, one, running),
            store.move_reply(&world.admin, two, running),
        );
        assert_eq!((first, second), (Ok(()), Ok(())));
        let mut statuses = [world.row(one).await.status, world.row(two).await.status];
        statuses.sort();
        assert_eq!(statuses, ["convo", "needs_response"]);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_text_that_comes_in_meanwhile_goes_along(pool: PgPool) {
    let world = World::new(pool).await;
    for _ in 0..8 {
        let (_, reply) = archived(&world).await;
        let running = world.campaign().await;
        let text = world.text_from(reply, "Hello?").await;
        let (moved, received) = tokio::join!(
            world.store.move_reply(&world.admin, reply, running),
            receive(&world.store, &text),
        );
        moved.unwrap();
        assert_eq!(received.unwrap(), Received::Recorded(reply));
        assert_eq!(campaign_of(&world, reply).await, (running.0, running.0));
        let row = world.row(reply).await;
        assert_eq!(row.status, "needs_response");
        assert_eq!(row.waiting_since, Some(ago(90)));
    }
}
