//! The page Assignment Requests.

use super::decision_notice::{DecisionNotice, decision_from_query};
use crate::api;
use crate::api::requests::read_pending_page;
use crate::components::PendingList;
use crate::pages::page::Page;

use crate::domain::RequestId;
use crate::islands::LiveRequests;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use leptos::prelude::*;

/// The requests that wait for somebody to decide on them, the oldest first.
#[component]
pub fn RequestsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::decider()?;
        let decision = decision_from_query(&viewer).await?;
        let after = query_as::<RequestId>("after");
        let page = read_pending_page(&viewer, after).await?;
        Ok(view! {
            <Page title="Assignment Requests" viewer=Some(viewer) class="narrow">
                <h1>"Assignment Requests"</h1>
                <DecisionNotice decision/>
                <div id="pending"><PendingList page/></div>
                // A later page is one that somebody works through; it stays as it is.
                {after.is_none().then(|| view! { <LiveRequests/> })}
            </Page>
        }
        .into_any())
    })
}
