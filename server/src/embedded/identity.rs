//! As whom the server runs, given that PostgreSQL refuses root.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use nix::unistd::{Uid, User};

use super::ClusterError;

/// A user namespace in which root is user 1000. Outside it remains root, so nothing has to change its owner.
const NAMESPACE: [&str; 4] = ["--user", "--map-user=1000", "--map-group=1000", "--"];

/// Whom the server runs as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Identity {
    /// We are not root: as ourselves.
    Own,
    /// We are root: as ourselves in a user namespace, where we look like somebody else.
    Namespace,
    /// We are root, and namespaces are refused or the data belongs to somebody else.
    Other { uid: u32, gid: u32, name: String },
}

impl Identity {
    /// Data that is there keeps its owner; new data is made in a namespace where that is allowed.
    pub async fn choose(data: &Path) -> Result<Self, ClusterError> {
        if !Uid::effective().is_root() {
            return Ok(Self::Own);
        }
        if let Ok(metadata) = fs::metadata(data)
            && metadata.uid() != 0
        {
            let name = format!("the owner of {} (user {})", data.display(), metadata.uid());
            return Ok(Self::Other {
                uid: metadata.uid(),
                gid: metadata.gid(),
                name,
            });
        }
        if succeeds(Self::Namespace.command(Path::new("true"))).await {
            return Ok(Self::Namespace);
        }
        Self::fallback()
    }

    /// The user that the package made for PostgreSQL, otherwise the one that owns nothing.
    fn fallback() -> Result<Self, ClusterError> {
        ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| User::from_name(name).ok().flatten())
            .map(|user| Self::Other {
                uid: user.uid.as_raw(),
                gid: user.gid.as_raw(),
                name: format!("the user `{}`", user.name),
            })
            .ok_or(ClusterError::NobodyToRunAs)
    }

    /// A command that runs as this identity, in a process group of its own: Ctrl-C in a terminal reaches
    /// the whole group of `baton`, and the database must outlive the draining of requests.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = match self {
            Self::Own | Self::Other { .. } => Command::new(program),
            Self::Namespace => {
                let mut command = Command::new("unshare");
                command.args(NAMESPACE).arg(program);
                command
            }
        };
        if let Self::Other { uid, gid, .. } = self {
            command.uid(*uid).gid(*gid);
        }
        // PGDATA, PGPORT and the like are about some other server.
        for (name, _) in
            std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PG"))
        {
            command.env_remove(name);
        }
        // The log is searched for a phrase, so it has to be in English.
        command
            .env("LC_ALL", "C")
            .process_group(0)
            .stdin(Stdio::null());
        command
    }

    /// Makes a file or folder this identity's own, with everything in it.
    pub fn give(&self, path: &Path) -> Result<(), ClusterError> {
        let Self::Other { uid, gid, .. } = self else {
            return Ok(());
        };
        let metadata = fs::symlink_metadata(path).map_err(ClusterError::file("look at", path))?;
        if metadata.uid() != *uid {
            std::os::unix::fs::lchown(path, Some(*uid), Some(*gid))
                .map_err(ClusterError::file("change the owner of", path))?;
        }
        if metadata.is_dir() {
            for entry in fs::read_dir(path).map_err(ClusterError::file("read", path))? {
                self.give(&entry.map_err(ClusterError::file("read", path))?.path())?;
            }
        }
        Ok(())
    }

    /// The user id that files of this identity have, seen from outside.
    pub fn uid(&self) -> u32 {
        match self {
            Self::Own | Self::Namespace => Uid::effective().as_raw(),
            Self::Other { uid, .. } => *uid,
        }
    }

    /// Checks that this identity can get to `folder`, by trying. Root can go everywhere, but neither
    /// another user nor root in a namespace can pass through a folder that somebody closed.
    pub async fn must_reach(&self, folder: &Path) -> Result<(), ClusterError> {
        let user = match self {
            Self::Own => return Ok(()),
            Self::Namespace => "the namespace it runs in instead",
            Self::Other { name, .. } => name,
        };
        // From the top, so that the sentence names the one that is closed and not what lies behind it.
        let mut ancestors: Vec<&Path> = folder.ancestors().collect();
        ancestors.reverse();
        for ancestor in ancestors {
            let mut test = self.command(Path::new("test"));
            test.arg("-x").arg(ancestor).current_dir("/");
            if !succeeds(test).await {
                return Err(ClusterError::Unreachable {
                    user: user.to_owned(),
                    folder: ancestor.to_owned(),
                });
            }
        }
        Ok(())
    }
}

async fn succeeds(mut command: Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    tokio::process::Command::from(command)
        .status()
        .await
        .is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[tokio::test]
    async fn a_closed_parent_folder_is_named_in_the_error() {
        if !Uid::effective().is_root() {
            return; // only root has to become somebody else
        }
        let temporary = tempfile::tempdir().unwrap();
        let closed = temporary.path().join("closed");
        let inner = closed.join("inner");
        fs::create_dir_all(&inner).unwrap();
        fs::set_permissions(temporary.path(), fs::Permissions::from_mode(0o755)).unwrap();
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();

        let error = Identity::fallback()
            .unwrap()
            .must_reach(&inner)
            .await
            .unwrap_err();

        let sentence = error.to_string();
        assert!(
            sentence.contains(&format!("may not enter {}.", closed.display())),
            "{sentence}"
        );
        assert!(sentence.contains("BATON_DATA_DIR"), "{sentence}");
    }

    #[tokio::test]
    async fn data_that_is_there_keeps_its_owner() {
        if !Uid::effective().is_root() {
            return; // only root can give a folder away
        }
        let temporary = tempfile::tempdir().unwrap();
        let other = Identity::Other {
            uid: 4711,
            gid: 4711,
            name: String::new(),
        };
        other.give(temporary.path()).unwrap();

        let chosen = Identity::choose(temporary.path()).await.unwrap();

        assert!(
            matches!(
                chosen,
                Identity::Other {
                    uid: 4711,
                    gid: 4711,
                    ..
                }
            ),
            "{chosen:?}"
        );
    }
}
