//! The figures of a campaign.

use super::super::counted::{self, Counted, keep};
use super::{answer, local_hour, send_first};
use crate::delivery_reports::receive as receive_report;
use crate::messages::receive;
use crate::outbox::{self, ClaimId};
use crate::testing::{Thread, World, noon};
use app::domain::{
    CampaignFigures, CampaignId, DeliveryFailure, FailedTexts, FailureCode, ShownThread, Timeline,
};
use app::error::AppError;
use app::ports::{CampaignSetup, Conversations, Figures};
use chrono::TimeDelta;
use server_message::{DeliveryReport, ReportedState, ServiceKind, ServiceSid};
use sqlx::PgPool;
use std::time::Duration;

async fn figures(world: &World, campaign: CampaignId) -> CampaignFigures {
    let figures = world.store.of_campaign(&world.admin, campaign).await;
    figures.unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_closed_by_hand_is_handled_and_no_answer(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 90).await;
    let (store, ann) = (&world.store, &world.ann);
    let state = async || {
        let figures = figures(&world, campaign).await;
        (figures.replied, figures.handled, figures.waiting)
    };
    assert_eq!(state().await, (1, 0, 1));
    let shown = ShownThread::of(&store.open(ann, reply).await.unwrap());
    store.close(ann, reply, shown).await.unwrap();
    assert_eq!(state().await, (1, 1, 0));
    assert_eq!(world.count("select count(*) from answer").await, 0);
    store.reopen(ann, reply, 0).await.unwrap();
    assert_eq!(state().await, (1, 0, 1));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_done_on_a_campaign_is_counted(pool: PgPool) {
    let world = World::new(pool).await;
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    let nothing = figures(&world, campaign).await;
    assert_eq!((nothing.contacts, nothing.replied), (0, 0));
    assert!(nothing.timeline.points.is_empty());

    // Six contacts: one is not texted, one answers nothing, one opts out, one waits, one was answered, one was closed by
    // its texter's answer and a stop word later.
    let mut contacts = Vec::new();
    for _ in 0..6 {
        contacts.push(world.unsent(campaign, &world.ann).await);
    }
    for contact in &contacts[1..] {
        send_first(&world.store, &world.ann, *contact).await;
    }
    for (contact, body) in [(2, "STOP"), (3, "Who?"), (4, "Where?"), (5, "When?")] {
        let text = world.text_from(contacts[contact], body).await;
        receive(&world.store, &text).await.unwrap();
    }
    for contact in [4, 5] {
        answer(&world.store, &world.ann, contacts[contact]).await;
    }
    let stop = world.text_from(contacts[5], "stop").await;
    receive(&world.store, &stop).await.unwrap();
    world.reply(other, &world.ben, 90).await;

    // Of seven texts two fail for one reason, one for another, one is sent, and the others wait.
    let lease = Duration::from_secs(60);
    let claimed = outbox::claim(&world.store, ClaimId::random(), 4, lease).await;
    for (text, reason) in
        claimed
            .unwrap()
            .iter()
            .zip(["Filtered", "No such number", "Filtered", ""])
    {
        match reason {
            "" => {
                let sid = ServiceSid("SM1".into());
                outbox::mark_sent(&world.store, text, &sid).await.unwrap();
            }
            reason => {
                outbox::fail(&world.store, text, None, reason)
                    .await
                    .unwrap();
            }
        }
    }

    let counted = figures(&world, campaign).await;
    assert_eq!(
        (counted.contacts, counted.initials, counted.replied),
        (6, 5, 4)
    );
    assert_eq!(
        (counted.waiting, counted.handled, counted.opted_out),
        (1, 3, 2)
    );
    assert_eq!(counted.unanswered_when_archived, 0);
    let texts = &counted.texts;
    assert_eq!((texts.written, texts.on_the_way, texts.sent()), (7, 3, 1));
    let failed = |reason: &str, texts| FailedTexts {
        reason: Some(DeliveryFailure::Said(reason.into())),
        texts,
    };
    assert_eq!(
        texts.failed,
        [failed("Filtered", 2), failed("No such number", 1)]
    );
    assert_eq!(counted.timeline, Timeline::of([(local_hour(0), [5, 4, 2])]));
    assert_eq!(counted.zone, "America/New_York");
    assert_eq!(counted.counted_at, noon());

    world
        .store
        .archive(&world.admin, campaign, true)
        .await
        .unwrap();
    let archived = figures(&world, campaign).await;
    assert_eq!(
        (
            archived.waiting,
            archived.handled,
            archived.unanswered_when_archived
        ),
        (0, 3, 1)
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_reported_is_counted_by_what_it_says(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for _ in 0..6 {
        let contact = world.unsent(campaign, &world.ann).await;
        send_first(&world.store, &world.ann, contact).await;
    }
    let filtered = async || {
        let filtered = world.store.many_filtered(&world.admin, campaign).await;
        filtered.unwrap()
    };
    assert_eq!(filtered().await, None);
    let lease = Duration::from_secs(60);
    let claimed = outbox::claim(&world.store, ClaimId::random(), 6, lease).await;
    let code = |code| ReportedState::Failed(Some(FailureCode(code)));
    let states = [
        None,
        Some(ReportedState::Delivered),
        Some(ReportedState::Delivered),
        Some(code(30007)),
        Some(code(30007)),
        Some(code(30005)),
    ];
    for (text, state) in claimed.unwrap().iter().zip(states) {
        let sid = ServiceSid(format!("SM{}", text.message));
        outbox::mark_sent(&world.store, text, &sid).await.unwrap();
        if let Some(state) = state {
            let report = DeliveryReport {
                service: ServiceKind::Simulated,
                sid,
                own_number: world.number().await,
                messaging_service: None,
                state,
            };
            receive_report(&world.store, &report).await.unwrap();
        }
    }
    let texts = figures(&world, campaign).await.texts;
    assert_eq!((texts.written, texts.sent(), texts.delivered), (6, 3, 2));
    let failed = |code, texts| FailedTexts {
        reason: Some(DeliveryFailure::Code(FailureCode(code))),
        texts,
    };
    assert_eq!(texts.failed, [failed(30007, 2), failed(30005, 1)]);
    assert_eq!(filtered().await, Some(2));
    let other = world.campaign().await;
    let of_other = world.store.many_filtered(&world.admin, other).await;
    assert_eq!(of_other, Ok(None));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn over_time_each_contact_counts_once_and_at_its_own_hour(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut expected = Vec::new();
    // Threads of up to four texts each way within two days, spread by two numbers that have nothing in common.
    for n in 0..60_i64 {
        let minutes = |of: i64| (0..of).map(move |i| (n * 271 + i * 1009) % 2800).collect();
        let thread = Thread {
            outbound: minutes(n % 4),
            inbound: minutes(n % 3),
            claimed: Some(0),
            drafted: None,
        };
        let first = |of: &[i64]| of.iter().max().map(|minutes| local_hour(*minutes));
        expected.extend(first(&thread.outbound).map(|hour| (hour, [1, 0, 0])));
        expected.extend(first(&thread.inbound).map(|hour| (hour, [0, 1, 0])));
        world.thread(campaign, Some(&world.ann), &thread).await;
    }
    let counted = figures(&world, campaign).await;
    assert_eq!((counted.initials, counted.replied), (45, 40));
    assert_eq!(counted.timeline, Timeline::of(expected));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_took_long_to_count_is_shown_for_a_while(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 90).await;
    assert_eq!(figures(&world, campaign).await.contacts, 1);
    let quick = "select count(*) from campaign_figures";
    assert_eq!(world.count(quick).await, 0);
    // Counting takes a second only where there are many.
    let shown_of = async |seconds: i64| {
        let at = noon() - TimeDelta::seconds(seconds);
        let counted = Counted {
            contacts: 7,
            ..Counted::default()
        };
        let (store, organization) = (&world.store, world.organization);
        keep(store, organization, campaign, at, 1000, &counted)
            .await
            .unwrap();
        let shown = figures(&world, campaign).await;
        (shown.contacts, noon() - shown.counted_at)
    };
    assert_eq!(shown_of(20).await, (1, TimeDelta::zero()));
    assert_eq!(shown_of(19).await, (7, TimeDelta::seconds(19)));
    // What was counted before that changes nothing any more.
    assert_eq!(shown_of(20).await, (7, TimeDelta::seconds(19)));
    // What another version kept cannot be read.
    world
        .execute("update campaign_figures set figures = '{\"people\": 7}'".into())
        .await;
    assert_eq!(figures(&world, campaign).await.contacts, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn while_somebody_counts_what_is_kept_is_shown(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 90).await;
    let zone = "America/New_York";
    let count = async |may_wait| {
        let (store, organization) = (&world.store, world.organization);
        let counted = counted::count(store, organization, campaign, zone, may_wait);
        counted.await.unwrap().map(|(_, counted)| counted.contacts)
    };
    let mut other = world.store.pool.begin().await.unwrap();
    sqlx::query("select pg_advisory_xact_lock($1, $2)")
        .bind(counted::LOCK)
        .bind(i32::try_from(campaign.0).unwrap())
        .execute(&mut *other)
        .await
        .unwrap();
    assert_eq!((count(true).await, count(false).await), (None, Some(1)));
    other.rollback().await.unwrap();
    assert_eq!(count(true).await, Some(1));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn another_organization_does_not_read_them(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let elsewhere = World::new(pool).await;
    let read = elsewhere.store.of_campaign(&elsewhere.admin, campaign);
    assert_eq!(read.await, Err(AppError::NotFound));
    let read = elsewhere
        .store
        .of_texter(&elsewhere.admin, world.ann.member);
    assert_eq!(read.await, Err(AppError::NotFound));
}
