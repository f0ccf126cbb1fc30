//! The page Assignment Requests.

use super::decision_notice::{DecisionNotice, decision_from_query};
use super::pending_list::PendingList;
use super::pending_page::PendingPage;
use crate::api;
use crate::domain::RequestId;
use crate::islands::LiveRequests;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use leptos::prelude::*;
use sentences::page;

/// The requests that wait for somebody to decide on them, the oldest first.
#[component]
pub fn RequestsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::decider()?;
        let decision = decision_from_query(&viewer).await?;
        let after = query_as::<RequestId>("after");
        let pending = PendingPage::read(&viewer, after).await?;
        Ok(view! {
            <Page title=page::assignment_requests() viewer=Some(viewer.into()) class="narrow">
                <h1>{page::assignment_requests()}</h1>
                <DecisionNotice decision/>
                <div id="pending"><PendingList pending/></div>
                // A later page is one that somebody works through; it stays as it is.
                {after.is_none().then(|| view! { <LiveRequests/> })}
            </Page>
        }
        .into_any())
    })
}
