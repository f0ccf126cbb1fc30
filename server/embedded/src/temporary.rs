//! The folders of temporary clusters, and the removal of those that a killed `baton` left behind.

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
/// The age below which a folder may belong to a `baton` that has not locked it yet.
const MIN_AGE: Duration = Duration::from_secs(10);

/// Creates a folder that is removed when the value is dropped.
pub(super) fn create_folder() -> Result<TempDir, ClusterError> {
    let parent = std::env::temp_dir();
    tempfile::Builder::new()
        .prefix(PREFIX)
        // As for a durable cluster, others may pass through.
        .permissions(fs::Permissions::from_mode(0o711))
        .tempdir_in(&parent)
        .map_err(ClusterError::file("create a temporary folder in", &parent))
}

/// Removes the folders of killed `baton` processes and shuts their servers down. What cannot be removed is left to the
/// next call.
pub(super) async fn remove_abandoned() {
    let Ok(entries) = fs::read_dir(std::env::temp_dir()) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(PREFIX) {
            remove_if_abandoned(&entry.path()).await;
        }
    }
}

async fn remove_if_abandoned(root: &Path) {
    let Some(folders) = old_layout(root) else {
        return;
    };
    let Ok(_lock) = DataLock::acquire(&folders) else {
        return;
    };
    if let Some(postmaster) = Postmaster::adopt(&folders.data, Durability::Temporary)
        && let Err(error) = postmaster.stop().await
    {
        tracing::warn!(%error, "an abandoned temporary cluster could not be stopped");
        return;
    }
    if let Err(error) = fs::remove_dir_all(&folders.root) {
        tracing::warn!(
            %error,
            folder = %folders.root.display(),
            "the folder of an abandoned temporary cluster could not be removed"
        );
    }
}

/// The layout of a folder that belongs to this user and is older than [`MIN_AGE`].
fn old_layout(root: &Path) -> Option<Folders> {
    // In a folder where everybody may write, the owner alone is evidence of who created it.
    let metadata = fs::symlink_metadata(root).ok()?;
    if !metadata.is_dir() || metadata.uid() != Uid::effective().as_raw() {
        return None;
    }
    let folders = Folders::existing(root).ok()?;
    let locked = fs::symlink_metadata(&folders.lock).ok()?.modified().ok()?;
    (locked.elapsed().ok()? > MIN_AGE).then_some(folders)
}
