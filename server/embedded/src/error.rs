//! Everything that can keep the private cluster from running.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why the private cluster could not be started or stopped, as a sentence that says what to do.
#[derive(Debug, Error)]
pub enum ClusterError {
    /// No usable PostgreSQL on this machine.
    #[error(
        "PostgreSQL is not installed: `postgres` and `initdb` are neither in {searched}. Install PostgreSQL \
         {minimum} or newer (Debian: apt-get install postgresql), name its folder in BATON_POSTGRES_BIN, or set DATABASE_URL \
         to a server of your own."
    )]
    NoBinaries {
        /// The places that were looked at.
        searched: String,
        /// The oldest version that the schema works with.
        minimum: u32,
    },

    /// PostgreSQL is there, but none of the right version.
    #[error(
        "Only PostgreSQL {found} is installed, and Baton needs {minimum} or newer. Install a newer one, \
         name its folder in BATON_POSTGRES_BIN, or set DATABASE_URL to a server of your own."
    )]
    TooOld {
        /// The versions that were found.
        found: String,
        /// The oldest version that the schema works with.
        minimum: u32,
    },

    /// The data was made by a version that is not installed.
    #[error(
        "The data in {} was made by PostgreSQL {made_by}, and only PostgreSQL {found} is installed. Install \
         PostgreSQL {made_by}, or move that folder away to begin with an empty database.",
        data.display()
    )]
    OtherVersion {
        /// The data folder.
        data: PathBuf,
        /// The version that made it.
        made_by: u32,
        /// The versions that were found.
        found: String,
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
        /// Who holds it, where that could be read.
        process: Option<u32>,
    },

    /// The user that PostgreSQL has to run as cannot get to the data folder.
    #[error(
        "PostgreSQL does not run as root, and {user} may not enter {}. Set BATON_DATA_DIR to a folder that \
         everybody may pass through, for example /var/lib/baton.",
        folder.display()
    )]
    Unreachable {
        /// Whom PostgreSQL would run as.
        user: String,
        /// The first folder on the way that is closed.
        folder: PathBuf,
    },

    /// Root, without namespaces and without a user to fall back to.
    #[error(
        "PostgreSQL does not run as root, user namespaces are not allowed here, and there is neither a user \
         `postgres` nor `nobody`. Run baton as an ordinary user, or set DATABASE_URL to a server of your own."
    )]
    NobodyToRunAs,

    /// No folder for the socket is short enough or safe enough.
    #[error(
        "No folder can hold the database's socket: {reason}. Set BATON_DATA_DIR to a folder with a short path \
         that belongs to you."
    )]
    NoSocketFolder {
        /// What is wrong with the last one that was tried.
        reason: String,
    },

    /// The file system refused something.
    #[error("Cannot {doing} {}: {source}. Check its owner and the free space, or choose another BATON_DATA_DIR.", path.display())]
    File {
        /// What was attempted, as a verb.
        doing: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// A program of PostgreSQL could not be started at all.
    #[error("Cannot run {}: {source}. Check BATON_POSTGRES_BIN.", program.display())]
    Program {
        /// The program.
        program: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// `initdb` failed.
    #[error("initdb could not create the cluster. It said:\n{output}")]
    Creation {
        /// The end of what it printed.
        output: String,
    },

    /// The server ended before it took connections.
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
        /// How long it was waited for.
        seconds: u64,
        /// The server's log.
        log: PathBuf,
        /// Its last lines.
        tail: String,
    },

    /// The server takes connections, but its database could not be made.
    #[error("The private cluster runs, but its database could not be created: {0}")]
    Database(#[from] sqlx::Error),

    /// The server outlived every request to end.
    #[error("PostgreSQL (process {pid}) does not stop. End it by hand before the next start.")]
    StillRunning {
        /// The server's process.
        pid: i32,
    },
}

impl ClusterError {
    /// For `map_err`: a file operation that failed.
    pub(super) fn file(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File {
            doing,
            path,
            source,
        }
    }
}
