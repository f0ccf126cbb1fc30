//! The page Assignment Control: one form, one **Save**.

use super::pool::Pool;
use super::rules::Rules;
use crate::api;
use crate::api::assignment::SaveAssignment;
use crate::islands::FigureSet;
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use std::sync::Arc;

/// What each pool hands out and what lies in it, and what texters are held to.
#[component]
pub fn AssignmentPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let page = api::ports()?.assignment.assignment(&viewer).await?;
        let form_state = Arc::new(FormState::of("assignment"));
        let no_teams = page.pools.len() < 2;
        let pools = page
            .pools
            .into_iter()
            .enumerate()
            .map(|(index, row)| view! { <Pool index row form_state=Arc::clone(&form_state)/> })
            .collect_view();
        Ok(view! {
            <Page title="Assignment Control" viewer=Some(viewer.into()) figures=FigureSet::Assignment>
                <h1>"Assignment Control"</h1>
                <p class="lead">"Who can request texts, and what they get. Texters see the pools in this order, if there is anything in them."</p>
                <Flash words=&[("saved", "Assignment Control is saved.")]/>
                <form method="post" action=SaveAssignment::PATH novalidate data-unsaved="assignment">
                    <input type="hidden" name="version" value=page.version.to_string()/>
                    <section class="pool-rows" aria-labelledby="pools-title">
                        <h2 id="pools-title">"Pools"</h2>
                        {pools}
                        {no_teams.then(|| view! {
                            <p class="hint">"Each team has its own pool. "<a href="/teams">"Create a team"</a>" and its pool appears here."</p>
                        })}
                    </section>
                    <Rules rules=page.rules form_state/>
                    <div class="save-bar">
                        <p class="hint unsaved-note" role="status" hidden>"You have unsaved changes."</p>
                        <a class="button" href="/assignment" data-discard="">"Discard changes"</a>
                        <button class="button primary">"Save"</button>
                    </div>
                </form>
            </Page>
        }
        .into_any())
    })
}
