//! The history, told from its beginning, must end where the conversations are.

use crate::testing::World;
use std::collections::{BTreeMap, BTreeSet};

#[derive(sqlx::FromRow)]
struct Event {
    reason: String,
    conversation: i64,
    previous: Option<i64>,
    epoch: i32,
    new_holder: Option<i64>,
}

/// Goes through every change of hands from `holders`, who had them at the start, and gives back who has
/// them and at which epoch; each event must begin where the one before it ended. `answered`: the epochs that began
/// without a change of hands.
pub(super) async fn replay(
    world: &World,
    holders: &BTreeMap<i64, Option<i64>>,
    answered: &BTreeSet<(i64, i32)>,
) -> BTreeMap<i64, (Option<i64>, i32)> {
    let events: Vec<Event> = sqlx::query_as(
        "select e.reason::text, moved.conversation, moved.previous, moved.epoch, e.new_holder
           from assignment_event e
          cross join unnest(e.conversation_ids, e.previous_holders, e.lease_epochs)
                     as moved (conversation, previous, epoch)
          where e.organization_id = $1
          order by e.id",
    )
    .bind(world.organization.0)
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    let mut now: BTreeMap<i64, (Option<i64>, i32)> = holders
        .iter()
        .map(|(conversation, holder)| (*conversation, (*holder, 0)))
        .collect();
    // An event tells the epoch that it left behind: answers that came later began those behind it.
    let after_answers = |conversation, (holder, mut epoch), last: i32| {
        while epoch < last && answered.contains(&(conversation, epoch + 1)) {
            epoch += 1;
        }
        (holder, epoch)
    };
    for event in events {
        let before = after_answers(event.conversation, now[&event.conversation], event.epoch);
        // What was closed, or open again, stays in the same hands.
        if event.reason == "changed" {
            assert_eq!(before, (event.previous, event.epoch));
            continue;
        }
        if event.reason == "given_back" && event.epoch == before.1 {
            assert_eq!((event.previous, event.new_holder), (None, None));
            continue;
        }
        assert_eq!(before, (event.previous, event.epoch - 1));
        now.insert(event.conversation, (event.new_holder, event.epoch));
    }
    for (conversation, state) in &mut now {
        *state = after_answers(*conversation, *state, i32::MAX);
    }
    now
}

/// The releases of the history count what their events moved.
pub(super) async fn assert_counts_add_up(world: &World) {
    let wrong: i64 = sqlx::query_scalar(
        "select count(*)
           from release r
          where r.organization_id = $1
            and (r.state <> 'finished'
                 or r.conversations <> (select coalesce(sum(cardinality(e.conversation_ids)), 0)
                                          from assignment_event e
                                         where e.organization_id = r.organization_id
                                           and e.release_id = r.id))",
    )
    .bind(world.organization.0)
    .fetch_one(&world.store.pool)
    .await
    .unwrap();
    assert_eq!(wrong, 0);
}
