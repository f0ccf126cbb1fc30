//! The preview as somebody moves the picker.

use super::Scale;
use crate::BenchError;
use crate::latencies::Latencies;
use crate::seed::Seeded;
use app::domain::{IdleInterval, ReleaseOrder, ReleasePolicy};
use app::ports::Releases;
use server_store::Store;
use server_store::releases::preview::tally_statement;
use server_store::releases::target::Target;
use std::time::Instant;

/// How often the picker is moved.
const MOVES: usize = 20;

/// Asks for the preview of one interval after another, as the dialog does.
pub(super) async fn previews(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<Latencies, BenchError> {
    // The first makes the connection and reads the catalogue, which a running server has done.
    preview(store, seeded, IdleInterval::ONE_HOUR).await?;
    let mut durations = Vec::new();
    for interval in IdleInterval::PRESETS
        .into_iter()
        .filter(|interval| interval.minutes() >= 60)
        .cycle()
        .take(MOVES)
    {
        let begun = Instant::now();
        let found = preview(store, seeded, interval).await?;
        durations.push(begun.elapsed());
        if interval == IdleInterval::ONE_HOUR && i64::from(found) != scale.due {
            return Err(BenchError::Worthless(format!(
                "the preview counts {found} instead of {}",
                scale.due
            )));
        }
    }
    Ok(Latencies::of(durations))
}

/// Counts alone what is due: the number beside the button.
pub(super) async fn counts(store: &Store, seeded: &Seeded) -> Result<Latencies, BenchError> {
    let target = Target::Everywhere(policy(IdleInterval::ONE_HOUR));
    let mut durations = Vec::new();
    for _ in 0..MOVES {
        let begun = Instant::now();
        target
            .bind(
                sqlx::query_as::<_, (Option<String>, i64)>(tally_statement(&target)),
                seeded.admin.organization,
                store.clock.pinned(),
            )
            .fetch_all(&store.pool)
            .await?;
        durations.push(begun.elapsed());
    }
    Ok(Latencies::of(durations))
}

fn policy(interval: IdleInterval) -> ReleasePolicy {
    ReleasePolicy {
        interval,
        ..ReleasePolicy::default()
    }
}

async fn preview(
    store: &Store,
    seeded: &Seeded,
    interval: IdleInterval,
) -> Result<u32, BenchError> {
    let order = ReleaseOrder::Everywhere(policy(interval));
    Ok(store.preview(&seeded.admin, order).await?.conversations)
}
