//! Folders of clusters that are thrown away, and those that a killed `baton` left behind.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::time::Duration;

use nix::unistd::Uid;
use tempfile::TempDir;

use super::ClusterError;
use super::folders::Folders;
use super::lock::DataLock;
use super::postmaster::Postmaster;
use super::settings::Durability;

const PREFIX: &str = "baton-temporary-";
/// Younger ones may be on the way between being made and being locked.
const OLD_ENOUGH: Duration = Duration::from_secs(10);

/// A new folder, removed when the value is dropped.
pub(super) fn make() -> Result<TempDir, ClusterError> {
    let parent = std::env::temp_dir();
    tempfile::Builder::new()
        .prefix(PREFIX)
        // The same as for a lasting one: others may pass, not look.
        .permissions(fs::Permissions::from_mode(0o711))
        .tempdir_in(&parent)
        .map_err(ClusterError::file("create a temporary folder in", &parent))
}

/// Ends the servers and removes the folders that nobody holds any more. A kill -9 leaves them, and
/// nobody would ever come back to them. What cannot be removed is left to the next one.
pub(super) async fn sweep() {
    let Ok(entries) = fs::read_dir(std::env::temp_dir()) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(PREFIX) {
            sweep_one(&entry.path()).await;
        }
    }
}

async fn sweep_one(root: &Path) {
    let Some(folders) = abandoned(root) else {
        return;
    };
    let Ok(_lock) = DataLock::take(&folders) else {
        return;
    };
    if let Some(postmaster) = Postmaster::adopt(&folders.data, Durability::Temporary)
        && let Err(error) = postmaster.stop().await
    {
        tracing::warn!("{error}");
        return;
    }
    if let Err(error) = fs::remove_dir_all(&folders.root) {
        tracing::warn!(
            "Cannot remove the abandoned {}: {error}",
            folders.root.display()
        );
    }
}

/// The layout of a folder that is ours and no longer new.
fn abandoned(root: &Path) -> Option<Folders> {
    // In a folder where everybody may write, only what belongs to us was made by us.
    let metadata = fs::symlink_metadata(root).ok()?;
    if !metadata.is_dir() || metadata.uid() != Uid::effective().as_raw() {
        return None;
    }
    let folders = Folders::existing(root).ok()?;
    let locked = fs::symlink_metadata(&folders.lock).ok()?.modified().ok()?;
    (locked.elapsed().ok()? > OLD_ENOUGH).then_some(folders)
}
