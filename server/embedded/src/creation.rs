//! The creation of the cluster by `initdb`, at the first start.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::DirBuilderExt;

use super::ClusterError;
use super::binaries::Binaries;
use super::connection_url::USER;
use super::folders::Folders;
use super::identity::Identity;
use super::log::last_lines;
use super::settings::Durability;

/// Creates the cluster in a folder beside the final one, and renames it when it is complete. A kill in the middle leaves
/// only the unfinished folder, which the next attempt removes.
pub(super) async fn create(
    folders: &Folders,
    binaries: &Binaries,
    identity: &Identity,
    durability: Durability,
) -> Result<(), ClusterError> {
    let unfinished = &folders.unfinished;
    match fs::remove_dir_all(unfinished) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(ClusterError::file("remove the unfinished", unfinished)(
                error,
            ));
        }
        _ => {}
    }
    fs::DirBuilder::new()
        .mode(0o700)
        .create(unfinished)
        .map_err(ClusterError::file("create", unfinished))?;
    identity.change_owner(unfinished)?;

    let program = binaries.program("initdb");
    let mut command = identity.command(&program);
    command
        .args([
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--username",
            USER,
            "--pgdata",
        ])
        .arg(unfinished)
        .current_dir(&folders.root);
    if durability == Durability::Temporary {
        command.arg("--no-sync");
    }
    let output = tokio::process::Command::from(command)
        // Ctrl-C drops this future, and must end `initdb` too.
        .kill_on_drop(true)
        .output()
        .await
        .map_err(|source| ClusterError::Program { program, source })?;
    if !output.status.success() {
        let printed = [output.stdout, output.stderr].concat();
        return Err(ClusterError::Creation {
            output: last_lines(&String::from_utf8_lossy(&printed)),
        });
    }
    fs::rename(unfinished, &folders.data).map_err(ClusterError::file("move into place", unfinished))
}
