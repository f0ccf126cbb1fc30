//! The layout of the data folder.

use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use super::ClusterError;

/// The paths in a data folder.
pub(super) struct Folders {
    /// `BATON_DATA_DIR`, absolute and without symbolic links.
    pub root: PathBuf,
    /// The cluster, PostgreSQL's `PGDATA`.
    pub data: PathBuf,
    /// The cluster while `initdb` creates it.
    pub unfinished: PathBuf,
    /// The server's log.
    pub log: PathBuf,
    /// The file that the `baton` which uses the folder locks.
    pub lock: PathBuf,
}

impl Folders {
    /// The layout under `root`, which is created if it is missing.
    pub fn create(root: &Path) -> Result<Self, ClusterError> {
        fs::DirBuilder::new()
            .recursive(true)
            // Others may pass through, because the server may have to run as another user. The folders inside have
            // stricter modes.
            .mode(0o711)
            .create(root)
            .map_err(ClusterError::file("create the data folder", root))?;
        Self::existing(root)
    }

    /// The layout under an existing `root`.
    pub fn existing(root: &Path) -> Result<Self, ClusterError> {
        let root =
            fs::canonicalize(root).map_err(ClusterError::file("find the data folder", root))?;
        Ok(Self {
            data: root.join("postgres"),
            unfinished: root.join("postgres.unfinished"),
            log: root.join("postgres.log"),
            lock: root.join("lock"),
            root,
        })
    }

    /// The major version of the cluster, if there is one.
    pub fn data_version(&self) -> Option<u32> {
        let version = fs::read_to_string(self.data.join("PG_VERSION")).ok()?;
        version.trim().parse().ok()
    }
}
