//! Walks every pair of a state and an event of `conversation_chart.md`.

mod case;

use crate::testing::World;
use app::domain::ConversationStatus;
use case::Case;
use sqlx::PgPool;
use std::collections::BTreeMap;

const CHART: &str = include_str!("../../conversation_chart.md");

const EVENTS: [&str; 18] = [
    "text out",
    "text in",
    "stop word",
    "hand-out",
    "release by hand",
    "automatic release",
    "release by the texter",
    "release unsent",
    "suspension",
    "second pass",
    "undo",
    "take back",
    "opt-out",
    "close",
    "reopen",
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

/// A state of the chart.
#[derive(Debug, Clone, Copy)]
struct State {
    status: ConversationStatus,
    /// They are to be messaged once more.
    again: bool,
    held: bool,
}

fn states() -> impl Iterator<Item = State> {
    let initial = (ConversationStatus::NeedsMessage, true);
    let once = ConversationStatus::ALL.map(|status| (status, false));
    let both = once.into_iter().chain([initial]);
    both.flat_map(|(status, again)| {
        [true, false].map(|held| State {
            status,
            again,
            held,
        })
    })
}

fn name(state: State) -> String {
    let again = if state.again { " again" } else { "" };
    let held = if state.held { "held" } else { "pooled" };
    format!("{}{again}, {held}", state.status)
}

#[test]
fn the_table_speaks_of_every_state_and_the_picture_shows_the_edges_of_the_table() {
    let edges = edges();
    let states: Vec<String> = states().map(name).collect();
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
    for begins in states() {
        for event in EVENTS {
            let state = name(begins);
            let case = Case::new(&world, &other, begins).await;
            let before = case.row().await;
            let (answer, who) = case.happen(event, begins.held).await;
            let after = case.row().await;
            let said = format!("{state}: {event}: {answer:?} {after:?}");
            if let Some((expected_who, next)) = edges.get(&(state.as_str(), event)) {
                assert_eq!(answer, Ok(()), "{said}");
                let status = after.status.parse().unwrap();
                let ends = State {
                    status,
                    again: status == ConversationStatus::NeedsMessage && after.texted,
                    held: after.assigned_to.is_some(),
                };
                assert_eq!(name(ends), *next, "{said}");
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
                    i32::from(changed_hands || matches!(event, "move" | "second pass")),
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
