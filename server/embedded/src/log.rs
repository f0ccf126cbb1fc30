//! The server's log file, and its last lines for error messages.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::ClusterError;

/// The size above which the next start truncates the log.
const MAX_SIZE: u64 = 16 * 1024 * 1024;
/// The number of lines in an error message.
const TAIL_LINES: usize = 15;
/// The number of bytes that those lines are read from.
const TAIL_BYTES: u64 = 16 * 1024;

/// The log of one start of the server.
pub(super) struct Log {
    path: PathBuf,
    file: File,
    start: u64,
}

impl Log {
    /// Opens the log. Its content so far is not part of this start.
    pub fn open(path: &Path) -> Result<Self, ClusterError> {
        let failed = || ClusterError::file("open the log", path);
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .mode(0o600)
            .open(path)
            .map_err(failed())?;
        let mut start = file.metadata().map_err(failed())?.len();
        if start > MAX_SIZE {
            file.set_len(0).map_err(failed())?;
            start = 0;
        }
        Ok(Self {
            path: path.to_owned(),
            file,
            start,
        })
    }

    /// A handle for the server to write to.
    pub fn handle(&self) -> Result<File, ClusterError> {
        self.file
            .try_clone()
            .map_err(ClusterError::file("open the log", &self.path))
    }

    /// The log's path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The last lines since this start.
    pub fn tail(&self) -> String {
        match self.read() {
            Ok(text) => last_lines(&text),
            Err(error) => format!("(the log cannot be read: {error})"),
        }
    }

    fn read(&self) -> std::io::Result<String> {
        let mut file = File::open(&self.path)?;
        let end = file.metadata()?.len();
        file.seek(SeekFrom::Start(
            self.start.max(end.saturating_sub(TAIL_BYTES)),
        ))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// The last lines of a program's output.
pub(super) fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL_LINES)..].join("\n")
}
