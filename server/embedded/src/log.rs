//! The server's log: where it goes, and its last lines when something went wrong.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::ClusterError;

/// A log longer than this is begun anew at the next start.
const LONGEST: u64 = 16 * 1024 * 1024;
/// How many lines an error carries.
const LINES: usize = 15;
/// How far back those lines are looked for.
const WINDOW: u64 = 16 * 1024;

/// The log of one start of the server.
pub(super) struct Log {
    path: PathBuf,
    file: File,
    start: u64,
}

impl Log {
    /// Opens the log; what stands in it already is not part of this start.
    pub fn open(path: &Path) -> Result<Self, ClusterError> {
        let failed = || ClusterError::file("open the log", path);
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .mode(0o600)
            .open(path)
            .map_err(failed())?;
        let mut start = file.metadata().map_err(failed())?.len();
        if start > LONGEST {
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

    /// Where it is.
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
        file.seek(SeekFrom::Start(self.start.max(end.saturating_sub(WINDOW))))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// The last lines of a program's output.
pub(super) fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LINES)..].join("\n")
}
