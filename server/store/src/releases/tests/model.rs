//! The rule in SQL against the rule in Rust, on random replies.

use crate::testing::{World, noon};
use app::domain::{IdleClock, IdleInterval, ReleaseOrder, ReleasePolicy};
use app::ports::Releases;
use chrono::TimeDelta;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sqlx::PgPool;

/// Moments around the boundaries, where mistakes live, and anywhere else within three hours.
fn seconds_ago() -> impl Strategy<Value = i64> {
    let boundary =
        proptest::sample::select(vec![0, 119, 120, 121, 3599, 3600, 3601, 7199, 7200, 7201]);
    prop_oneof![boundary, 0i64..10_800]
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn releases_exactly_what_the_idle_clock_says(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let replies = proptest::collection::vec(
        (
            seconds_ago(),
            seconds_ago(),
            proptest::option::of(0i64..240),
        ),
        300,
    );
    let replies = replies
        .new_tree(&mut TestRunner::default())
        .unwrap()
        .current();
    let before = |seconds: i64| noon() - TimeDelta::seconds(seconds);
    let mut expected = Vec::new();
    for (waiting, held, draft) in replies {
        let clock = IdleClock {
            waiting_since: before(waiting),
            held_since: before(held),
            draft_edited_at: draft.map(before),
        };
        let reply = world.reply(campaign, &world.ann, 1).await;
        world
            .change(
                reply,
                format!(
                    "waiting_since = '{}', held_since = '{}', draft_edited_at = {}",
                    clock.waiting_since,
                    clock.held_since,
                    clock
                        .draft_edited_at
                        .map_or("null".into(), |at| format!("'{at}'")),
                ),
            )
            .await;
        expected.push((reply, clock));
    }
    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    for (reply, clock) in expected {
        let released = world.holder(reply).await.is_none();
        assert_eq!(
            released,
            clock.qualifies(noon(), IdleInterval::ONE_HOUR),
            "{clock:?}"
        );
    }
}
