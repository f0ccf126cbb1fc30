//! The search for PostgreSQL's programs on this machine, by version.

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};

use tokio::process::Command;

use super::ClusterError;

/// The oldest version that has everything the schema uses (`on delete set null (column)`).
const MIN_VERSION: u32 = 15;

/// The folders where packages of Debian, Fedora and Homebrew install each version.
const PACKAGE_FOLDERS: [(&str, &str); 3] = [
    ("/usr/lib/postgresql", "bin"),
    ("/usr", "bin"),
    ("/opt/homebrew/opt", "bin"),
];

/// The programs of one PostgreSQL version.
#[derive(Debug, Clone)]
pub struct Binaries {
    folder: PathBuf,
    version: u32,
}

impl Binaries {
    /// The programs in `preferred` alone if it is given, otherwise the first in `PATH` and then in the folders of
    /// packages, the newest first. `data_version` is the version of an existing data folder, which no other can read.
    pub async fn find(
        preferred: Option<&Path>,
        data_version: Option<(u32, &Path)>,
    ) -> Result<Self, ClusterError> {
        let folders = preferred.map_or_else(candidates, |folder| vec![folder.to_owned()]);
        let mut other_versions = BTreeSet::new();
        for folder in folders {
            let Some(version) = version_in(&folder).await else {
                continue;
            };
            let is_usable =
                data_version.map_or(version >= MIN_VERSION, |(required, _)| version == required);
            if is_usable {
                return Ok(Self { folder, version });
            }
            other_versions.insert(version);
        }
        if other_versions.is_empty() {
            let searched = preferred.map_or_else(
                || "the PATH nor in /usr/lib/postgresql/*/bin".to_owned(),
                |folder| {
                    format!(
                        "{} (BATON_POSTGRES_BIN) nor anywhere else, because only that is looked at",
                        folder.display()
                    )
                },
            );
            return Err(ClusterError::NoBinaries {
                searched,
                minimum: MIN_VERSION,
            });
        }
        let installed = other_versions
            .iter()
            .map(u32::to_string)
            .collect::<Vec<_>>()
            .join(", ");
        Err(match data_version {
            Some((made_by, data)) => ClusterError::OtherVersion {
                data: data.to_owned(),
                made_by,
                installed,
            },
            None => ClusterError::TooOld {
                installed,
                minimum: MIN_VERSION,
            },
        })
    }

    /// The folder of the programs.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The major version of the programs.
    pub fn version(&self) -> u32 {
        self.version
    }

    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

fn candidates() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut packaged: Vec<(u32, PathBuf)> = Vec::new();
    for (parent, inner) in PACKAGE_FOLDERS {
        let Ok(entries) = std::fs::read_dir(parent) else {
            continue;
        };
        packaged.extend(entries.flatten().filter_map(|entry| {
            let version = version_of_folder(&entry.file_name().to_string_lossy())?;
            Some((version, entry.path().join(inner)))
        }));
    }
    packaged.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    env::split_paths(&path)
        .chain(packaged.into_iter().map(|(_, folder)| folder))
        .collect()
}

/// The version in a folder's name: `15`, `pgsql-15` or `postgresql@15`.
fn version_of_folder(name: &str) -> Option<u32> {
    let version = name
        .strip_prefix("pgsql-")
        .or_else(|| name.strip_prefix("postgresql@"))
        .unwrap_or(name);
    version.parse().ok()
}

/// The version of the server in a folder that has both programs.
async fn version_in(folder: &Path) -> Option<u32> {
    let server = folder.join("postgres");
    if !server.is_file() || !folder.join("initdb").is_file() {
        return None;
    }
    let output = Command::new(server).arg("--version").output().await.ok()?;
    parse_version(&String::from_utf8_lossy(&output.stdout))
}

/// The major version in the output of `--version`: `postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)` or `… 19devel`.
fn parse_version(printed: &str) -> Option<u32> {
    let (_, version) = printed.split_once("(PostgreSQL) ")?;
    let digits: String = version.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_every_spelling() {
        assert_eq!(
            parse_version("postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)\n"),
            Some(15)
        );
        assert_eq!(parse_version("postgres (PostgreSQL) 19devel\n"), Some(19));
        assert_eq!(parse_version("something else 15"), None);
        assert_eq!(version_of_folder("pgsql-16"), Some(16));
        assert_eq!(version_of_folder("postgresql@17"), Some(17));
        assert_eq!(version_of_folder("local"), None);
    }

    #[tokio::test]
    async fn a_named_folder_without_postgresql_is_an_error_that_names_it() {
        let error = Binaries::find(Some(Path::new("/nowhere")), None)
            .await
            .unwrap_err()
            .to_string();
        assert!(error.contains("/nowhere (BATON_POSTGRES_BIN)"), "{error}");
        assert!(error.contains("DATABASE_URL"), "{error}");
    }

    #[tokio::test]
    async fn data_of_a_version_that_is_not_installed_is_refused() {
        let error = Binaries::find(None, Some((9, Path::new("/data"))))
            .await
            .unwrap_err();
        assert!(
            matches!(error, ClusterError::OtherVersion { made_by: 9, .. }),
            "{error}"
        );
    }
}
