//! The server's process: its start or adoption, readiness and shutdown.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::ClusterError;
use super::pid_file::{PidFile, Status, is_server_of};
use super::settings::Durability;

const POLL_INTERVAL: Duration = Duration::from_millis(10);
/// The time limit of a fast shutdown, which writes a checkpoint.
const FAST_SHUTDOWN: Duration = Duration::from_secs(20);
/// The time limit of an immediate shutdown, which writes nothing.
const IMMEDIATE_SHUTDOWN: Duration = Duration::from_secs(10);

/// A running server, which is shut down when the value is dropped.
pub(super) struct Postmaster {
    pid: Pid,
    data: PathBuf,
    durability: Durability,
    /// The child process; `None` if the server was adopted.
    child: Option<Child>,
}

/// The reason why a server did not become ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotReady {
    /// The server ended.
    Ended,
    /// The time limit was reached.
    TimedOut,
}

impl Postmaster {
    /// Starts the server.
    pub fn spawn(
        mut command: Command,
        data: &Path,
        durability: Durability,
    ) -> Result<Self, ClusterError> {
        let child = command.spawn().map_err(|source| ClusterError::Program {
            program: command.get_program().into(),
            source,
        })?;
        // Process ids are positive, and signed in the kernel.
        let pid = Pid::from_raw(child.id().cast_signed());
        Ok(Self {
            pid,
            data: data.to_owned(),
            durability,
            child: Some(child),
        })
    }

    /// The server that runs on this data, if there is one.
    pub fn adopt(data: &Path, durability: Durability) -> Option<Self> {
        let file = PidFile::read_running(data)?;
        Some(Self {
            pid: file.pid,
            data: data.to_owned(),
            durability,
            child: None,
        })
    }

    /// Waits until the server accepts connections, for at most `limit`.
    pub async fn wait_until_ready(&mut self, limit: Duration) -> Result<PidFile, NotReady> {
        let deadline = Instant::now() + limit;
        while self.is_running() {
            let file = PidFile::read(&self.data).filter(|file| file.pid == self.pid);
            if let Some(file) = file
                && file.status == Status::Ready
            {
                return Ok(file);
            }
            if Instant::now() > deadline {
                return Err(NotReady::TimedOut);
            }
            tokio::time::sleep(POLL_INTERVAL).await;
        }
        Err(NotReady::Ended)
    }

    /// Shuts the server down, and returns when it has ended.
    pub async fn stop(mut self) -> Result<(), ClusterError> {
        let ended = tokio::task::spawn_blocking(move || self.shut_down()).await;
        // The task does not panic and is not cancelled; if it were, dropping `self` would have shut the server down.
        ended.unwrap_or(Ok(()))
    }

    /// Shuts the server down, and blocks until it has ended; `drop` cannot await.
    fn shut_down(&mut self) -> Result<(), ClusterError> {
        // Temporary data need not be written.
        let steps: &[(Signal, Duration)] = match self.durability {
            Durability::Durable => &[
                (Signal::SIGINT, FAST_SHUTDOWN),
                (Signal::SIGQUIT, IMMEDIATE_SHUTDOWN),
            ],
            Durability::Temporary => &[(Signal::SIGQUIT, IMMEDIATE_SHUTDOWN)],
        };
        for (signal, limit) in steps {
            if !self.is_running() {
                return Ok(());
            }
            // It fails if the server has just ended, which the loop detects.
            let _ = kill(self.pid, *signal);
            let deadline = Instant::now() + *limit;
            while self.is_running() && Instant::now() < deadline {
                thread::sleep(POLL_INTERVAL);
            }
        }
        if self.is_running() {
            Err(ClusterError::StillRunning {
                pid: self.pid.as_raw(),
            })
        } else {
            Ok(())
        }
    }

    fn is_running(&mut self) -> bool {
        match &mut self.child {
            Some(child) => matches!(child.try_wait(), Ok(None)),
            None => is_server_of(self.pid, &self.data),
        }
    }
}

impl Drop for Postmaster {
    fn drop(&mut self) {
        if let Err(error) = self.shut_down() {
            tracing::error!(%error, "the private PostgreSQL cluster could not be stopped");
        }
    }
}
