//! Walks every pair of a state and an event of `conversation_chart.md`.

mod case;

use crate::testing::World;
use app::domain::ConversationStatus;
use case::Case;
use sqlx::PgPool;
use std::collections::BTreeMap;

const CHART: &str = include_str!("../../conversation_chart.md");

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
