//! Makes functions of the sentences in `text/`. A sentence that a language lacks, or has with other arguments, ends the
//! build.

mod cases;
mod generate;
mod message;

use generate::{Place, generate};
use message::{Message, parse};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Each folder, and where its sentences are. `text/en` says what there are; the others translate them.
const FOLDERS: [(&str, Place); 3] = [
    ("island", Place::Browser { after: None }),
    (
        "admin",
        Place::Browser {
            after: Some("island"),
        },
    ),
    ("page", Place::Server),
];
const LANGUAGES: [&str; 2] = ["en", "es"];

#[expect(
    clippy::print_stdout,
    reason = "that is how a build script speaks to cargo"
)]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=text");
    let out = env::var("OUT_DIR")?;
    for (folder, place) in FOLDERS {
        let languages = LANGUAGES
            .iter()
            .map(|language| read(Path::new("text").join(language).join(folder)))
            .collect::<Result<Vec<_>, _>>()?;
        let code = generate(&languages, place).map_err(|error| format!("{folder}: {error}"))?;
        fs::write(Path::new(&out).join(format!("{folder}.rs")), code)?;
    }
    Ok(())
}

/// The messages of all files in a folder, by the names of the files.
fn read(folder: PathBuf) -> Result<Vec<Message>, Box<dyn Error>> {
    let mut paths = fs::read_dir(&folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    let mut messages = Vec::new();
    for path in paths {
        let source = fs::read_to_string(&path)?;
        let found = parse(&source).map_err(|error| format!("{}: {error}", path.display()))?;
        messages.extend(found);
    }
    Ok(messages)
}
