//! The default folders.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::ConfigError;

/// The data folder: as configured, otherwise by the XDG base directory specification.
pub(super) fn data_dir(configured: Option<PathBuf>) -> Result<PathBuf, ConfigError> {
    if let Some(folder) = configured {
        return Ok(folder);
    }
    default_data_dir(env::var_os("XDG_DATA_HOME"), env::home_dir()).ok_or(ConfigError::NoHome)
}

fn default_data_dir(data_home: Option<OsString>, home: Option<PathBuf>) -> Option<PathBuf> {
    // By the specification a relative one is ignored.
    let data_home = data_home
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute());
    let home = home.filter(|folder| folder.is_absolute());
    data_home
        .or_else(|| home.map(|home| home.join(".local/share")))
        .map(|folder| folder.join("baton"))
}

/// The folder of the built site: as configured, otherwise that of the build, otherwise `site` beside the program's
/// folder, where the build puts it: `target/release/baton` and `target/site`.
pub(super) fn site_root(configured: Option<PathBuf>) -> Result<PathBuf, ConfigError> {
    if let Some(folder) = configured {
        return Ok(folder);
    }
    if let Some(folder) = env::var_os("LEPTOS_SITE_ROOT").filter(|folder| !folder.is_empty()) {
        return Ok(folder.into());
    }
    let program = env::current_exe().map_err(ConfigError::NoProgram)?;
    let target = program
        .parent()
        .and_then(Path::parent)
        .unwrap_or(Path::new("/"));
    Ok(target.join("site"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_folder_follows_the_desktop_conventions() {
        let home = Some(PathBuf::from("/home/ada"));
        assert_eq!(
            default_data_dir(Some("/data".into()), home.clone()),
            Some("/data/baton".into())
        );
        assert_eq!(
            default_data_dir(Some("data".into()), home.clone()),
            Some("/home/ada/.local/share/baton".into())
        );
        assert_eq!(
            default_data_dir(Some(OsString::new()), home),
            Some("/home/ada/.local/share/baton".into())
        );
        assert_eq!(default_data_dir(None, None), None);
    }
}
