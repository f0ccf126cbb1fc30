//! What these tests have in common.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::FileExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;

/// A folder that everybody may pass through, as the server may have to run as another user.
pub fn data_dir() -> TempDir {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::Permissions::from_mode(0o711);
    tempfile::Builder::new()
        .prefix("baton-test-")
        .permissions(mode)
        .tempdir()
        .unwrap()
}

/// How large a fault is: `short` in `make test`; `long`, the size at which such faults were met, in
/// `make nightly`, which sets `BATON_TEST_FAULTS=long`.
pub struct Size<T> {
    pub short: T,
    pub long: T,
}

impl<T> Size<T> {
    pub fn chosen(self) -> T {
        match std::env::var("BATON_TEST_FAULTS").as_deref() {
            Ok("long") => self.long,
            _ => self.short,
        }
    }
}

/// Waits until `question` has an answer.
pub fn eventually<T>(what: &str, mut question: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        if let Some(answer) = question() {
            return answer;
        }
        assert!(Instant::now() < deadline, "in vain: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// A running `baton`, in a process group of its own as under a terminal; killed when dropped,
/// with its server.
pub struct Baton {
    child: Child,
    data_dir: PathBuf,
    output: BufReader<ChildStdout>,
    /// Its log. In a file: a pipe that nobody reads is full after 64 KiB, and its writer stands still.
    errors: File,
    /// Closing it ends a command that reads.
    pub input: Option<ChildStdin>,
}

impl Baton {
    pub fn start(data_dir: &Path, arguments: &[&str]) -> Self {
        Self::start_with(data_dir, arguments, &[])
    }

    /// The same with more in its environment.
    pub fn start_with(data_dir: &Path, arguments: &[&str], environment: &[(&str, &OsStr)]) -> Self {
        let command = Command::new(env!("CARGO_BIN_EXE_baton"));
        Self::spawn(command, data_dir, arguments, environment)
    }

    /// The same with so many open files at most.
    pub fn start_limited(
        data_dir: &Path,
        arguments: &[&str],
        environment: &[(&str, &OsStr)],
        open_files: u32,
    ) -> Self {
        let mut command = Command::new("sh");
        command.args([
            "-c",
            &format!("ulimit -n {open_files} && exec \"$0\" \"$@\""),
        ]);
        command.arg(env!("CARGO_BIN_EXE_baton"));
        Self::spawn(command, data_dir, arguments, environment)
    }

    fn spawn(
        mut command: Command,
        data_dir: &Path,
        arguments: &[&str],
        environment: &[(&str, &OsStr)],
    ) -> Self {
        let errors = tempfile::tempfile().unwrap();
        command
            .args(arguments)
            .env_remove("DATABASE_URL")
            .env("BATON_DATA_DIR", data_dir)
            .env("BATON_ADDR", "127.0.0.1:0")
            .envs(environment.iter().copied())
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(errors.try_clone().unwrap());
        let mut child = command.spawn().unwrap();
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self {
            child,
            data_dir: data_dir.to_owned(),
            output,
            errors,
            input,
        }
    }

    /// Reads its output up to a line that contains `words`, and gives that line.
    pub fn says(&mut self, words: &str) -> String {
        let mut line = String::new();
        while self.output.read_line(&mut line).unwrap() > 0 {
            if line.contains(words) {
                return line;
            }
            line.clear();
        }
        let ended = self.child.wait().unwrap();
        panic!("never said {words:?} ({ended}): {}", self.errors())
    }

    pub fn process(&self) -> Pid {
        Pid::from_raw(self.child.id().cast_signed())
    }

    pub fn signal(&self, signal: Signal) {
        kill(self.process(), signal).unwrap();
    }

    /// What Ctrl-C in a terminal does: the whole group gets it.
    pub fn signal_group(&self, signal: Signal) {
        kill(Pid::from_raw(-self.process().as_raw()), signal).unwrap();
    }

    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub fn ended(&mut self) -> ExitStatus {
        let child = &mut self.child;
        eventually("baton ends", || child.try_wait().unwrap())
    }

    /// Everything that it has written to standard error.
    pub fn errors(&self) -> String {
        let length = self.errors.metadata().unwrap().len();
        let mut text = vec![0; usize::try_from(length).unwrap()];
        // By its place: reading on would move the place at which it writes, which is one with this one.
        self.errors.read_exact_at(&mut text, 0).unwrap();
        String::from_utf8_lossy(&text).into_owned()
    }
}

impl Drop for Baton {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        // A test that failed or that killed on purpose leaves its server to us.
        if let Some(server) = postmaster(&self.data_dir) {
            let _ = kill(server, Signal::SIGQUIT);
            eventually("the server ends", || (!is_alive(server)).then_some(()));
        }
    }
}

/// The postmaster in the data folder, by its own file.
pub fn postmaster(data_dir: &Path) -> Option<Pid> {
    let file = std::fs::read_to_string(data_dir.join("postgres/postmaster.pid")).ok()?;
    Some(Pid::from_raw(file.lines().next()?.parse().ok()?))
}

/// Whether a process is alive; one that is dead but not yet waited for is not.
pub fn is_alive(process: Pid) -> bool {
    std::fs::read(format!("/proc/{process}/cmdline")).is_ok_and(|arguments| !arguments.is_empty())
}
