//! The errors of the private cluster.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// The reason why the private cluster could not be started or stopped. The message says what to do.
#[derive(Debug, Error)]
pub enum ClusterError {
    /// No usable PostgreSQL on this machine.
    #[error(
        "PostgreSQL is not installed: `postgres` and `initdb` are neither in {searched}. Install PostgreSQL \
         {minimum} or newer (Debian: apt-get install postgresql), name its folder in BATON_POSTGRES_BIN, or set DATABASE_URL \
         to a server of your own."
    )]
    NoBinaries {
        /// The folders that were searched.
        searched: String,
        /// The oldest version that the schema works with.
        minimum: u32,
    },

    /// Only older versions of PostgreSQL are installed.
    #[error(
        "Only PostgreSQL {installed} is installed, and Baton needs {minimum} or newer. Install a newer one, \
         name its folder in BATON_POSTGRES_BIN, or set DATABASE_URL to a server of your own."
    )]
    TooOld {
        /// The installed versions.
        installed: String,
        /// The oldest version that the schema works with.
        minimum: u32,
    },

    /// The data folder belongs to a version that is not installed.
    #[error(
        "The data in {} was made by PostgreSQL {made_by}, and only PostgreSQL {installed} is installed. Install \
         PostgreSQL {made_by}, or move that folder away to begin with an empty database.",
        data.display()
    )]
    OtherVersion {
        /// The data folder.
        data: PathBuf,
        /// The version of the data folder.
        made_by: u32,
        /// The installed versions.
        installed: String,
    },

    /// Another process holds the data folder.
    #[error(
        "Another baton{} uses the data in {}. Stop it first, or give this one a folder of its own with \
         BATON_DATA_DIR.",
        process.map(|process| format!(" (process {process})")).unwrap_or_default(),
        folder.display()
    )]
    Locked {
        /// The data folder.
        folder: PathBuf,
        /// The process that holds it, if that could be read.
        process: Option<u32>,
    },

    /// The user that PostgreSQL would run as has no access to the data folder.
    #[error(
        "PostgreSQL does not run as root, and {user} may not enter {}. Set BATON_DATA_DIR to a folder that \
         everybody may pass through, for example /var/lib/baton.",
        folder.display()
    )]
    Unreachable {
        /// The user that PostgreSQL would run as.
        user: String,
        /// The outermost folder without access.
        folder: PathBuf,
    },

    /// Root may not use namespaces, and there is no other user to run as.
    #[error(
        "PostgreSQL does not run as root, user namespaces are not allowed here, and there is neither a user \
         `postgres` nor `nobody`. Run baton as an ordinary user, or set DATABASE_URL to a server of your own."
    )]
    NoUserToRunAs,

    /// No folder for the socket is short enough or safe enough.
    #[error(
        "No folder can hold the database's socket: {reason}. Set BATON_DATA_DIR to a folder with a short path \
         that belongs to you."
    )]
    NoSocketFolder {
        /// The reason why the last candidate was refused.
        reason: String,
    },

    /// An operation on a file or folder failed.
    #[error("Cannot {doing} {}: {source}. Check its owner and the free space, or choose another BATON_DATA_DIR.", path.display())]
    File {
        /// The operation, as a verb.
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },

    /// A program of PostgreSQL could not be started at all.
    #[error("Cannot run {}: {source}. Check BATON_POSTGRES_BIN.", program.display())]
    Program {
        /// The program.
        program: PathBuf,
        /// The system's error.
        source: io::Error,
    },

    /// `initdb` failed.
    #[error("initdb could not create the cluster. It said:\n{output}")]
    Creation {
        /// The last lines of its output.
        output: String,
    },

    /// The server ended before it accepted connections.
    #[error("PostgreSQL did not start. The end of {} says:\n{tail}", log.display())]
    Start {
        /// The server's log.
        log: PathBuf,
        /// Its last lines.
        tail: String,
    },

    /// The server neither became ready nor ended.
    #[error("PostgreSQL is still not ready after {seconds} seconds. The end of {} says:\n{tail}", log.display())]
    NotReady {
        /// The time limit.
        seconds: u64,
        /// The server's log.
        log: PathBuf,
        /// Its last lines.
        tail: String,
    },

    /// The server accepts connections, but its database could not be created.
    #[error("The private cluster runs, but its database could not be created: {0}")]
    Database(#[from] sqlx::Error),

    /// The server did not end after any signal.
    #[error("PostgreSQL (process {pid}) does not stop. End it by hand before the next start.")]
    StillRunning {
        /// The server's process.
        pid: i32,
    },
}

impl ClusterError {
    /// The error of a file operation, for `map_err`.
    pub(super) fn file(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File {
            doing,
            path,
            source,
        }
    }
}
