//! The results of tasks that run side by side.

use super::BenchError;
use tokio::task::JoinSet;

/// The results of all tasks, in the order in which they ended. The first failure ends the others.
pub(super) async fn join_all<T: 'static>(
    mut tasks: JoinSet<Result<T, BenchError>>,
) -> Result<Vec<T>, BenchError> {
    let mut results = Vec::new();
    while let Some(result) = tasks.join_next().await {
        results.push(result??);
    }
    Ok(results)
}
