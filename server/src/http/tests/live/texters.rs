//! The stream of a texter: the offer of the request form, and changes of their own list.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::{AutoassignMode, IdleInterval, ReleaseOrder, ReleasePolicy, RequestOffer};
use app::ports::{Campaigns, Releases};
use server_message::{DeliveryReport, ReportedState, ServiceKind, ServiceSid};
use server_store::delivery_reports::receive;
use server_store::outbox::{self, ClaimId};
use sqlx::PgPool;
use std::time::Duration;

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

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_report_reaches_the_holder_of_its_conversation_and_nobody_else(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let mut threads = Vec::new();
    for texter in [&world.ann, &world.ben] {
        let thread = world.reply(campaign, texter, 120).await;
        world.queue(thread, "At 12 Main Street").await;
        threads.push(thread);
    }
    let lease = Duration::from_secs(60);
    let claimed = outbox::claim(&world.store, ClaimId::random(), 2, lease).await;
    let (ann, ben) = (app.sign_in(&world.ann).await, app.sign_in(&world.ben).await);
    let mut anns = Events::open(&app, "texts", &ann).await;
    let mut bens = Events::open(&app, "texts", &ben).await;
    anns.next_of::<RequestOffer>("offer").await;
    bens.next_of::<RequestOffer>("offer").await;
    for text in claimed.unwrap() {
        let report = DeliveryReport {
            service: ServiceKind::Simulated,
            sid: ServiceSid(format!("SM{}", text.message)),
            own_number: world.number().await,
            messaging_service: None,
            state: ReportedState::Delivered,
        };
        outbox::mark_sent(&world.store, &text, &report.sid)
            .await
            .unwrap();
        receive(&world.store, &report).await.unwrap();
    }
    for (events, thread) in [(&mut anns, threads[0]), (&mut bens, threads[1])] {
        let (event, about) = loop {
            let event = events.next().await;
            if event.0 == "report" {
                break event;
            }
        };
        assert_eq!((event.as_str(), about), ("report", thread.to_string()));
    }
}
