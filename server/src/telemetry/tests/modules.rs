//! The module files of the server's crates, followed from their roots as the compiler follows them.

use std::fs;
use std::path::{Path, PathBuf};
use syn::{Attribute, Item, ItemMod, Meta};

/// A parsed module file.
pub(super) struct Module {
    pub path: PathBuf,
    pub file: syn::File,
}

/// Every module file that is compiled into the program: those of tests are left out, and those of the benchmarks,
/// whose baseline statements stand beside the product's for comparison.
pub(super) fn modules() -> Vec<Module> {
    let mut modules = Vec::new();
    for root in crate_roots(Path::new(env!("CARGO_MANIFEST_DIR"))) {
        read(root.clone(), root.parent().unwrap(), &mut modules);
    }
    modules
}

/// Whether an item is compiled for tests only.
pub(super) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            // Fixtures that a crate lends to the tests of others are compiled by its feature `testing`.
            let condition = list.tokens.to_string().replace(' ', "");
            ["test", r#"any(test,feature="testing")"#].contains(&condition.as_str())
        }
        _ => false,
    })
}

fn crate_roots(folder: &Path) -> Vec<PathBuf> {
    let mut roots = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let skipped = ["target", "bench", "tests"]
            .iter()
            .any(|it| path.ends_with(it));
        if path.ends_with("src") {
            let library = path.join("lib.rs");
            roots.extend(library.exists().then_some(library));
        } else if path.is_dir() && !skipped {
            roots.extend(crate_roots(&path));
        }
    }
    roots
}

/// Reads a file, and the files of the modules that it declares, which lie in `folder`.
fn read(path: PathBuf, folder: &Path, modules: &mut Vec<Module>) {
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    for item in &file.items {
        if let Item::Mod(ItemMod {
            ident,
            content: None,
            attrs,
            ..
        }) = item
            && !is_test(attrs)
            && ident != "bench"
        {
            let inner = folder.join(ident.to_string());
            let beside = inner.with_extension("rs");
            let child = if beside.exists() {
                beside
            } else {
                inner.join("mod.rs")
            };
            read(child, &inner, modules);
        }
    }
    modules.push(Module { path, file });
}
