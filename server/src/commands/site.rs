//! The built page: whether it is whole, and where Leptos finds it.

use std::net::SocketAddr;
use std::path::Path;

use leptos::config::LeptosOptions;

/// The folder of the bundle, below the site's and in the address.
const PACKAGE: &str = "pkg";
/// The list of the hashes in the names of the built files.
const HASHES: &str = "hash.txt";
/// What a page cannot do without.
const KINDS: [&str; 3] = ["wasm", "js", "css"];

/// Which kinds of files are missing from the built page.
pub(super) fn missing(root: &Path) -> Vec<&'static str> {
    let files = std::fs::read_dir(root.join(PACKAGE))
        .into_iter()
        .flatten()
        .flatten();
    let built: Vec<_> = files
        .filter_map(|file| Some(file.path().extension()?.to_owned()))
        .collect();
    KINDS
        .into_iter()
        .filter(|kind| !built.iter().any(|extension| extension == kind))
        .collect()
}

/// What Leptos has to know to name the files in its pages.
pub(super) fn leptos_options(root: &Path, address: SocketAddr) -> LeptosOptions {
    let mut options = LeptosOptions::builder()
        .output_name("baton")
        .site_root(root.to_string_lossy())
        .site_pkg_dir(PACKAGE)
        .site_addr(address)
        .build();
    // Set by `make dev` and `cargo leptos watch`, whose pages reload by themselves.
    let reload_port = std::env::var("LEPTOS_RELOAD_PORT").ok();
    if let Some(port) = reload_port.and_then(|port| port.parse().ok()) {
        options.reload_port = port;
    }
    let hashes = root.join(HASHES);
    if hashes.is_file() {
        // Leptos looks beside the program, but takes a full path as it is.
        options.hash_file = hashes.to_string_lossy().into();
        options.hash_files = true;
    } else {
        // `cargo leptos` puts the list beside the program. Without any, the names carry no hashes.
        let program = std::env::current_exe().ok();
        let beside = program.and_then(|program| Some(program.parent()?.join(HASHES)));
        options.hash_files = beside.is_some_and(|hashes| hashes.is_file());
    }
    options
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_site_with_all_its_files_lacks_nothing() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("pkg")).unwrap();
        assert_eq!(missing(root.path()), ["wasm", "js", "css"]);
        for name in ["baton.1.wasm", "baton.2.js", "baton.3.css.br"] {
            fs::write(root.path().join("pkg").join(name), "").unwrap();
        }
        assert_eq!(missing(root.path()), ["css"]);
    }

    #[test]
    fn leptos_reads_the_names_of_the_files_from_the_site_itself() {
        let root = tempfile::tempdir().unwrap();
        let address = "127.0.0.1:3000".parse().unwrap();
        assert!(!leptos_options(root.path(), address).hash_files);
        fs::write(root.path().join("hash.txt"), "js: 1\n").unwrap();
        let options = leptos_options(root.path(), address);
        assert!(options.hash_files);
        assert_eq!(Path::new(&*options.hash_file), root.path().join("hash.txt"));
    }
}
