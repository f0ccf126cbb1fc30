//! Numbers on a real database.

mod added_and_removed;
mod chosen;
mod settings;

use super::{add, list};
use crate::StoreError;
use crate::testing::World;
use app::domain::{Sender, ServiceKind};
use app::error::AppError;

const SECOND: &str = "+12025550777";
const THIRD: &str = "+12025550888";

fn number(text: &str) -> Sender {
    text.parse().unwrap()
}

async fn add_simulated(world: &World, text: &str) {
    let (store, admin) = (&world.store, &world.admin);
    add(store, admin, &number(text), ServiceKind::Simulated)
        .await
        .unwrap();
}

/// Each number with whether it is in use, in the order of the list.
async fn listed(world: &World) -> Vec<(String, bool)> {
    let listed = list(&world.store, world.organization).await.unwrap();
    let rows = listed.senders.into_iter();
    rows.map(|row| (row.sender.to_string(), row.in_use))
        .collect()
}

/// The sentence beside a field of a refusal.
fn beside(refused: Result<(), StoreError>, field: &str) -> Option<String> {
    match refused.map_err(AppError::from) {
        Err(AppError::Fields(errors)) => errors.of(field).map(str::to_owned),
        _ => None,
    }
}
