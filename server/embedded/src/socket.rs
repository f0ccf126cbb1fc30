//! Where the server's socket is: a folder that only its owner can enter, with a short path.

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

/// The longest path a unix socket can have on Linux, without the closing zero.
const LONGEST: usize = 107;

/// Makes the folder for the socket: in the data folder, or, where that path is too long, one named by its
/// hash in the user's runtime folder or the temporary folder.
pub(super) fn make_folder(root: &Path, identity: &Identity) -> Result<PathBuf, ClusterError> {
    let mut reason = "every path is too long".to_owned();
    for folder in candidates(
        root,
        std::env::var_os("XDG_RUNTIME_DIR"),
        &std::env::temp_dir(),
    ) {
        if !is_short_enough(&folder) {
            continue;
        }
        match make_private(&folder, identity).and_then(|()| remove_leftovers(&folder)) {
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
    // /tmp at last: on some systems the temporary folder's own path is long.
    let others = runtime
        .into_iter()
        .chain([temporary.to_owned(), PathBuf::from("/tmp")]);
    std::iter::once(root.join("socket"))
        .chain(others.map(|folder| folder.join(&name)))
        .collect()
}

fn is_short_enough(folder: &Path) -> bool {
    folder.join(format!(".s.PGSQL.{PORT}")).as_os_str().len() <= LONGEST
}

/// In a folder that others may write to, somebody could have made this one before us to listen in;
/// so it is used only if it belongs to us.
fn make_private(folder: &Path, identity: &Identity) -> Result<(), ClusterError> {
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
    identity.give(folder)
}

/// Removes what a killed server left. Postgres does so by itself, but not while a process has the dead
/// one's number, be it another one or itself, not yet waited for. No server of ours runs when
/// this is called, and the folder is nobody else's.
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
        let error = make_private(&link, &Identity::Own).unwrap_err().to_string();
        assert!(error.contains("belongs to somebody else"), "{error}");
    }
}
