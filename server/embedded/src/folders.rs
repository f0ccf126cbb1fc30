//! Where the files of a cluster are.

use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use super::ClusterError;

/// The layout of a data folder.
pub(super) struct Folders {
    /// `BATON_DATA_DIR`, absolute and without symbolic links.
    pub root: PathBuf,
    /// The cluster itself.
    pub data: PathBuf,
    /// Where `initdb` works until it is done.
    pub unfinished: PathBuf,
    /// What the server says.
    pub log: PathBuf,
    /// Held by the `baton` that uses the folder.
    pub lock: PathBuf,
}

impl Folders {
    /// The layout under `root`, which is made if it is missing.
    pub fn make(root: &Path) -> Result<Self, ClusterError> {
        fs::DirBuilder::new()
            .recursive(true)
            // Others may pass, not look: the server may have to run as another user. What is inside
            // is closed by its own mode.
            .mode(0o711)
            .create(root)
            .map_err(ClusterError::file("create the data folder", root))?;
        Self::existing(root)
    }

    /// The layout under a `root` that is there.
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

    /// The major version that made the cluster; nothing if there is no cluster yet.
    pub fn made_by(&self) -> Option<u32> {
        let version = fs::read_to_string(self.data.join("PG_VERSION")).ok()?;
        version.trim().parse().ok()
    }
}
