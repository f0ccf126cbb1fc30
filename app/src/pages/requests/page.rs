//! Assignment Requests.

use super::decided::{DecidedNotice, decided};
use super::list::{PendingList, pending_page};
use crate::api;
use crate::components::Page;
use crate::domain::RequestId;
use crate::islands::LiveRequests;
use crate::pages::answer::answer;
use crate::pages::query::query_as;
use leptos::prelude::*;

/// The requests that wait for somebody to decide on them, the oldest first.
#[component]
pub fn RequestsPage() -> impl IntoView {
    answer(async {
        let viewer = api::decider()?;
        let decided = decided(&viewer).await?;
        let after = query_as::<RequestId>("after");
        let page = pending_page(&viewer, after).await?;
        Ok(view! {
            <Page title="Assignment Requests" viewer=Some(viewer) class="narrow">
                <h1>"Assignment Requests"</h1>
                <DecidedNotice decided/>
                <div id="pending"><PendingList page/></div>
                // A later page is one that somebody works through; it stays as it is.
                {after.is_none().then(|| view! { <LiveRequests/> })}
            </Page>
        }
        .into_any())
    })
}
