//! The stream of a texter: the offer of the request form, and changes of their own list.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::{AutoassignMode, IdleInterval, ReleaseOrder, ReleasePolicy, RequestOffer};
use app::ports::{Campaigns, Releases};
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_who_looks_at_an_empty_form_sees_it_fill_and_is_notified_of_their_own_loss(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 120).await;
    let (ann, ben) = (app.sign_in(&world.ann).await, app.sign_in(&world.ben).await);
    let mut anns = Events::open(&app, "texts", &ann).await;
    let mut bens = Events::open(&app, "texts", &ben).await;
    let RequestOffer::Closed { title, .. } = bens.next_of("offer").await else {
        panic!("there is nothing to request")
    };
    assert_eq!(title, "No texts available right now");
    anns.next_of::<RequestOffer>("offer").await;

    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    let RequestOffer::Open { pools, .. } = bens.next_of("offer").await else {
        panic!("the form should be open")
    };
    assert_eq!(pools[0].waiting, 1);
    let (event, _) = loop {
        let event = anns.next().await;
        if event.0 != "offer" {
            break event;
        }
    };
    assert_eq!(event, "inbox");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_is_notified_when_the_settings_of_a_campaign_change(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 120).await;
    let ann = app.sign_in(&world.ann).await;
    let mut events = Events::open(&app, "texts", &ann).await;
    events.next_of::<RequestOffer>("offer").await;
    let mode = AutoassignMode {
        auto_assign: true,
        auto_release: Some(IdleInterval::ONE_HOUR),
    };
    let saved = world.store.save_autoassign(&world.admin, campaign, 0, mode);
    saved.await.unwrap();
    assert_eq!(events.next().await, ("inbox".into(), String::new()));
}
