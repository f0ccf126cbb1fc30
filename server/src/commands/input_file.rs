//! A file that a command reads.

use super::CommandError;
use std::path::Path;
use tokio::fs::File;
use tokio::io::AsyncRead;

/// The file at a path, or standard input where the path is `-`.
///
/// # Errors
/// It cannot be opened.
pub async fn input_file(path: &Path) -> Result<Box<dyn AsyncRead + Send + Unpin>, CommandError> {
    if path == Path::new("-") {
        return Ok(Box::new(tokio::io::stdin()));
    }
    match File::open(path).await {
        Ok(file) => Ok(Box::new(file)),
        Err(error) => Err(CommandError::Refused(format!(
            "Cannot read {}: {error}.",
            path.display()
        ))),
    }
}
