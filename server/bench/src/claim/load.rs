//! Texters who ask.

use super::Scale;
use super::way::Way;
use crate::BenchError;
use crate::latencies::Latencies;
use crate::moved::Moved;
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
    /// Requests that got less than they asked for, although there was enough.
    pub short: usize,
    /// What all of them got.
    pub taken: u64,
}

/// Lets all texters ask, at once and then in their own time.
pub(super) async fn load(way: &Way, scale: &Scale) -> Result<Load, BenchError> {
    let begun = Instant::now();
    let at_once = ask(way, scale, Duration::ZERO).await?;
    let took = begun.elapsed();
    let each = ask(way, scale, PAUSE).await?;
    let rows = |asked: &[(Duration, u32)]| asked.iter().map(|(_, got)| u64::from(*got)).sum();
    let short =
        |asked: &[(Duration, u32)]| asked.iter().filter(|(_, got)| *got < scale.batch).count();
    let durations =
        |asked: &[(Duration, u32)]| Latencies::of(asked.iter().map(|(took, _)| *took).collect());
    let rows_at_once: u64 = rows(&at_once);
    let rows_each: u64 = rows(&each);
    Ok(Load {
        at_once: Moved::new(rows_at_once, took),
        at_once_each: durations(&at_once),
        each: durations(&each),
        short: short(&at_once) + short(&each),
        taken: rows_at_once + rows_each,
    })
}

/// Every texter asks `rounds` times: how long each request took, and what it got.
async fn ask(
    way: &Way,
    scale: &Scale,
    pause: Duration,
) -> Result<Vec<(Duration, u32)>, BenchError> {
    let mut asking = JoinSet::new();
    for number in 0..scale.texters {
        let (way, scale) = (way.clone(), *scale);
        asking.spawn(async move {
            let mut asked = Vec::new();
            tokio::time::sleep(pause * number / scale.texters).await;
            for _ in 0..scale.rounds {
                let begun = Instant::now();
                let got = way.take(number, scale.batch).await?;
                asked.push((begun.elapsed(), got));
                tokio::time::sleep(pause).await;
            }
            Ok::<_, BenchError>(asked)
        });
    }
    let mut asked = Vec::new();
    while let Some(done) = asking.join_next().await {
        asked.extend(done.map_err(|error| BenchError::Worthless(error.to_string()))??);
    }
    Ok(asked)
}
