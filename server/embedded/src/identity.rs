//! The user that the server runs as. PostgreSQL refuses to run as root.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use nix::unistd::{Uid, User};

use super::ClusterError;

/// The user that the server runs as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Identity {
    /// The user of this process, who is not root.
    Own,
    /// The user of this process in a user namespace, in which it is mapped to this account. This is for root, and for a
    /// user id without a name, which `initdb` refuses too. Outside of the namespace files keep their owner.
    Namespace(Account),
    /// Another account: this process is root, and namespaces are refused or the data belongs to that account.
    Other(Account),
}

/// An account of the system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Account {
    uid: u32,
    gid: u32,
    /// The name in error messages.
    name: String,
}

impl Account {
    /// The account that PostgreSQL's package created, otherwise the unprivileged one.
    fn unprivileged() -> Result<Self, ClusterError> {
        ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| User::from_name(name).ok().flatten())
            .map(|user| Self {
                uid: user.uid.as_raw(),
                gid: user.gid.as_raw(),
                name: format!("the user `{}`", user.name),
            })
            .ok_or(ClusterError::NoUserToRunAs)
    }
}

impl Identity {
    /// The identity for a data folder: the owner of an existing one, otherwise a namespace where that is allowed.
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
        let account = Account::unprivileged()?;
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

    /// A command that runs as this identity. Its process group is its own, because Ctrl-C signals the whole group of
    /// `baton`, and the database has to outlive the requests in progress.
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
        // PGDATA, PGPORT and the like are meant for another server.
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

    /// Changes the owner of a file or a whole folder to this identity.
    pub fn change_owner(&self, path: &Path) -> Result<(), ClusterError> {
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
                self.change_owner(&entry.map_err(ClusterError::file("read", path))?.path())?;
            }
        }
        Ok(())
    }

    /// The user id of this identity's files, outside of the namespace.
    pub fn uid(&self) -> u32 {
        match self {
            Self::Own | Self::Namespace(_) => Uid::effective().as_raw(),
            Self::Other(account) => account.uid,
        }
    }

    /// Checks, by running a command, that this identity has access to `folder`. Another user, or root in a namespace, has
    /// no access to what root alone may enter.
    pub async fn check_access(&self, folder: &Path) -> Result<(), ClusterError> {
        let user = match self {
            Self::Own => return Ok(()),
            Self::Namespace(_) => "the namespace it runs in instead",
            Self::Other(account) => &account.name,
        };
        // From the root down, so that the error names the outermost closed folder.
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

        let error = Identity::Other(Account::unprivileged().unwrap())
            .check_access(&inner)
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
        other.change_owner(temporary.path()).unwrap();

        let chosen = Identity::choose(temporary.path()).await.unwrap();

        let Identity::Other(account) = chosen else {
            panic!("{chosen:?}")
        };
        assert_eq!((account.uid, account.gid), (4711, 4711));
    }
}
