//! Access to a stream: a listener without it gets no further event.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::{ApprovalLevel, CampaignId, ReleaseOrder, ReleasePolicy, Role};
use app::ports::{Conversations, Releases, Requests};
use futures::StreamExt;
use server_store::testing::World;
use sqlx::PgPool;
use std::collections::BTreeMap;
use std::time::Duration;

impl Events {
    /// Fails if anything is sent before it ends, or if it does not end in ten seconds.
    async fn ends_without_an_event(&mut self, why: &str) {
        loop {
            let chunk = tokio::time::timeout(Duration::from_secs(10), self.body.next()).await;
            let Some(chunk) = chunk.unwrap_or_else(|_| panic!("{why} does not end")) else {
                break;
            };
            self.read
                .push_str(std::str::from_utf8(&chunk.unwrap()).unwrap());
            assert!(!self.read.contains("data:"), "{why} sends {}", self.read);
        }
    }
}

/// How a listener loses access.
#[derive(Debug, Clone, Copy)]
enum Loses {
    Suspended,
    SignedOut,
    /// By a role that may not hear it.
    Role(Role),
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_may_not_listen_any_more_is_sent_nothing_and_the_stream_ends(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let counts = format!("campaigns.{campaign}");
    let (suspended, signed_out) = (Loses::Suspended, Loses::SignedOut);
    let supervolunteer = Loses::Role(Role::Supervolunteer);
    let texter = Loses::Role(Role::Texter);
    for (path, loses) in [
        (
            counts.as_str(),
            [suspended, signed_out, supervolunteer].as_slice(),
        ),
        ("releases", &[suspended, signed_out, supervolunteer]),
        (
            "figures.assignment",
            &[suspended, signed_out, supervolunteer],
        ),
        ("figures.requests", &[suspended, signed_out]),
        ("requests", &[suspended, signed_out, texter]),
        ("texts", &[suspended, signed_out]),
    ] {
        for loses in loses {
            let listener = world.member(Role::Admin).await;
            let cookie = app.sign_in(&listener).await;
            let mut events = Events::open(&app, path, &cookie).await;
            events.next_topics().await;
            if path != "requests" {
                events.next().await;
            }
            match *loses {
                Loses::Suspended => world.suspend(listener.member).await,
                Loses::SignedOut => {
                    app.submit("/api/session/sign-out", Some(&cookie), "").await;
                }
                Loses::Role(role) => world.set_role(listener.member, role).await,
            }
            something_changes(world, campaign).await;
            events
                .ends_without_an_event(&format!("{path} after {loses:?}"))
                .await;
        }
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn in_another_role_the_figures_of_the_head_are_those_of_that_role(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (world, store) = (&app.world, &app.world.store);
    let threat = world.escalation_tag("Threat").await;
    let vera = world.supervolunteer().await;
    world.team_for("Care", &[threat], &[&vera]).await;
    let campaign = world.campaign().await;
    let cookie = app.sign_in(&vera).await;
    let mut events = Events::open(&app, "figures.requests", &cookie).await;
    let figures: BTreeMap<String, String> = events.next_of("figures").await;
    assert_eq!(figures["requests"], "");
    world.set_role(vera.member, Role::Texter).await;
    world.pending_request(&world.ann, 5).await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    store.tag(&world.ann, reply, 0, vec![threat]).await.unwrap();
    loop {
        let figures: BTreeMap<String, String> = events.next_of("figures").await;
        assert_eq!(figures.get("requests"), None, "{figures:?}");
        if figures["escalated"] == "1" {
            break;
        }
    }
}

/// What each of the streams sends: a release, what is in the pool, and a request that waits for a decision.
async fn something_changes(world: &World, campaign: CampaignId) {
    let texter = world.texter().await;
    world
        .set_level(texter.member, ApprovalLevel::ApprovalRequired)
        .await;
    world.reply(campaign, &texter, 120).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, order).await.unwrap();
    let request = world.store.create(&texter, world.general, 1);
    request.await.unwrap();
}
