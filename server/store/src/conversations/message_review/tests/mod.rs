//! Message Review on a real database.

mod answer;
mod index_use;
mod loss;
mod matching;
mod model;

use crate::testing::World;
use app::domain::{ConversationId, Decider, Direction, PageState};
use app::ports::Reviews;

/// What a reviewer's page knows.
async fn page(world: &World, vera: &Decider, id: ConversationId) -> PageState {
    let view = world.store.review(vera, id).await.unwrap().view;
    let mut texts = view.messages.iter().rev();
    let last = texts.find(|text| text.direction == Direction::Outbound);
    PageState {
        lease_epoch: view.lease_epoch,
        last_text: last.map(|text| text.id),
    }
}
