//! The HTML document around every page.

use crate::pages::App;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::HashedStylesheet;

/// The islands wait for the browser to be idle, and without a limit to that a page that never is would never wake.
const WAKE_IN_TIME: &str = "{const idle = window.requestIdleCallback;\
    if (idle) window.requestIdleCallback = (run) => idle(run, {timeout: 1000});}";

/// The whole document: head, style sheet, what wakes the islands, and the app.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#10241f"/>
                <HashedStylesheet options=options.clone()/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                // Nothing, unless pages are to reload by themselves while somebody works on them.
                <AutoReload options=options.clone()/>
                <script nonce=use_nonce()>{WAKE_IN_TIME}</script>
                <HydrationScripts options islands=true/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}
