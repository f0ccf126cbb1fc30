//! Opt-outs by number on a real database.

mod importing;
mod index_use;
mod lifting;
mod listing;

use crate::opt_outs::Source;
use crate::testing::World;
use app::domain::PhoneNumber;
use std::collections::BTreeSet;

fn number(text: &str) -> PhoneNumber {
    text.parse().unwrap()
}

fn numbers(texts: &[&str]) -> BTreeSet<PhoneNumber> {
    texts.iter().copied().map(number).collect()
}

/// Records an opt-out as `source` does, in a transaction of its own.
async fn record(world: &World, cell: &PhoneNumber, source: Source) {
    let mut tx = world.store.pool.begin().await.unwrap();
    super::record(
        &mut tx,
        &world.store.clock,
        world.organization,
        cell,
        source,
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}
