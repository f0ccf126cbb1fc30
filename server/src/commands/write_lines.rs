//! A file that a command writes while it is read from the database.

use super::CommandError;
use app::error::AppError;
use futures::{Stream, TryStreamExt};
use std::fmt::Display;
use std::pin::pin;
use tokio::io::{AsyncWrite, AsyncWriteExt};

/// Writes each part as it comes.
///
/// # Errors
/// What ends before the last part, which is said, so that nobody takes it for the whole.
pub async fn write_lines(
    output: &mut (impl AsyncWrite + Unpin),
    lines: impl Stream<Item = Result<String, AppError>>,
) -> Result<(), CommandError> {
    let failed =
        |error: &dyn Display| CommandError::Refused(format!("The file is not whole: {error}"));
    let mut lines = pin!(lines);
    while let Some(text) = lines.try_next().await.map_err(|error| failed(&error))? {
        let written = output.write_all(text.as_bytes()).await;
        written.map_err(|error| failed(&error))?;
    }
    output.flush().await.map_err(|error| failed(&error))
}
