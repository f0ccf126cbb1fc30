//! The lock of a data folder, which one `baton` at a time holds.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;

use super::ClusterError;
use super::folders::Folders;

/// The exclusive lock of a data folder, held until the value is dropped.
///
/// It is a kernel lock on an open file, not the existence of a file. It ends with its holder, even by kill -9, and so is
/// never stale.
pub(super) struct DataLock {
    file: File,
}

impl Drop for DataLock {
    fn drop(&mut self) {
        // Not only closed: a process that is being started has the file too, for a moment, and the lock with it. What cannot
        // be unlocked is free once all have closed it.
        let _ = self.file.unlock();
    }
}

impl DataLock {
    /// Acquires the lock, or fails with the process that holds it.
    pub fn acquire(folders: &Folders) -> Result<Self, ClusterError> {
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
                // Only for the error message of another process; the lock does not depend on it.
                let written = file
                    .set_len(0)
                    .and_then(|()| file.rewind())
                    .and_then(|()| writeln!(file, "{}", std::process::id()));
                written.map_err(ClusterError::file("write the lock file", &folders.lock))?;
                Ok(Self { file })
            }
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Without the holder the message is shorter, not wrong.
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
