//! Walks every pair of a state and an event of `conversation_chart.md`.

use crate::testing::{Thread, World};
use crate::{messages, releases::release_automatically};
use app::domain::{
    CampaignId, ConversationId, ConversationStatus, IdleInterval, ReleaseId, ReleaseKind,
    ReleaseOrder, Texter,
};
use app::error::AppError;
use app::ports::{Conversations, MemberRoles, Releases, Requests, Suspension};
use sqlx::PgPool;
use std::collections::BTreeMap;

const CHART: &str = include_str!("../conversation_chart.md");

const EVENTS: [&str; 15] = [
    "text out",
    "text in",
    "stop word",
    "hand-out",
    "release by hand",
    "automatic release",
    "release by the texter",
    "release unsent",
    "suspension",
    "undo",
    "take back",
    "opt-out",
    "escalate",
    "move",
    "merge",
];

/// By state and event: who, and the next state.
fn edges() -> BTreeMap<(&'static str, &'static str), (&'static str, &'static str)> {
    let rows = CHART
        .lines()
        .skip_while(|line| !line.starts_with("| state | event |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    let mut edges = BTreeMap::new();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [state, event, who, next] = cells[..] else {
            panic!("{row}")
        };
        assert!(EVENTS.contains(&event), "{row}");
        assert_eq!(edges.insert((state, event), (who, next)), None, "{row}");
    }
    edges
}

fn states() -> impl Iterator<Item = (ConversationStatus, bool)> {
    ConversationStatus::ALL
        .into_iter()
        .flat_map(|status| [(status, true), (status, false)])
}

fn name(status: ConversationStatus, held: bool) -> String {
    format!("{status}, {}", if held { "held" } else { "pooled" })
}

/// Everything about a conversation that an event may move, except that a refused text is kept.
#[derive(Debug, PartialEq, sqlx::FromRow)]
struct Row {
    status: String,
    assigned_to: Option<i64>,
    released_from: Option<i64>,
    lease_epoch: i32,
    waiting_since: Option<chrono::DateTime<chrono::Utc>>,
    held_since: Option<chrono::DateTime<chrono::Utc>>,
    opted_out: bool,
}

/// A conversation that was released from Ann, and is in the state that is asked for.
struct Case<'a> {
    world: &'a World,
    other: &'a Texter,
    campaign: CampaignId,
    conversation: ConversationId,
    release: ReleaseId,
}

impl<'a> Case<'a> {
    async fn new(
        world: &'a World,
        other: &'a Texter,
        status: ConversationStatus,
        held: bool,
    ) -> Self {
        let campaign = world.campaign().await;
        let on = "auto_release_minutes = 30";
        world.change_campaign(campaign, on).await;
        let unsent = status == ConversationStatus::NeedsMessage;
        let texted = if unsent { vec![] } else { vec![120] };
        let thread = Thread {
            inbound: texted.clone(),
            outbound: texted.iter().map(|minutes| minutes + 120).collect(),
            claimed: Some(120),
            drafted: None,
        };
        let conversation = world.thread(campaign, Some(&world.ann), &thread).await;
        if unsent {
            let initial = "status = 'needs_message'".into();
            world.change(conversation, initial).await;
        }
        let kind = if unsent {
            ReleaseKind::Unsent
        } else {
            ReleaseKind::Replies
        };
        let order = ReleaseOrder::on_campaign(campaign, kind, IdleInterval::ONE_HOUR, false);
        let released = world.store.start(&world.admin, order).await.unwrap();
        assert_eq!(released.conversations, 1);
        let holder = if held {
            format!(
                "assigned_to = {}, lease_epoch = lease_epoch + 1,",
                world.ann.member
            )
        } else {
            String::new()
        };
        let waits = if status == ConversationStatus::NeedsResponse {
            "waiting_since"
        } else {
            "null"
        };
        world
            .change(
                conversation,
                format!("{holder} status = '{status}', waiting_since = {waits}"),
            )
            .await;
        Self {
            world,
            other,
            campaign,
            conversation,
            release: released.release,
        }
    }

    async fn row(&self) -> Row {
        sqlx::query_as(
            "select status::text, assigned_to, released_from, lease_epoch, waiting_since, held_since, opted_out
               from conversation where id = $1",
        )
        .bind(self.conversation.0)
        .fetch_one(&self.world.store.pool)
        .await
        .unwrap()
    }

