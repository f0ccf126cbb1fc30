//! The figures of a texter.

use super::{answer, day, earlier, points, send_first};
use crate::messages::receive;
use crate::testing::{Thread, World};
use app::domain::{Age, ReleaseOrder, ReleasePolicy, SecondPassDays, TexterFigures, Viewer};
use app::ports::{Figures, Releases, SecondPasses};
use sqlx::PgPool;

async fn figures(world: &World, texter: &Viewer) -> TexterFigures {
    let figures = world.store.of_texter(&world.admin, texter.member).await;
    figures.unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_a_texter_did_is_counted_and_what_others_did_is_not(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let nothing = figures(&world, &world.ann).await;
    assert_eq!((nothing.texts, nothing.median), (0, None));

    // Yesterday two initial messages; today the answer to one, and one to each of two whom Ben had texted.
    let yesterday = earlier(&world, 24 * 60);
    let mut own = Vec::new();
    for _ in 0..2 {
        let contact = world.unsent(campaign, &world.ann).await;
        send_first(&yesterday, &world.ann, contact).await;
        own.push(contact);
    }
    let text = world.text_from(own[0], "Where?").await;
    receive(&earlier(&world, 30), &text).await.unwrap();
    answer(&world.store, &world.ann, own[0]).await;
    for minutes in [10, 90] {
        let reply = world.reply(campaign, &world.ann, minutes).await;
        answer(&world.store, &world.ann, reply).await;
    }
    // Who has not written again is sent another text, which answers nobody.
    answer(&world.store, &world.ann, own[1]).await;
    // More than thirty days ago.
    let long_ago = world.unsent(campaign, &world.ann).await;
    world
        .change_campaign(campaign, "started_at = '2026-09-01'")
        .await;
    send_first(&earlier(&world, 31 * 24 * 60), &world.ann, long_ago).await;
    let bens = world.unsent(campaign, &world.ben).await;
    send_first(&world.store, &world.ben, bens).await;

    let anns = figures(&world, &world.ann).await;
    assert_eq!((anns.texts, anns.initials, anns.answers), (6, 2, 3));
    assert_eq!(anns.median, Some(Age(30 * 60)));
    assert_eq!(points(&anns.timeline), [(day(2), [2, 0]), (day(3), [0, 3])]);
    let bens = figures(&world, &world.ben).await;
    assert_eq!((bens.texts, bens.initials, bens.answers), (1, 1, 0));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_a_release_takes_is_lost_and_what_they_release_themselves_is_not(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for minutes in [90, 100, 110] {
        world.reply(campaign, &world.ann, minutes).await;
    }
    world.reply(campaign, &world.ben, 90).await;
    world.thread(campaign, None, &Thread::waiting(90)).await;
    let everywhere = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let release = world.store.start(&world.admin, everywhere).await.unwrap();
    let lost = async |texter: &Viewer| figures(&world, texter).await.lost;
    assert_eq!((lost(&world.ann).await, lost(&world.ben).await), (3, 1));
    // What is given back was lost all the same.
    world
        .store
        .undo(&world.admin, release.release)
        .await
        .unwrap();
    assert_eq!(lost(&world.ann).await, 3);
    world.store.release_mine(&world.ben).await.unwrap();
    assert_eq!(lost(&world.ben).await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_second_pass_takes_nothing_from_a_texter_that_counts_as_lost(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let texted = Thread {
        outbound: vec![5 * 24 * 60],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    let contact = world.thread(campaign, Some(&world.ann), &texted).await;
    let days = SecondPassDays::try_from(3).unwrap();
    let pass = world
        .store
        .start_second_pass(&world.admin, campaign, days)
        .await;
    assert_eq!(pass.unwrap().conversations, 1);
    assert_eq!(world.row(contact).await.assigned_to, None);
    assert_eq!(figures(&world, &world.ann).await.lost, 0);
}
