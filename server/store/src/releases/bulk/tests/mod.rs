//! Bulk actions on a real database.

mod close;
mod count_abandoned;
mod escalated;
mod history;
mod index_use;
mod matching;
mod opt_out;
mod reassign;
mod recent;
mod resume;
mod tags;
mod unassign;

use super::prepare::prepare;
use crate::testing::{World, noon};
use app::domain::{
    BulkAction, BulkActionId, BulkChange, BulkChosen, BulkState, ConversationId, Decider,
    LeftOutReason, ReleaseProgress,
};
use app::ports::BulkActions;
use chrono::TimeDelta;

/// One of these conversations, prepared and counted.
async fn prepared(
    world: &World,
    vera: &Decider,
    change: BulkChange,
    ids: &[ConversationId],
) -> BulkActionId {
    let chosen = BulkChosen::These(ids.to_vec());
    let prepared = world.store.prepare_bulk_action(vera, change, chosen);
    prepared.await.unwrap()
}

/// One that is prepared and not counted, as if its server had died.
async fn not_counted(world: &World, vera: &Decider) -> BulkActionId {
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let chosen = BulkChosen::These(vec![reply]);
    let prepared = prepare(&world.store, vera, BulkChange::Close, chosen);
    prepared.await.unwrap()
}

async fn view(world: &World, vera: &Decider, id: BulkActionId) -> BulkAction {
    world.store.bulk_action(vera, id).await.unwrap()
}

/// What came of one that was started.
async fn progress(world: &World, vera: &Decider, id: BulkActionId) -> ReleaseProgress {
    match view(world, vera, id).await.state {
        BulkState::Started { progress, .. } => progress,
        other => panic!("{other:?}"),
    }
}

/// Does this to these conversations, a minute later than it was prepared.
async fn done(
    world: &World,
    vera: &Decider,
    change: BulkChange,
    ids: &[ConversationId],
) -> BulkActionId {
    let id = prepared(world, vera, change, ids).await;
    later(world, 1);
    world.store.start_bulk_action(vera, id).await.unwrap();
    id
}

/// Undoes it, a minute later.
async fn undone(world: &World, vera: &Decider, id: BulkActionId) -> ReleaseProgress {
    later(world, 2);
    world.store.undo_bulk_action(vera, id).await.unwrap();
    match view(world, vera, id).await.state {
        BulkState::Started {
            undo: Some(undo), ..
        } => undo,
        other => panic!("{other:?}"),
    }
}

fn later(world: &World, minutes: i64) {
    world.store.clock.set(noon() + TimeDelta::minutes(minutes));
}

/// What is left alone, by its reasons.
fn left_out(action: &BulkAction) -> Vec<(LeftOutReason, u32)> {
    let left = action.left_out.iter();
    left.map(|left| (left.reason, left.conversations)).collect()
}
