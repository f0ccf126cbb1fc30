//! `baton cluster run -- COMMAND…`

use std::ffi::OsString;
use std::fs::File;
use std::os::unix::process::ExitStatusExt;
use std::process::{ExitCode, ExitStatus};
use std::time::Duration;

use clap::{Args, Subcommand};
use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, getpgrp, tcgetpgrp};
use tokio::process::{Child, Command};

use super::CommandError;
use super::signals::Signals;
use crate::config::Config;
use server_embedded::Cluster;

/// The time that the command gets to end after a signal.
const STOP_TIMEOUT: Duration = Duration::from_secs(10);

/// What can be done with a cluster.
#[derive(Debug, Subcommand)]
pub enum ClusterCommand {
    /// Start the private cluster, run a command with DATABASE_URL set to it, stop the cluster.
    Run(Run),
}

/// Runs a command with a cluster.
#[derive(Debug, Args)]
pub struct Run {
    /// Use an empty cluster that is removed at the end; fast, because it never waits for the disk.
    #[arg(long)]
    temporary: bool,

    /// The command and its arguments.
    #[arg(last = true, required = true, value_name = "COMMAND")]
    command: Vec<OsString>,
}

impl ClusterCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Run(run) => run.run(config).await,
        }
    }
}

impl Run {
    async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        let mut signals = Signals::listen()?;
        let binaries = config.postgres_bin.as_deref();
        let data_dir = config.data_dir();
        let start = async {
            Ok::<_, CommandError>(match self.temporary {
                true => Cluster::start_temporary(binaries).await?,
                false => Cluster::start(&data_dir?, binaries).await?,
            })
        };
        let cluster = tokio::select! {
            cluster = start => cluster?,
            // Dropping the start has stopped what it had started.
            signal = signals.next() => return Ok(ended_by(signal)),
        };
        let result = self.with(&cluster, &mut signals).await;
        cluster.stop().await?;
        result.map(exit_code)
    }

    async fn with(
        &self,
        cluster: &Cluster,
        signals: &mut Signals,
    ) -> Result<ExitStatus, CommandError> {
        // `required` in the arguments keeps it from being empty; then nothing is run.
        let (program, arguments) = self
            .command
            .split_first()
            .ok_or_else(|| CommandError::Refused("There is no command behind `--`.".to_owned()))?;
        let failed = |source| CommandError::Program {
            program: program.to_string_lossy().into_owned(),
            source,
        };
        let mut child = Command::new(program)
            .args(arguments)
            .env("DATABASE_URL", cluster.url())
            .kill_on_drop(true)
            .spawn()
            .map_err(failed)?;
        tokio::select! {
            status = child.wait() => return status.map_err(failed),
            signal = signals.next() => pass_on(signal, &child),
        }
        // The second signal, or the time limit, kills the command.
        tokio::select! {
            status = child.wait() => return status.map_err(failed),
            _ = signals.next() => {}
            () = tokio::time::sleep(STOP_TIMEOUT) => {}
        }
        child.kill().await.map_err(failed)?;
        child.wait().await.map_err(failed)
    }
}

/// Forwards the signal to the command, unless the terminal has done so. Some programs take a second Ctrl-C as an order to
/// end at once.
fn pass_on(signal: Signal, child: &Child) {
    if signal != Signal::SIGTERM && is_in_foreground() {
        return;
    }
    if let Some(process) = child.id() {
        // It fails if the command has just ended.
        let _ = kill(Pid::from_raw(process.cast_signed()), signal);
    }
}

fn is_in_foreground() -> bool {
    File::open("/dev/tty").is_ok_and(|terminal| tcgetpgrp(terminal) == Ok(getpgrp()))
}

/// The command's exit code; for a killed one, 128 and the signal, as in a shell.
fn exit_code(status: ExitStatus) -> ExitCode {
    let code = status
        .code()
        .or_else(|| status.signal().map(|signal| 128 + signal));
    // A code that does not fit is still a failure.
    code.and_then(|code| u8::try_from(code).ok())
        .map_or(ExitCode::FAILURE, ExitCode::from)
}

fn ended_by(signal: Signal) -> ExitCode {
    exit_code(ExitStatus::from_raw(signal as i32))
}
