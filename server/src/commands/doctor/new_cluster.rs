//! Whether the private cluster, which there is not yet, can be made at the first start.

use std::path::{self, Path};

use tempfile::TempDir;

use super::finding::Finding;

/// Makes a folder in the data folder, or in the nearest parent that exists, and removes it. The permissions alone do not say
/// whether that can be done: root passes them, also on a file system that takes no folder.
pub(super) fn new_cluster(data_dir: &Path) -> Finding {
    // The parent of a relative path may be the working folder, which has no name in it.
    let absolute = path::absolute(data_dir).unwrap_or_else(|_| data_dir.to_owned());
    let mut folders = absolute.ancestors();
    let nearest = folders.find(|folder| folder.exists()).unwrap_or(&absolute);
    let mut probe = tempfile::Builder::new();
    let made = probe.prefix(".baton-doctor-").tempdir_in(nearest);
    match made.and_then(TempDir::close) {
        Ok(()) => Ok(format!(
            "the private cluster in {} is made at the first start",
            data_dir.display()
        )),
        Err(error) => Err(format!(
            "the private cluster in {} cannot be made: no folder can be created in {} ({}). Set BATON_DATA_DIR to a folder \
             that this user may write to",
            data_dir.display(),
            nearest.display(),
            // The error itself would name the folder that was tried.
            error.kind()
        )),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn where_folders_can_be_made_nothing_stays_behind() {
        let parent = tempfile::tempdir().unwrap();
        for folder in [parent.path().to_owned(), parent.path().join("data/baton")] {
            let good = new_cluster(&folder).unwrap();
            assert!(good.contains(&*folder.to_string_lossy()), "{good}");
            assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
        }
    }

    #[test]
    fn where_none_can_be_made_the_folder_in_the_way_is_named() {
        let parent = tempfile::tempdir().unwrap();
        let file = parent.path().join("file");
        fs::write(&file, "").unwrap();
        for (folder, named) in [
            (file.join("baton"), &*file),
            // Root may write to it, and cannot.
            ("/proc/data/baton".into(), Path::new("/proc")),
        ] {
            let problem = new_cluster(&folder).unwrap_err();
            let words = format!("created in {} (", named.display());
            assert!(problem.contains(&words), "{problem}");
        }
    }
}
