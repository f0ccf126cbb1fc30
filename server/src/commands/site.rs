//! The built site: whether it is whole, and where its files are.

use crate::http::{Site, sentences_file};
use app::site_files::SiteFiles;
use leptos::config::LeptosOptions;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::Path;

/// The folder of what pages load, below the site's and in the address.
const PACKAGE: &str = "pkg";
/// The list of the hashes in the names of the built files.
const HASHES: &str = "hash.txt";
/// What a page cannot do without, by name and kind.
const FILES: [(&str, &str); 11] = [
    ("baton", "js"),
    ("baton-length", "js"),
    ("baton-locks", "js"),
    ("baton-progress", "js"),
    ("baton-review", "js"),
    ("baton", "css"),
    ("baton-admin", "css"),
    ("baton-texter", "js"),
    ("baton-texter", "wasm"),
    ("baton-admin", "js"),
    ("baton-admin", "wasm"),
];

/// Which files are missing from the built site.
pub(super) fn missing(root: &Path) -> Vec<String> {
    let files = std::fs::read_dir(root.join(PACKAGE));
    let built: Vec<_> = files
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|file| file.file_name().into_string().ok())
        .collect();
    FILES
        .into_iter()
        .filter(|(name, kind)| !built.iter().any(|file| is(file, name, kind)))
        .map(|(name, kind)| format!("{name}.{kind}"))
        .collect()
}

/// Whether a file is that of this name and kind, with or without a hash between the two.
fn is(file: &str, name: &str, kind: &str) -> bool {
    let mut parts = file.split('.');
    parts.next() == Some(name) && parts.next_back() == Some(kind)
}

/// The site in a folder, for a server that listens on this address.
pub(super) fn site(root: &Path, address: SocketAddr) -> Site {
    let mut options = LeptosOptions::builder()
        .output_name("baton")
        .site_root(root.to_string_lossy())
        .site_pkg_dir(PACKAGE)
        .site_addr(address)
        .build();
    // Set by `make dev`, whose pages reload by themselves.
    let reload_port = std::env::var("LEPTOS_RELOAD_PORT").ok();
    if let Some(port) = reload_port.and_then(|port| port.parse().ok()) {
        options.reload_port = port;
    }
    let list = std::fs::read_to_string(root.join(HASHES)).ok();
    options.hash_files = list.is_some();
    let lines = list.iter().flat_map(|list| list.lines());
    let hashes: HashMap<_, _> = lines.filter_map(|line| line.split_once(": ")).collect();
    let address = |file: &str| match (file.split_once('.'), hashes.get(file)) {
        (Some((name, kind)), Some(hash)) => format!("/{PACKAGE}/{name}.{hash}.{kind}"),
        _ => format!("/{PACKAGE}/{file}"),
    };
    let files = SiteFiles::new(address, sentences_file::address);
    Site { options, files }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_site_with_all_its_files_lacks_nothing() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("pkg")).unwrap();
        assert_eq!(missing(root.path()).len(), FILES.len());
        for name in [
            "baton-texter.1.wasm",
            "baton-texter.2.js",
            "baton-admin.js",
            "baton-admin.3.wasm.br",
            "baton.4.css",
            "baton-admin.5.css",
            "baton.6.js",
            "baton-length.7.js",
            "baton-progress.8.js",
            "baton-locks.9.js",
            "baton-review.10.js",
        ] {
            fs::write(root.path().join("pkg").join(name), "").unwrap();
        }
        assert_eq!(missing(root.path()), ["baton-admin.wasm"]);
    }

    #[test]
    fn the_names_of_the_files_are_read_from_the_site_itself() {
        let root = tempfile::tempdir().unwrap();
        let address = "127.0.0.1:3000".parse().unwrap();
        let unhashed = site(root.path(), address);
        assert!(!unhashed.options.hash_files);
        assert_eq!(unhashed.files.texter.script, "/pkg/baton-texter.js");
        let hashes = root.path().join("hash.txt");
        fs::write(&hashes, "baton.css: 1\nbaton-admin.wasm: 2\n").unwrap();
        let hashed = site(root.path(), address);
        assert!(hashed.options.hash_files);
        assert_eq!(hashed.files.style, "/pkg/baton.1.css");
        assert_eq!(hashed.files.admin.module, "/pkg/baton-admin.2.wasm");
    }
}
