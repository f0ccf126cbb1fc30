//! Texters who ask.

use super::Scale;
use super::way::Way;
use crate::bench::BenchError;
use crate::bench::latencies::Latencies;
use crate::bench::moved::Moved;
use serde::Serialize;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Between two requests of one texter who does something with what they got. Far less than it takes to
/// answer twenty people.
const PAUSE: Duration = Duration::from_secs(4);

/// What came of it.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Load {
    /// All ask at once, and again as soon as they got something.
    pub at_once: Moved,
    /// How long each request took then; most of it is waiting for a connection.
    pub at_once_each: Latencies,
    /// How long each took while everybody asks every few seconds, each at another moment.
    pub each: Latencies,
}

/// Lets all texters ask, at once and then in their own time.
pub(super) async fn load(way: &Way, scale: &Scale) -> Result<Load, BenchError> {
    let begun = Instant::now();
    let durations = ask(way, scale, Duration::ZERO).await?;
    let took = begun.elapsed();
    let each = ask(way, scale, PAUSE).await?;
    Ok(Load {
        at_once: Moved::new(scale.taken().unsigned_abs(), took),
        at_once_each: Latencies::of(durations),
        each: Latencies::of(each),
    })
}

/// Every texter asks `rounds` times, and has to get all they ask for: there is enough.
async fn ask(way: &Way, scale: &Scale, pause: Duration) -> Result<Vec<Duration>, BenchError> {
    let mut asking = JoinSet::new();
    for number in 0..scale.texters {
        let (way, scale) = (way.clone(), *scale);
        asking.spawn(async move {
            let mut durations = Vec::new();
            tokio::time::sleep(pause * number / scale.texters).await;
            for _ in 0..scale.rounds {
                let begun = Instant::now();
                let got = way.take(number, scale.batch).await?;
                durations.push(begun.elapsed());
                if got != scale.batch {
                    let batch = scale.batch;
                    return Err(BenchError::Worthless(format!(
                        "a request got {got} of {batch}"
                    )));
                }
                tokio::time::sleep(pause).await;
            }
            Ok(durations)
        });
    }
    let mut durations = Vec::new();
    while let Some(done) = asking.join_next().await {
        durations.extend(done.map_err(|error| BenchError::Worthless(error.to_string()))??);
    }
    Ok(durations)
}
