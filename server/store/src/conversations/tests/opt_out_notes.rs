//! What a thread says of its contact's opt-outs.

use crate::opt_outs::lift;
use crate::testing::{World, noon};
use app::domain::{Goodbye, OptOutEvent, OptOutOrigin};
use app::ports::{Conversations, Releases};
use chrono::TimeDelta;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_thread_says_who_opted_its_contact_out_and_who_lifted_that_when(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let reply = world.reply(world.campaign().await, &world.ann, 60).await;
    let other = world.reply(world.campaign().await, &world.ben, 60).await;
    let cell = world.cell(reply).await.parse().unwrap();
    store.release_mine(&world.ann).await.unwrap();
    store
        .opt_out(&world.ann, reply, Goodbye::None)
        .await
        .unwrap();
    world.store.clock.set(noon() + TimeDelta::minutes(5));
    lift(store, world.admin.actor(), &cell, "They called")
        .await
        .unwrap();
    world.store.clock.set(noon() + TimeDelta::minutes(9));
    store
        .opt_out(&world.ann, reply, Goodbye::None)
        .await
        .unwrap();
    let view = store.open(&world.admin, reply).await.unwrap();
    let notes: Vec<_> = view
        .opt_outs
        .iter()
        .map(|note| {
            let minutes = (note.at - noon()).num_minutes();
            (minutes, note.event, note.by.as_deref())
        })
        .collect();
    let by_ann = OptOutEvent::OptedOut(OptOutOrigin::Texter);
    assert_eq!(
        notes,
        [
            (0, by_ann, Some("Ann")),
            (5, OptOutEvent::Lifted, Some("Ada")),
            (9, by_ann, Some("Ann")),
        ]
    );
    let bens = store.open(&world.ben, other).await.unwrap();
    assert_eq!(bens.opt_outs, []);
    // Who may not read the thread any more reads none of it.
    let epoch = world.epoch(reply).await;
    world
        .change(
            reply,
            format!(
                "assigned_to = {}, lease_epoch = {}",
                world.ben.member,
                epoch + 1
            ),
        )
        .await;
    let anns = store.open(&world.ann, reply).await.unwrap();
    assert_eq!(anns.opt_outs, []);
}