    /// Does it, and says who did. A refusal is an answer like any other.
    async fn happen(&self, event: &str, held: bool) -> (Result<(), AppError>, &'static str) {
        let (world, store, id) = (self.world, &self.world.store, self.conversation);
        let epoch = world.epoch(id).await;
        let send = |viewer, epoch: i32| store.send(viewer, id, epoch.into(), "Hello".into());
        let order =
            |kind| ReleaseOrder::on_campaign(self.campaign, kind, IdleInterval::ONE_HOUR, false);
        let write = async |body| {
            let text = world.text_from(id, body).await;
            messages::receive(store, &text).await.unwrap();
            Ok(())
        };
        match event {
            "text out" if held => (send(&world.ann, epoch).await, "its texter"),
            // Nobody holds it: one who never had it tries.
            "text out" => (send(self.other, epoch).await, "its texter"),
            "text in" => (write("Yes").await, "the contact"),
            "stop word" => (write(" Stop ").await, "the contact"),
            "hand-out" => {
                let asked = store.create(self.other, world.general, 5).await;
                (asked.map(drop), "another texter")
            }
            "release by hand" => {
                let done = store.start(&world.admin, order(ReleaseKind::Replies)).await;
                (done.map(drop), "an admin")
            }
            "automatic release" => {
                let (organization, campaign) = (world.organization, self.campaign);
                let done = release_automatically(store, organization, campaign).await;
                (done.map(drop).map_err(AppError::from), "the engine")
            }
            "release by the texter" => {
                (store.release_mine(&world.ann).await.map(drop), "its texter")
            }
            "release unsent" => {
                let done = store.start(&world.admin, order(ReleaseKind::Unsent)).await;
                (done.map(drop), "an admin")
            }
            "suspension" => {
                let suspension = Suspension {
                    member: world.ann.member,
                    was: world.ann.role,
                    and_release: true,
                };
                let done = store.suspend(&world.admin, suspension).await;
                let lifted = store.lift_suspension(&world.admin, world.ann.member);
                assert_eq!(lifted.await, Ok(world.ann.role));
                (done.map(drop), "an admin")
            }
            "undo" => {
                let done = store.undo(&world.admin, self.release).await;
                (done.map(drop), "an admin")
            }
            // The page is from before the release.
            "take back" => (send(&world.ann, epoch - 1).await, "who lost it"),
            "opt-out" => {
                let who = if held { "its texter" } else { "who lost it" };
                (store.opt_out(&world.ann, id).await, who)
            }
            "escalate" => {
                let tag = self.world.escalation_tag("Threat").await;
                let done = store.tag(&world.ann, id, epoch, vec![tag]).await;
                (done.map(drop), "its texter")
            }
            "move" | "merge" => {
                let running = world.campaign().await;
                if event == "merge" {
                    let there = world.pooled(running, 60).await;
                    world.same_contact(id, there).await;
                }
                let archived = "archived_at = now()";
                world.change_campaign(self.campaign, archived).await;
                let done = store.move_reply(&world.admin, id, running).await;
                world.change_campaign(running, archived).await;
                (done, "an admin")
            }
            unknown => panic!("{unknown}"),
        }
    }
}

#[test]
fn the_table_speaks_of_every_state_and_the_picture_shows_the_edges_of_the_table() {
    let edges = edges();
    let states: Vec<String> = states().map(|(status, held)| name(status, held)).collect();
    let mut named: Vec<&str> = edges.keys().map(|(state, _)| *state).collect();
    named.dedup();
    assert_eq!(named.len(), states.len());
    let mut drawn = 0;
    for line in CHART.lines().filter(|line| line.contains(" --> ")) {
        let (from, rest) = line.trim().split_once(" --> ").unwrap();
        let (to, events) = rest.split_once(": ").unwrap();
        let full = |short: &str| {
            let ending = format!("\" as {short}");
            let line = CHART.lines().find(|line| line.ends_with(&ending)).unwrap();
            line.split('"').nth(1).unwrap()
        };
        for event in events.split(", ") {
            assert_eq!(edges[&(full(from), event)].1, full(to), "{line}");
            drawn += 1;
        }
    }
    // What leads back to where it began is not drawn.
    let moving = edges.iter().filter(|((state, _), (_, next))| state != next);
    assert_eq!(drawn, moving.count());
    for (_, next) in edges.values() {
        assert!(states.iter().any(|state| state == next), "{next}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn every_event_in_every_state_leads_where_the_chart_says_or_changes_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let other = world.texter().await;
    let edges = edges();
    let mut walked = 0;
    for (status, held) in states() {
        for event in EVENTS {
            let state = name(status, held);
            let case = Case::new(&world, &other, status, held).await;
            let before = case.row().await;
            let (answer, who) = case.happen(event, held).await;
            let after = case.row().await;
            let said = format!("{state}: {event}: {answer:?} {after:?}");
            if let Some((expected_who, next)) = edges.get(&(state.as_str(), event)) {
                assert_eq!(answer, Ok(()), "{said}");
                let status = after.status.parse().unwrap();
                assert_eq!(name(status, after.assigned_to.is_some()), *next, "{said}");
                let holder = if event == "hand-out" {
                    &other
                } else {
                    &world.ann
                };
                assert!(
                    after.assigned_to.is_none_or(|held| held == holder.member.0),
                    "{said}"
                );
                let changed_hands = before.assigned_to != after.assigned_to;
                assert_eq!(
                    after.lease_epoch - before.lease_epoch,
                    i32::from(changed_hands || event == "move"),
                    "{said}"
                );
                assert_eq!(who, *expected_who, "{said}");
                walked += 1;
            } else {
                assert_eq!(after, before, "{said}");
            }
            // The next one is alone in the pool.
            world
                .change_campaign(case.campaign, "archived_at = now()")
                .await;
        }
    }
    assert_eq!(walked, edges.len());
}
