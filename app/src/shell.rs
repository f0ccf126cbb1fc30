//! The HTML document around every page.

use crate::api;
use crate::pages::App;
use crate::program::{ProgramLinks, Programs};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::HashedStylesheet;
use std::sync::LazyLock;

/// The script of every page, without its comments.
static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let files = [
        include_str!("script/program.js"),
        include_str!("script/typed.js"),
        include_str!("script/press.js"),
        include_str!("script/link-button.js"),
        include_str!("script/ahead.js"),
        include_str!("script/outgoing.js"),
        // Before the navigation, which it may keep from beginning.
        include_str!("script/unsaved.js"),
        include_str!("script/navigation.js"),
    ];
    let lines = files.iter().flat_map(|file| file.lines());
    lines
        .map(str::trim_start)
        .filter(|line| !line.starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
});

/// The whole document: head, style sheet, the program of whoever is signed in, and the app.
pub fn shell(options: LeptosOptions, programs: &Programs) -> impl IntoView + use<> {
    if let Some(context) = Owner::current_shared_context() {
        // Only islands are hydrated: nothing else has to be marked for that.
        context.set_is_hydrating(false);
    }
    // Who is not signed in has only forms.
    let program = api::viewer()
        .ok()
        .map(|viewer| programs.of(&viewer).clone());
    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#10241f"/>
                <meta name="description" content="Texting for campaigns: send initial messages and answer every reply."/>
                <HashedStylesheet options=options.clone()/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                // Nothing, unless pages are to reload by themselves while somebody works on them.
                <AutoReload options/>
                {program.map(|program| view! { <ProgramLinks program/> })}
                <script type="module" nonce=use_nonce() inner_html=SCRIPT.as_str()></script>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}
