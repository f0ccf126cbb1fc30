//! The streams of admins and of those who decide: campaigns, releases, figures and requests.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::{
    AutoReleaseState, AutoassignMode, IdleInterval, PoolKind, ReleaseOrder, ReleasePolicy,
    ReleaseProgress,
};
use app::ports::{Campaigns, Conversations, Escalations, PoolSettings, Releases, Requests};
use app::view_models::CampaignLiveState;
use server_store::releases::release_automatically;
use sqlx::PgPool;
use std::collections::BTreeMap;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_admins_counts_follow_a_release_and_a_request(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let (campaign, quiet) = (world.campaign().await, world.campaign().await);
    for _ in 0..3 {
        world.reply(campaign, &world.ann, 120).await;
    }
    let cookie = app.sign_in(&world.admin).await;
    let mut events = Events::open(&app, &format!("campaigns.{campaign}.{quiet}"), &cookie).await;
    let all: Vec<CampaignLiveState> = events.next_of("counts").await;
    assert_eq!(all.len(), 2);

    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    let changed: Vec<CampaignLiveState> = events.next_of("counts").await;
    let [CampaignLiveState { counts, .. }] = &changed[..] else {
        panic!("only the campaign that changed, not {changed:?}")
    };
    assert_eq!(
        (counts.campaign, counts.unhandled, counts.in_pool),
        (campaign, 0, 3)
    );

    world
        .store
        .create(&world.ben, world.general, 2)
        .await
        .unwrap();
    let changed: Vec<CampaignLiveState> = events.next_of("counts").await;
    let counts = changed[0].counts;
    assert_eq!((counts.unhandled, counts.in_pool), (2, 1));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_admin_follows_switches_and_a_pause_of_a_colleague_and_what_auto_release_does(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let (campaign, quiet) = (world.campaign().await, world.campaign().await);
    world.reply(campaign, &world.ann, 120).await;
    let cookie = app.sign_in(&world.admin).await;
    let path = format!("campaigns.{campaign}.{quiet}");
    let mut events = Events::open(&app, &path, &cookie).await;
    let of = |all: Vec<CampaignLiveState>, campaign| {
        let now = all.into_iter().find(|now| now.counts.campaign == campaign);
        now.unwrap().autoassign
    };
    let first = of(events.next_of("counts").await, campaign);
    assert_eq!(first.status.state, AutoReleaseState::Off);

    let mode = AutoassignMode {
        auto_assign: true,
        auto_release: Some(IdleInterval::HALF_AN_HOUR),
    };
    world
        .store
        .save_autoassign(&world.admin, campaign, first.version, mode)
        .await
        .unwrap();
    let saved: Vec<CampaignLiveState> = events.next_of("counts").await;
    assert_eq!(of(saved.clone(), quiet).status.state, AutoReleaseState::Off);
    let saved = of(saved, campaign);
    assert_eq!((saved.mode, saved.version), (mode, first.version + 1));
    assert!(matches!(
        saved.status.state,
        AutoReleaseState::On { next_due: Some(_) }
    ));

    release_automatically(&world.store, world.organization, campaign)
        .await
        .unwrap();
    let released = of(events.next_of("counts").await, campaign);
    assert_eq!(
        released.status.state,
        AutoReleaseState::On { next_due: None }
    );
    assert_eq!(released.status.last.map(|last| last.conversations), Some(1));

    app::ports::CampaignSetup::pause(&world.store, &world.admin, campaign, true)
        .await
        .unwrap();
    let all: Vec<CampaignLiveState> = events.next_of("counts").await;
    let paused: Vec<_> = all
        .iter()
        .filter(|now| now.paused)
        .map(|now| now.counts.campaign)
        .collect();
    assert_eq!(paused, [campaign]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_admin_sees_what_keeps_replies_back_for_as_long_as_it_does(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let cookie = app.sign_in(&world.admin).await;
    let mut events = Events::open(&app, &format!("campaigns.{campaign}"), &cookie).await;
    let mut shown = async || {
        let all: Vec<CampaignLiveState> = events.next_of("counts").await;
        let [now] = &all[..] else {
            panic!("one campaign, not {all:?}")
        };
        let marks = now.marks.iter().map(|mark| mark.words.clone());
        let obstacles = now.obstacles.iter().map(|words| words.sentence.clone());
        (marks.collect::<Vec<_>>(), obstacles.collect::<Vec<_>>())
    };
    let nothing = (Vec::<String>::new(), Vec::<String>::new());
    assert_eq!(shown().await, nothing);
    let said = |mark: &str, obstacle: &str| (vec![mark.to_owned()], vec![obstacle.to_owned()]);

    for (enabled, expected) in [
        (
            false,
            said(
                "No one can request its replies: requests are disabled",
                "Requests are disabled for your organization.",
            ),
        ),
        (true, nothing.clone()),
    ] {
        world
            .change_rules(|rules| rules.requests_enabled = enabled)
            .await;
        while shown().await != expected {}
    }
    for (kind, expected) in [
        (
            PoolKind::Initials,
            said(
                "No one can request its replies: no pool has replies",
                "No enabled pool has replies.",
            ),
        ),
        (PoolKind::Replies, nothing),
    ] {
        let general = PoolSettings {
            pool: world.general,
            enabled: true,
            kind,
            max_per_request: 25,
        };
        world.change_pools(vec![general]).await;
        while shown().await != expected {}
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_admin_follows_a_release_from_its_beginning_to_its_undo(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 120).await;
    let other = world.member(app::domain::Role::Owner).await;
    let cookie = app.sign_in(&other).await;
    let mut events = Events::open(&app, "releases", &cookie).await;
    let none: Vec<ReleaseProgress> = events.next_of("releases").await;
    assert_eq!(none, []);

    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let release = world.store.start(&world.admin, order).await.unwrap();
    assert_eq!(ended(&mut events, 1).await, std::slice::from_ref(&release));

    let undo = world
        .store
        .undo(&world.admin, release.release)
        .await
        .unwrap();
    let undone = ReleaseProgress {
        undo_for: None,
        ..release
    };
    assert_eq!(ended(&mut events, 2).await, [undo, undone]);
}

/// So many releases, when all of them have ended.
async fn ended(events: &mut Events, releases: usize) -> Vec<ReleaseProgress> {
    loop {
        let progress: Vec<ReleaseProgress> = events.next_of("releases").await;
        if progress.len() == releases && progress.iter().all(ReleaseProgress::ended) {
            return progress;
        }
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn figures_are_sent_once_and_then_when_one_reads_differently(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 120).await;
    let cookie = app.sign_in(&world.admin).await;
    let mut events = Events::open(&app, "figures.assignment", &cookie).await;
    type Figures = BTreeMap<String, String>;
    let pool = format!("pool-{}", world.general);
    let (lies, oldest) = (format!("{pool}-lies"), format!("{pool}-oldest"));
    let figures = |pairs: &[(&str, &str)]| -> Figures {
        let owned = pairs
            .iter()
            .map(|(name, words)| ((*name).to_owned(), (*words).to_owned()));
        owned.collect()
    };
    let all: Figures = events.next_of("figures").await;
    assert_eq!(
        all,
        figures(&[
            ("escalated", ""),
            ("escalated-notice", ""),
            ("requests", ""),
            (&lies, "0 replies"),
            (&oldest, "")
        ])
    );
    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    let news: Figures = events.next_of("figures").await;
    assert_eq!(
        news,
        figures(&[
            ("escalated", ""),
            ("escalated-notice", ""),
            ("requests", ""),
            (&lies, "1 reply"),
            (&oldest, "oldest wait 2 h")
        ])
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_badge_follows_what_is_escalated_to_ones_own_team_and_taken(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let vera = world.supervolunteer().await;
    let (threat, press) = (
        world.escalation_tag("Threat").await,
        world.escalation_tag("Press").await,
    );
    world.team_for("Care", &[threat], &[&vera]).await;
    let cookie = app.sign_in(&vera).await;
    let mut events = Events::open(&app, "figures.requests", &cookie).await;
    let mut badge = async || {
        let figures: BTreeMap<String, String> = events.next_of("figures").await;
        figures["escalated"].clone()
    };
    assert_eq!(badge().await, "");
    let campaign = world.campaign().await;
    let store = &world.store;
    for tag in [press, threat] {
        let reply = world.reply(campaign, &world.ann, 120).await;
        let tagged = store.tag(&world.ann, reply, 0, vec![tag]);
        tagged.await.unwrap();
    }
    assert_eq!(badge().await, "1");
    let waiting = store.escalated(&vera, None, 2).await.unwrap();
    let taken = store.take_escalated(&vera, waiting[0].key.id);
    taken.await.unwrap();
    assert_eq!(badge().await, "");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn those_who_decide_are_notified_of_each_request_and_each_decision(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let vera = world.member(app::domain::Role::Supervolunteer).await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 30).await;
    let level = app::domain::ApprovalLevel::ApprovalRequired;
    world.set_level(world.ann.member, level).await;
    let cookie = app.sign_in(&vera).await;
    let mut events = Events::open(&app, "requests", &cookie).await;
    // The page reads the list when the topic has begun, and from here on when it has changed.
    events.next_topics().await;
    world
        .store
        .create(&world.ann, world.general, 1)
        .await
        .unwrap();
    assert_eq!(events.next().await.0, "requests");
    Requests::cancel(&world.store, &world.ann).await.unwrap();
    assert_eq!(events.next().await.0, "requests");
}
