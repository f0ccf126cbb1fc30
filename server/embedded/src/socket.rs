//! The folder of the server's socket. Only its owner can enter it, and its path is short.

use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use nix::unistd::Uid;
use sha2::{Digest, Sha256};

use super::ClusterError;
use super::identity::Identity;
use super::settings::PORT;

/// The maximum length of a unix socket's path on Linux, without the terminating zero.
const MAX_PATH: usize = 107;

/// Creates the folder of the socket in the data folder. If that path is too long, it is created in the user's runtime
/// folder or the temporary folder, with a hash of the data folder as its name.
pub(super) fn create_folder(root: &Path, identity: &Identity) -> Result<PathBuf, ClusterError> {
    let mut reason = "every path is too long".to_owned();
    for folder in candidates(
        root,
        std::env::var_os("XDG_RUNTIME_DIR"),
        &std::env::temp_dir(),
    ) {
        if !is_short_enough(&folder) {
            continue;
        }
        match create_private(&folder, identity).and_then(|()| remove_leftovers(&folder)) {
            Ok(()) => return Ok(folder),
            Err(error) => reason = error.to_string(),
        }
    }
    Err(ClusterError::NoSocketFolder { reason })
}

fn candidates(root: &Path, runtime: Option<OsString>, temporary: &Path) -> Vec<PathBuf> {
    let mut name = "baton-".to_owned();
    for byte in &Sha256::digest(root.as_os_str().as_bytes())[..8] {
        // Writing to a string cannot fail.
        _ = write!(name, "{byte:02x}");
    }
    let runtime = runtime
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute());
    // `/tmp` comes last, because on some systems the temporary folder's own path is long.
    let others = runtime
        .into_iter()
        .chain([temporary.to_owned(), PathBuf::from("/tmp")]);
    std::iter::once(root.join("socket"))
        .chain(others.map(|folder| folder.join(&name)))
        .collect()
}

fn is_short_enough(folder: &Path) -> bool {
    folder.join(format!(".s.PGSQL.{PORT}")).as_os_str().len() <= MAX_PATH
}

/// Creates a folder for the owner alone. One that exists must belong to this user: in a folder where others may write,
/// somebody else could have created it to listen in.
fn create_private(folder: &Path, identity: &Identity) -> Result<(), ClusterError> {
    let failed = |doing| ClusterError::file(doing, folder);
    match fs::DirBuilder::new().mode(0o700).create(folder) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(failed("create the socket's folder")(error)),
    }
    let metadata = fs::symlink_metadata(folder).map_err(failed("look at"))?;
    let trusted = metadata.uid() == identity.uid() || metadata.uid() == Uid::effective().as_raw();
    if !metadata.is_dir() || !trusted {
        return Err(ClusterError::NoSocketFolder {
            reason: format!("{} belongs to somebody else", folder.display()),
        });
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(failed("close"))?;
    identity.change_owner(folder)
}

/// Removes the socket of a killed server. PostgreSQL does so itself, except while a process has the same id. No server
/// of this data runs when this is called, and the folder has no other purpose.
fn remove_leftovers(folder: &Path) -> Result<(), ClusterError> {
    for name in [format!(".s.PGSQL.{PORT}"), format!(".s.PGSQL.{PORT}.lock")] {
        let file = folder.join(name);
        match fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(ClusterError::file("remove the stale", &file)(error));
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_data_folder_holds_its_own_socket() {
        let folders = candidates(Path::new("/var/lib/baton"), None, Path::new("/tmp"));
        assert_eq!(folders[0], Path::new("/var/lib/baton/socket"));
        assert!(is_short_enough(&folders[0]));
    }

    #[test]
    fn a_long_data_folder_gets_a_socket_folder_of_its_own_elsewhere() {
        let long = PathBuf::from("/").join("long".repeat(30));
        let first = candidates(
            &long.join("a"),
            Some("/run/user/7".into()),
            Path::new("/tmp"),
        );
        let second = candidates(
            &long.join("b"),
            Some("/run/user/7".into()),
            Path::new("/tmp"),
        );
        assert!(!is_short_enough(&first[0]));
        assert!(
            is_short_enough(&first[1]) && first[1].starts_with("/run/user/7"),
            "{first:?}"
        );
        assert_ne!(first[1], second[1]);
    }

    #[test]
    fn a_folder_that_somebody_put_a_link_in_place_of_is_refused() {
        let temporary = tempfile::tempdir().unwrap();
        let link = temporary.path().join("link");
        std::os::unix::fs::symlink("/tmp", &link).unwrap();
        let error = create_private(&link, &Identity::Own)
            .unwrap_err()
            .to_string();
        assert!(error.contains("belongs to somebody else"), "{error}");
    }
}
