//! The load: texters who request conversations.

use super::Scale;
use super::strategy::Strategy;
use crate::BenchError;
use crate::join_all::join_all;
use crate::latencies::Latencies;
use crate::throughput::Throughput;
use serde::Serialize;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// The pause between two requests of one texter, far less than it takes to answer twenty contacts.
const THINK_TIME: Duration = Duration::from_secs(4);

/// The figures of one strategy.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Load {
    /// The rate while each texter asks again as soon as they are answered.
    pub at_once: Throughput,
    /// The latency of those requests, most of which is waiting for a connection.
    pub at_once_each: Latencies,
    /// The latency while each texter asks every few seconds, each at another moment.
    pub each: Latencies,
    /// Requests that got less than they asked for, although the pool had enough.
    pub short: usize,
    /// Conversations that all requests got.
    pub claimed: u64,
}

/// Measures a strategy with all texters at once, and then with think time.
pub(super) async fn measure(strategy: &Strategy, scale: &Scale) -> Result<Load, BenchError> {
    let begun = Instant::now();
    let at_once = request(strategy, scale, Duration::ZERO).await?;
    let duration = begun.elapsed();
    let each = request(strategy, scale, THINK_TIME).await?;
    let rows = |requests: &[(Duration, u32)]| requests.iter().map(|(_, got)| u64::from(*got)).sum();
    let short = |requests: &[(Duration, u32)]| {
        requests
            .iter()
            .filter(|(_, got)| *got < scale.batch)
            .count()
    };
    let durations = |requests: &[(Duration, u32)]| {
        Latencies::of(requests.iter().map(|(took, _)| *took).collect())
    };
    let rows_at_once: u64 = rows(&at_once);
    let rows_each: u64 = rows(&each);
    Ok(Load {
        at_once: Throughput::new(rows_at_once, duration),
        at_once_each: durations(&at_once),
        each: durations(&each),
        short: short(&at_once) + short(&each),
        claimed: rows_at_once + rows_each,
    })
}

/// The duration of each request and how many conversations it got, of `rounds` requests of every texter.
async fn request(
    strategy: &Strategy,
    scale: &Scale,
    think_time: Duration,
) -> Result<Vec<(Duration, u32)>, BenchError> {
    let mut tasks = JoinSet::new();
    for number in 0..scale.texters {
        let (strategy, scale) = (strategy.clone(), *scale);
        tasks.spawn(async move {
            let mut requests = Vec::new();
            tokio::time::sleep(think_time * number / scale.texters).await;
            for _ in 0..scale.rounds {
                let begun = Instant::now();
                let got = strategy.claim(number, scale.batch).await?;
                requests.push((begun.elapsed(), got));
                tokio::time::sleep(think_time).await;
            }
            Ok::<_, BenchError>(requests)
        });
    }
    Ok(join_all(tasks).await?.into_iter().flatten().collect())
}
