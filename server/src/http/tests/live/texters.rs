//! The stream of a texter: the offer of the request form, and changes of their own list.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::{AutoassignMode, IdleInterval, ReleaseOrder, ReleasePolicy, RequestOffer};
use app::ports::{Campaigns, Conversations, Escalations, Releases, TeamChange, TeamPart, Teams};
use server_message::{DeliveryReport, ReportedState, ServiceKind, ServiceSid};
use server_store::delivery_reports::receive;
use server_store::outbox::{self, ClaimId};
use sqlx::PgPool;
use std::collections::BTreeMap;
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

/// The number on the badge, and the sentence on the home, of the next event that says them.
async fn escalated(events: &mut Events) -> (String, String) {
    let figures: BTreeMap<String, String> = events.next_of("figures").await;
    assert_eq!(figures.len(), 2, "{figures:?}");
    let of = |name: &str| figures[name].clone();
    (of("escalated"), of("escalated-notice"))
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_badge_of_a_texter_follows_what_their_teams_handle_and_no_other_texter_has_one(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let (world, store) = (&app.world, &app.world.store);
    let (threat, press) = (
        world.escalation_tag("Threat").await,
        world.escalation_tag("Press").await,
    );
    let care = world.team_for("Care", &[threat], &[&world.ben]).await;
    let (ann, ben) = (app.sign_in(&world.ann).await, app.sign_in(&world.ben).await);
    let mut anns = Events::open(&app, "figures.requests,texts", &ann).await;
    let mut bens = Events::open(&app, "figures.requests", &ben).await;
    assert_eq!(escalated(&mut bens).await, (String::new(), String::new()));
    anns.next_of::<RequestOffer>("offer").await;

    let campaign = world.campaign().await;
    for tag in [press, threat] {
        let reply = world.reply(campaign, &world.ann, 120).await;
        store.tag(&world.ann, reply, 0, vec![tag]).await.unwrap();
    }
    let (badge, notice) = escalated(&mut bens).await;
    assert_eq!(badge, "1");
    assert!(notice.starts_with("1 escalated conversation"), "{notice}");
    loop {
        let (topic, name, _) = anns.next_of_topic().await;
        assert_eq!(topic, "texts", "{name}");
        if name == "inbox" {
            break;
        }
    }

    let waiting = store.escalated(&world.ben, None, 2).await.unwrap();
    let taken = store.take_escalated(&world.ben, waiting[0].key.id);
    taken.await.unwrap();
    assert_eq!(escalated(&mut bens).await.0, "");
    // Whoever comes into the team has one from then on, and whoever leaves it has none.
    let part = TeamPart::Member(world.ann.member);
    world.add_to_team(care, part).await;
    assert_eq!(escalated(&mut anns).await.0, "");
    let cara = world.texter().await;
    let reply = world.reply(campaign, &cara, 120).await;
    store.tag(&cara, reply, 0, vec![threat]).await.unwrap();
    assert_eq!(escalated(&mut anns).await.0, "1");
    let leaves = TeamChange::Remove { confirmed: true };
    let left = store.change_team(&world.admin, care, part, leaves);
    left.await.unwrap();
    assert_eq!(escalated(&mut anns).await.0, "");
}
