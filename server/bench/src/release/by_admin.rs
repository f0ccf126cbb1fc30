//! A release as an admin starts it.

use super::Scale;
use crate::BenchError;
use crate::seed::Seeded;
use app::domain::{IdleInterval, ReleaseOrder, ReleasePolicy, ReleaseState};
use app::ports::Releases;
use server_store::Store;
use std::time::{Duration, Instant};

/// How often it is looked whether it has ended.
const LOOK: Duration = Duration::from_millis(10);

/// Releases what has been idle for the interval, which must be `scale.due` conversations, and says how
/// long it took.
pub(super) async fn release(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
    interval: IdleInterval,
) -> Result<Duration, BenchError> {
    let order = ReleaseOrder::Everywhere(ReleasePolicy {
        interval,
        ..ReleasePolicy::default()
    });
    let begun = Instant::now();
    let mut progress = store.start(&seeded.admin, order).await?;
    while !progress.ended() {
        tokio::time::sleep(LOOK).await;
        progress = store.progress(&seeded.admin, progress.release).await?;
    }
    let took = begun.elapsed();
    if progress.state == ReleaseState::Finished && i64::from(progress.conversations) == scale.due {
        Ok(took)
    } else {
        Err(BenchError::Worthless(format!(
            "{progress}, instead of {} replies",
            scale.due
        )))
    }
}
