//! The measured server. It is a process of its own, so that its processor time can be told from that of the
//! measurement.

use super::{BenchError, Scratch};
use std::ffi::OsStr;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// The beginning of the line in which `serve` prints its address.
const ADDRESS_PREFIX: &str = "Baton is at ";
/// Clock ticks a second, the unit of processor time in `/proc`.
const TICKS_PER_SECOND: u64 = 100;

/// A running `baton serve` on the scratch database; killed when dropped.
pub(super) struct Server {
    child: Child,
    /// Its address, without a slash at the end.
    pub url: String,
    // Kept open: a server that cannot write its last line would fail instead of ending.
    _output: Lines<BufReader<ChildStdout>>,
}

impl Server {
    /// Starts one and waits until it listens.
    ///
    /// # Errors
    /// The server did not start; it logs why to standard error, which it shares with this program.
    pub async fn start(
        scratch: &Scratch,
        environment: &[(&str, &OsStr)],
    ) -> Result<Self, BenchError> {
        let program = std::env::current_exe().map_err(BenchError::Server)?;
        let mut child = Command::new(program)
            .arg("serve")
            .env("DATABASE_URL", scratch.url())
            .env("BATON_ADDR", "127.0.0.1:0")
            .env_remove("BATON_PUBLIC_URL")
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(BenchError::Server)?;
        let output = child
            .stdout
            .take()
            .ok_or_else(|| BenchError::Invalid("the server has no output".to_owned()))?;
        let mut output = BufReader::new(output).lines();
        while let Some(line) = output.next_line().await.map_err(BenchError::Server)? {
            if let Some(url) = line.trim().strip_prefix(ADDRESS_PREFIX) {
                return Ok(Self {
                    child,
                    url: url.trim_end_matches('/').to_owned(),
                    _output: output,
                });
            }
        }
        Err(BenchError::Invalid("the server did not start".to_owned()))
    }

    /// The processor time that the server has used since it started.
    ///
    /// # Errors
    /// The server has ended, or the system has no `/proc`.
    pub fn processor_time(&self) -> Result<Duration, BenchError> {
        let id = self.child.id().unwrap_or_default();
        let stat =
            std::fs::read_to_string(format!("/proc/{id}/stat")).map_err(BenchError::Server)?;
        // The name in parentheses may contain spaces; user and system time are the 12th and 13th field after it.
        let after_name = stat.rsplit(')').next().unwrap_or_default();
        let ticks: u64 = after_name
            .split_whitespace()
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse::<u64>().ok())
            .sum();
        Ok(Duration::from_millis(ticks * 1000 / TICKS_PER_SECOND))
    }

    /// Kills the server.
    pub async fn stop(mut self) {
        // It fails only if the server has ended already.
        let _ = self.child.kill().await;
    }
}
