//! The latency of the preview, and of the exact count in it.

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

/// The number of previews that are measured.
const PREVIEWS: usize = 20;

/// The latency of previews of one interval after another, as when somebody moves the picker of the dialog.
pub(super) async fn previews(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<Latencies, BenchError> {
    // The first one connects and fills the catalogue cache, as a running server did long ago.
    preview(store, seeded, IdleInterval::ONE_HOUR).await?;
    let mut durations = Vec::new();
    for interval in IdleInterval::PRESETS
        .into_iter()
        .filter(|interval| interval.minutes() >= 60)
        .cycle()
        .take(PREVIEWS)
    {
        let begun = Instant::now();
        let conversations = preview(store, seeded, interval).await?;
        durations.push(begun.elapsed());
        if interval == IdleInterval::ONE_HOUR && i64::from(conversations) != scale.due {
            return Err(BenchError::Invalid(format!(
                "the preview counts {conversations} instead of {}",
                scale.due
            )));
        }
    }
    Ok(Latencies::of(durations))
}

/// The latency of the exact count alone, which is the number beside the button.
pub(super) async fn counts(store: &Store, seeded: &Seeded) -> Result<Latencies, BenchError> {
    let target = Target::Everywhere(policy(IdleInterval::ONE_HOUR));
    let mut durations = Vec::new();
    for _ in 0..PREVIEWS {
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
