//! The HTML document around every page.

use crate::api;
use crate::pages::App;
use crate::site_files::{SiteFiles, SiteLinks};
use leptos::prelude::*;
use sentences::page;

/// The whole document: head, the files of whoever is signed in, and the app.
pub fn shell(options: LeptosOptions, files: &SiteFiles) -> impl IntoView + use<> {
    if let Some(context) = Owner::current_shared_context() {
        // Only islands are hydrated: nothing else has to be marked for that.
        context.set_is_hydrating(false);
    }
    let (files, viewer) = (files.clone(), api::viewer().ok());
    let has_forms = api::request().is_ok_and(|request| has_forms(request.uri.path()));
    view! {
        <!DOCTYPE html>
        <html
            lang=sentences::current().tag()
            data-sending=page::text_is_being_sent()
            data-you-wrote=page::you_wrote("{text}")
            data-no-connection=page::no_connection_now()
            data-connection-lost=page::connection_is_lost()
            data-not-done=page::not_done_now()
            data-not-known=page::not_known_whether_done()
            data-not-loaded=page::program_not_loaded()
            // The script puts the name and the reason in.
            data-text-not-sent=page::text_was_not_sent("{name}", "{why}")
            data-text-not-known=page::text_is_not_known("{name}")
            data-draft-not-saved=page::draft_was_not_saved("{name}")
            data-back-to=page::back_to("{name}")
            data-unsaved=page::unsaved_changes()
        >
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#10241f"/>
                <meta name="description" content=page::what_this_is()/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                // Nothing, unless pages are to reload by themselves while somebody works on them.
                <AutoReload options/>
                <SiteLinks files viewer has_forms/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// Whether everybody's page at this address has forms as those of admins.
fn has_forms(path: &str) -> bool {
    matches!(
        path,
        "/account" | "/requests" | "/escalated" | "/review" | "/setup" | "/forgotten-password"
    ) || path.starts_with("/join/")
        || path.starts_with("/password/")
}
