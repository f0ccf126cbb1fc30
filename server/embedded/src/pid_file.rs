//! `postmaster.pid`, which a running server writes and a killed one leaves behind.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use nix::sys::signal::kill;
use nix::unistd::Pid;

/// The state of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// Not yet accepting connections.
    Starting,
    /// Accepting connections.
    Ready,
    /// Shutting down.
    Stopping,
}

/// The content of `postmaster.pid`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PidFile {
    /// The process of the postmaster.
    pub pid: Pid,
    /// The server's state.
    pub status: Status,
    /// The socket's folder and the port in the socket's name, once the server listens.
    pub socket: Option<(PathBuf, u16)>,
}

impl PidFile {
    /// Reads the file of a cluster, if it exists and is completely written.
    pub fn read(data: &Path) -> Option<Self> {
        Self::parse(&fs::read_to_string(data.join("postmaster.pid")).ok()?)
    }

    /// The lines are: pid, data folder, start time, port, first socket folder, address, memory key, status.
    fn parse(content: &str) -> Option<Self> {
        let lines: Vec<&str> = content.lines().map(str::trim_end).collect();
        let pid = lines.first()?.parse().ok()?;
        // Postgres writes a negative number for a single-user backend.
        let pid = (pid > 0).then(|| Pid::from_raw(pid))?;
        let status = match lines.get(7).copied() {
            Some("ready" | "standby") => Status::Ready,
            Some("stopping") => Status::Stopping,
            _ => Status::Starting,
        };
        let port = lines.get(3).and_then(|port| port.parse().ok());
        let folder = lines
            .get(4)
            .filter(|folder| !folder.is_empty())
            .map(PathBuf::from);
        Some(Self {
            pid,
            status,
            socket: folder.zip(port),
        })
    }

    /// Reads the file, if its process is alive and is the server of this data.
    pub fn read_running(data: &Path) -> Option<Self> {
        Self::read(data).filter(|file| is_server_of(file.pid, data))
    }

    /// Removes the file of a dead process. PostgreSQL does so itself, except if another process has the same id, which is
    /// likely after the restart of a container. Children that still run are found by their shared memory.
    pub fn remove_stale(data: &Path) -> std::io::Result<()> {
        match fs::remove_file(data.join("postmaster.pid")) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// Whether the process is alive and was started as the server of `data`. Being alive is not enough, because process ids
/// are reused. A zombie process has no arguments.
pub(super) fn is_server_of(pid: Pid, data: &Path) -> bool {
    match fs::read(format!("/proc/{pid}/cmdline")) {
        Ok(arguments) => {
            let data = data.as_os_str().as_encoded_bytes();
            let arguments: Vec<&[u8]> = arguments.split(|byte| *byte == 0).collect();
            arguments
                .windows(2)
                .any(|pair| pair[0] == b"-D" && pair[1] == data)
        }
        // Without /proc, being alive has to be enough.
        Err(_) if !Path::new("/proc/self").exists() => kill(pid, None).is_ok(),
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_is_ready_says_where_it_listens() {
        let content = "812\n/data/postgres\n1700000000\n5432\n/data/socket\n\n  123 4\nready   \n";
        let file = PidFile::parse(content).unwrap();
        assert_eq!(file.pid, Pid::from_raw(812));
        assert_eq!(file.status, Status::Ready);
        assert_eq!(file.socket, Some((PathBuf::from("/data/socket"), 5432)));
    }

    #[test]
    fn a_server_that_has_just_begun_has_no_socket_yet() {
        let file = PidFile::parse("812\n/data/postgres\n1700000000\n").unwrap();
        assert_eq!(file.status, Status::Starting);
        assert_eq!(file.socket, None);
    }

    #[test]
    fn an_empty_file_is_no_server() {
        assert_eq!(PidFile::parse(""), None);
        assert_eq!(PidFile::parse("-812\n/data"), None);
    }

    #[test]
    fn a_living_process_that_is_no_server_of_this_data_is_not_taken_for_one() {
        assert!(!is_server_of(Pid::this(), Path::new("/data/postgres")));
    }
}
