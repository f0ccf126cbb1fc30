//! Access to a stream: a listener without it gets no further event.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::{CampaignId, ReleaseOrder, ReleasePolicy, Role};
use app::ports::{Releases, Requests};
use futures::StreamExt;
use server_store::testing::World;
use sqlx::PgPool;
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

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_may_not_listen_any_more_is_sent_nothing_and_the_stream_ends(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let counts = format!("campaigns.{campaign}");
    let (suspended, signed_out) = (
        "update member set role = 'suspended' where id = ?",
        "delete from session where record->'whose'->>'member' = '?'",
    );
    let supervolunteer = "update member set role = 'supervolunteer' where id = ?";
    let texter = "update member set role = 'texter' where id = ?";
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
        ("figures.requests", &[suspended, signed_out, texter]),
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
            world
                .execute(loses.replace('?', &listener.member.to_string()))
                .await;
            something_changes(world, campaign).await;
            events
                .ends_without_an_event(&format!("{path} after {loses}"))
                .await;
        }
    }
}

/// What each of the streams sends: a release, what is in the pool, and a request that waits for a decision.
async fn something_changes(world: &World, campaign: CampaignId) {
    let texter = world.texter().await;
    world
        .execute(format!(
            "update member set approval_level = 'approval_required' where id = {}",
            texter.member
        ))
        .await;
    world.reply(campaign, &texter, 120).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, order).await.unwrap();
    let request = world.store.create(&texter, world.general, 1);
    request.await.unwrap();
}
