//! The time that pages of a list take.

use crate::BenchError;
use crate::latencies::Latencies;
use std::time::Instant;

/// Reads a page of a list so often, every other time with the page behind it, and says how many rows were on the first.
/// `page` reads the one behind a key, and gives its number of rows and the key of the next.
pub(super) async fn read<Key: Clone>(
    rounds: u32,
    first: Option<Key>,
    page: impl AsyncFn(Option<Key>) -> Result<(usize, Option<Key>), BenchError>,
) -> Result<(Latencies, usize), BenchError> {
    let mut durations = Vec::new();
    let mut rows = 0;
    for round in 0..rounds {
        let begun = Instant::now();
        let (on_it, next) = page(first.clone()).await?;
        durations.push(begun.elapsed());
        rows = on_it;
        if next.is_some() && round % 2 == 1 {
            let begun = Instant::now();
            page(next).await?;
            durations.push(begun.elapsed());
        }
    }
    Ok((Latencies::of(durations), rows))
}
