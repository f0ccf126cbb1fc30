//! Texts of a campaign that is archived.

use super::Desk;
use crate::engine::OutboxCounts;
use app::domain::{Delivery, DeliveryFailure, FailureCode, Goodbye};
use app::ports::{CampaignSetup, Conversations};
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_in_the_outbox_waits_and_goes_out_when_it_is_unarchived(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let (store, admin) = (&desk.world.store, &desk.world.admin);
    let message = desk.world.queue(desk.thread, "Hello").await;
    let campaign = desk.campaign().await;
    store.archive(admin, campaign, true).await.unwrap();
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.held, counts.sent), (1, 0));
    assert_eq!(desk.world.outbox_row(message).await.state, "held");
    desk.at(3600);
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts::default()
    );
    store.unarchive(admin, campaign).await.unwrap();
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
    assert_eq!(desk.service.bodies(), ["Hello"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_pause_outlasts_the_archive(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let (store, admin) = (&desk.world.store, &desk.world.admin);
    let message = desk.world.queue(desk.thread, "Hello").await;
    let campaign = desk.campaign().await;
    store.pause(admin, campaign, true).await.unwrap();
    store.archive(admin, campaign, true).await.unwrap();
    assert_eq!(desk.outbox.run_once().await.unwrap().held, 1);
    store.unarchive(admin, campaign).await.unwrap();
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts::default()
    );
    assert_eq!(desk.world.outbox_row(message).await.state, "held");
    store.resume(admin, campaign).await.unwrap();
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_goodbye_is_given_up_and_says_why(pool: PgPool) {
    let desk = Desk::new(pool).await;
    desk.world
        .change_settings(|settings| settings.opt_out_goodbye = "We will not text you again.".into())
        .await;
    let (store, ann) = (&desk.world.store, &desk.world.ann);
    store
        .opt_out(ann, desk.thread, Goodbye::Standard)
        .await
        .unwrap();
    let campaign = desk.campaign().await;
    store
        .archive(&desk.world.admin, campaign, true)
        .await
        .unwrap();
    assert_eq!(desk.outbox.run_once().await.unwrap().failed, 1);
    let view = store.open(ann, desk.thread).await.unwrap();
    let shown = view.messages.last().unwrap().delivery.clone();
    let failure = DeliveryFailure::Code(FailureCode::ARCHIVED);
    assert_eq!(shown, Some(Delivery::Failed(failure)));
    assert_eq!(desk.service.bodies(), [""; 0]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_held_at_the_moment_of_the_unarchiving_is_not_left_behind(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let (store, admin) = (&desk.world.store, &desk.world.admin);
    let campaign = desk.campaign().await;
    for round in 0..20 {
        for text in 0..8 {
            desk.world
                .queue(desk.thread, &format!("{round} {text}"))
                .await;
        }
        store.archive(admin, campaign, true).await.unwrap();
        let (ran, unarchived) =
            tokio::join!(desk.outbox.run_once(), store.unarchive(admin, campaign));
        ran.unwrap();
        unarchived.unwrap();
        while desk.outbox.run_once().await.unwrap() != OutboxCounts::default() {}
        assert_eq!(desk.service.bodies().len(), (round + 1) * 8, "{round}");
    }
}
