//! The program of a page: the WASM and the script that loads it. Texters have one, admins a larger one, because a phone
//! is to download only what its pages use.

use crate::domain::{Role, Viewer};
use leptos::prelude::*;

/// The addresses of a program's two files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The script that loads the module: `/pkg/baton-texter.0f2b….js`.
    pub script: String,
    /// The WASM: `/pkg/baton-texter.91cc….wasm`.
    pub module: String,
}

/// Both programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programs {
    /// The islands of texters and supervolunteers.
    pub texter: Program,
    /// These, and the islands of pages that only admins see (the feature `admin`).
    pub admin: Program,
}

impl Programs {
    /// With the address of each file: of `baton-admin.wasm`, for example.
    pub fn new(address: impl Fn(&str) -> String) -> Self {
        let program = |name: &str| Program {
            script: address(&format!("{name}.js")),
            module: address(&format!("{name}.wasm")),
        };
        Self {
            texter: program("baton-texter"),
            admin: program("baton-admin"),
        }
    }

    /// The program of this viewer's pages.
    pub fn of(&self, viewer: &Viewer) -> &Program {
        if viewer.role >= Role::Admin {
            &self.admin
        } else {
            &self.texter
        }
    }
}

/// The links by which the script of the page finds the program (`app/src/script/program.js`), and the browser fetches
/// it beforehand, after everything that is seen.
#[component]
pub fn ProgramLinks(
    /// The program.
    program: Program,
) -> impl IntoView {
    view! {
        <link rel="modulepreload" href=program.script fetchpriority="low"/>
        <link
            rel="preload"
            href=program.module
            r#as="fetch"
            r#type="application/wasm"
            crossorigin="anonymous"
            fetchpriority="low"
        />
    }
}
