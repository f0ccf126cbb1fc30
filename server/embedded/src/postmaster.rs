//! The server's process: started or adopted, watched until it is ready, and ended on every path out.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::ClusterError;
use super::pid_file::{PidFile, Status, is_server_of};
use super::settings::Durability;

const POLL: Duration = Duration::from_millis(10);
/// A fast shutdown writes a checkpoint, which on a slow disk takes its time.
const FAST: Duration = Duration::from_secs(20);
/// An immediate one writes nothing.
const IMMEDIATE: Duration = Duration::from_secs(10);

/// A running server. Dropping it ends it.
pub(super) struct Postmaster {
    pid: Pid,
    data: PathBuf,
    durability: Durability,
    /// The process as our own child; nothing if it was adopted.
    child: Option<Child>,
}

/// Why waiting for a server came to an end without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotReady {
    /// It ended.
    Ended,
    /// It does neither.
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
        // Process numbers are positive and fit: the kernel's own type is signed.
        let pid = Pid::from_raw(child.id().cast_signed());
        Ok(Self {
            pid,
            data: data.to_owned(),
            durability,
            child: Some(child),
        })
    }

    /// Takes over the server that runs on this data, if there is one.
    pub fn adopt(data: &Path, durability: Durability) -> Option<Self> {
        let file = PidFile::read_running(data)?;
        Some(Self {
            pid: file.pid,
            data: data.to_owned(),
            durability,
            child: None,
        })
    }

    /// Waits until the server takes connections.
    pub async fn ready(&mut self, patience: Duration) -> Result<PidFile, NotReady> {
        let deadline = Instant::now() + patience;
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
            tokio::time::sleep(POLL).await;
        }
        Err(NotReady::Ended)
    }

    /// Ends the server and waits for it.
    pub async fn stop(mut self) -> Result<(), ClusterError> {
        let ended = tokio::task::spawn_blocking(move || self.end()).await;
        // The task neither panics nor is it ever cancelled; if it were, the drop of `self` has ended the server.
        ended.unwrap_or(Ok(()))
    }

    /// The same for a drop, which cannot await.
    fn end(&mut self) -> Result<(), ClusterError> {
        // Whoever throws the data away need not wait for it to be written.
        let steps: &[(Signal, Duration)] = match self.durability {
            Durability::Durable => &[(Signal::SIGINT, FAST), (Signal::SIGQUIT, IMMEDIATE)],
            Durability::Temporary => &[(Signal::SIGQUIT, IMMEDIATE)],
        };
        for (signal, patience) in steps {
            if !self.is_running() {
                return Ok(());
            }
            // It may end between the question and the signal; the loop finds out.
            let _ = kill(self.pid, *signal);
            let deadline = Instant::now() + *patience;
            while self.is_running() && Instant::now() < deadline {
                thread::sleep(POLL);
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
        if let Err(error) = self.end() {
            tracing::error!("{error}");
        }
    }
}
