//! As whom the server runs, given that PostgreSQL refuses root.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use nix::unistd::{Uid, User};

use super::ClusterError;

/// Whom the server runs as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Identity {
    /// As ourselves: an ordinary user.
    Own,
    /// As ourselves in a user namespace, where we look like this account: for root, and for a number
    /// that has no name, which `initdb` refuses too. Outside of it nothing changes its owner.
    Namespace(Account),
    /// As this account: we are root, and namespaces are refused or the data belongs to somebody else.
    Other(Account),
}

/// Somebody that the system knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Account {
    uid: u32,
    gid: u32,
    /// For sentences.
    name: String,
}

impl Account {
    /// The user that the package made for PostgreSQL, otherwise the one that owns nothing.
    fn for_databases() -> Result<Self, ClusterError> {
        ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| User::from_name(name).ok().flatten())
            .map(|user| Self {
                uid: user.uid.as_raw(),
                gid: user.gid.as_raw(),
                name: format!("the user `{}`", user.name),
            })
            .ok_or(ClusterError::NobodyToRunAs)
    }
}

impl Identity {
    /// Data that is there keeps its owner; new data is made in a namespace where that is allowed.
    pub async fn choose(data: &Path) -> Result<Self, ClusterError> {
        let own = Uid::effective();
        if !own.is_root() && User::from_uid(own).is_ok_and(|user| user.is_some()) {
            return Ok(Self::Own);
        }
        if let Ok(metadata) = fs::metadata(data)
            && own.is_root()
            && metadata.uid() != own.as_raw()
        {
            let (uid, gid) = (metadata.uid(), metadata.gid());
            let name = format!("the owner of {} (user {uid})", data.display());
            return Ok(Self::Other(Account { uid, gid, name }));
        }
        let account = Account::for_databases()?;
        let namespace = Self::Namespace(account.clone());
        if succeeds(namespace.command(Path::new("true"))).await {
            return Ok(namespace);
        }
        Ok(if own.is_root() {
            Self::Other(account)
        } else {
            Self::Own
        })
    }

    /// A command that runs as this identity, in a process group of its own: Ctrl-C in a terminal reaches
    /// the whole group of `baton`, and the database must outlive the draining of requests.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = match self {
            Self::Own | Self::Other(_) => Command::new(program),
            Self::Namespace(Account { uid, gid, .. }) => {
                let mut command = Command::new("unshare");
                command
                    .args([
                        "--user",
                        &format!("--map-user={uid}"),
                        &format!("--map-group={gid}"),
                        "--",
                    ])
                    .arg(program);
                command
            }
        };
        if let Self::Other(Account { uid, gid, .. }) = self {
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
        let Self::Other(Account { uid, gid, .. }) = self else {
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
            Self::Own | Self::Namespace(_) => Uid::effective().as_raw(),
            Self::Other(account) => account.uid,
        }
    }

    /// Checks that this identity can get to `folder`, by trying. Root can go everywhere, but neither
    /// another user nor root in a namespace can pass through a folder that somebody closed.
    pub async fn must_reach(&self, folder: &Path) -> Result<(), ClusterError> {
        let user = match self {
            Self::Own => return Ok(()),
            Self::Namespace(_) => "the namespace it runs in instead",
            Self::Other(account) => &account.name,
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

        let error = Identity::Other(Account::for_databases().unwrap())
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
        let other = Account {
            uid: 4711,
            gid: 4711,
            name: String::new(),
        };
        let other = Identity::Other(other);
        other.give(temporary.path()).unwrap();

        let chosen = Identity::choose(temporary.path()).await.unwrap();

        let Identity::Other(account) = chosen else {
            panic!("{chosen:?}")
        };
        assert_eq!((account.uid, account.gid), (4711, 4711));
    }
}
