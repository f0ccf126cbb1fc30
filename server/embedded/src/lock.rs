//! One `baton` a data folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;

use super::ClusterError;
use super::folders::Folders;

/// The right to start and stop the cluster of a data folder, for as long as the value lives.
///
/// It is a lock of the kernel on an open file, not the existence of a file: it ends with its holder even
/// by kill -9, so there is nothing stale to clean up.
pub(super) struct DataLock {
    _file: File,
}

impl DataLock {
    /// Takes the lock, or says who has it.
    pub fn take(folders: &Folders) -> Result<Self, ClusterError> {
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&folders.lock)
            .map_err(ClusterError::file("open the lock file", &folders.lock))?;
        match file.try_lock() {
            Ok(()) => {
                // Only for the sentence that the next one reads; the lock does not hang on it.
                let written = file
                    .set_len(0)
                    .and_then(|()| file.rewind())
                    .and_then(|()| writeln!(file, "{}", std::process::id()));
                written.map_err(ClusterError::file("write the lock file", &folders.lock))?;
                Ok(Self { _file: file })
            }
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // An unreadable holder makes the sentence shorter, not wrong.
                let _ = file.read_to_string(&mut holder);
                Err(ClusterError::Locked {
                    folder: folders.root.clone(),
                    process: holder.trim().parse().ok(),
                })
            }
            Err(TryLockError::Error(source)) => Err(ClusterError::File {
                doing: "lock",
                path: folders.lock.clone(),
                source,
            }),
        }
    }
}
