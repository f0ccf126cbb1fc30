//! The files that a page loads: its script and style sheets, and the program, which is the WASM, the glue that loads
//! it, and what it says in the language of the page. Texters have a small program and one sheet, admins a larger one and
//! another sheet, because a phone is to download only what its pages use.

use crate::domain::{Role, Viewer};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use sentences::{Islands, Language};

/// The addresses of a program's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The script that loads the module: `/pkg/baton-texter.0f2b….js`.
    pub script: String,
    /// The WASM: `/pkg/baton-texter.91cc….wasm`.
    pub module: String,
    /// What its islands say, in each language: `/sentences/texter.en.5ad1….txt`.
    pub sentences: [(Language, String); 2],
}

/// The addresses of all files of the site that pages load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFiles {
    /// The script of every page (`script/main.js`).
    pub script: String,
    /// That of the page which shows how far a bulk action is (`script/progress.js`).
    pub progress_script: String,
    /// The style sheet of every page.
    pub style: String,
    /// That of pages which only admins see, and of other pages with forms, beside the other.
    pub admin_style: String,
    /// The islands of texters and supervolunteers.
    pub texter: Program,
    /// These, and the islands of pages that only admins see (the feature `admin`).
    pub admin: Program,
}

impl SiteFiles {
    /// With the address of each file: of `baton-admin.wasm`, for example; and of what islands say in a language.
    pub fn new(
        address: impl Fn(&str) -> String,
        sentences: impl Fn(Language, Islands) -> String,
    ) -> Self {
        let program = |islands: Islands| Program {
            script: address(&format!("baton-{}.js", islands.code())),
            module: address(&format!("baton-{}.wasm", islands.code())),
            sentences: Language::ALL.map(|language| (language, sentences(language, islands))),
        };
        Self {
            script: address("baton.js"),
            progress_script: address("baton-progress.js"),
            style: address("baton.css"),
            admin_style: address("baton-admin.css"),
            texter: program(Islands::Texter),
            admin: program(Islands::Admin),
        }
    }
}

/// The elements of the head by which a page loads its files. Who is not signed in has only forms, and needs no program.
#[component]
pub fn SiteLinks(
    /// The addresses.
    files: SiteFiles,
    /// Who is signed in.
    viewer: Option<Viewer>,
    /// Whether the page has forms as those of admins, whoever it is for.
    has_forms: bool,
) -> impl IntoView {
    let is_admin = viewer
        .as_ref()
        .is_some_and(|viewer| viewer.role >= Role::Admin);
    let program = viewer.map(|_| if is_admin { files.admin } else { files.texter });
    let admin_style = (is_admin || has_forms).then_some(files.admin_style);
    view! {
        <link rel="stylesheet" href=files.style/>
        {admin_style.map(|address| view! { <link rel="stylesheet" href=address/> })}
        {program.map(|program| view! { <ProgramLinks program/> })}
        <script type="module" nonce=use_nonce() src=files.script></script>
    }
}

/// The links by which the script of the page finds the program (`script/program.js`), and the browser fetches it
/// beforehand, after everything that is seen.
#[component]
fn ProgramLinks(program: Program) -> impl IntoView {
    let mut sentences = program.sentences.into_iter();
    let sentences = sentences.find(|(language, _)| *language == sentences::current());
    let sentences = sentences.map(|(_, address)| address).unwrap_or_default();
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
        <link rel="preload" href=sentences r#as="fetch" crossorigin="anonymous" fetchpriority="low"/>
    }
}
