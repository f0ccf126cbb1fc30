//! A release as an admin starts it.

use super::Scale;
use crate::BenchError;
use crate::seed::Seeded;
use app::domain::{IdleInterval, ReleaseOrder, ReleasePolicy, ReleaseState};
use app::ports::Releases;
use server_store::Store;
use std::time::{Duration, Instant};

/// The interval at which the release's progress is read.
const POLL_INTERVAL: Duration = Duration::from_millis(10);

/// The duration of a release of what has been idle for the interval, which must be `scale.due` conversations.
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
        tokio::time::sleep(POLL_INTERVAL).await;
        progress = store.progress(&seeded.admin, progress.release).await?;
    }
    let duration = begun.elapsed();
    if progress.state == ReleaseState::Finished && i64::from(progress.conversations) == scale.due {
        Ok(duration)
    } else {
        Err(BenchError::Invalid(format!(
            "{progress}, instead of {} replies",
            scale.due
        )))
    }
}
