//! The log: lines on standard error, filtered by `RUST_LOG`.

#[cfg(test)]
mod tests;

use std::env;
use std::io::IsTerminal;

use thiserror::Error;
use tracing_subscriber::EnvFilter;

/// What is logged when `RUST_LOG` does not say.
const DEFAULT: &str = "warn,server=info,app=info,baton=info";

/// Why the log could not be set up.
#[derive(Debug, Error)]
pub enum TelemetryError {
    /// `RUST_LOG` cannot be read.
    #[error(
        "RUST_LOG is not a filter: {0}. Write for example RUST_LOG=info or RUST_LOG=warn,server=debug."
    )]
    Filter(#[from] tracing_subscriber::filter::ParseError),
}

/// Sets up the log of this process. A second call changes nothing.
pub fn init() -> Result<(), TelemetryError> {
    let configured = env::var("RUST_LOG")
        .ok()
        .filter(|filter| !filter.trim().is_empty());
    let filter = EnvFilter::builder().parse(configured.as_deref().unwrap_or(DEFAULT))?;
    // An error means that somebody (a test) has set one up already.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .compact()
        .try_init();
    Ok(())
}
