//! The page Assignment Control: one form, one **Save**.

use super::pool::Pool;
use super::rules::Rules;
use crate::api;
use crate::api::assignment::SaveAssignment;
use crate::pages::page::Page;
use leptos::server_fn::ServerFn;

use crate::islands::FigureSet;
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page_guard::page_guard;
use leptos::prelude::*;
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
            <Page title="Assignment Control" viewer=Some(viewer) figures=FigureSet::Assignment>
                <h1>"Assignment Control"</h1>
                <p class="lead">"Who may ask for texts, and what they are given. Texters see the pools in this order, as far as something lies in them."</p>
                <Flash words=&[("saved", "Assignment Control is saved.")]/>
                <form method="post" action=SaveAssignment::PATH novalidate>
                    <input type="hidden" name="version" value=page.version.to_string()/>
                    <section class="pool-rows" aria-labelledby="pools-title">
                        <h2 id="pools-title">"Pools"</h2>
                        {pools}
                        {no_teams.then(|| view! {
                            <p class="hint">"Teams have pools of their own. "<a href="/teams">"Create a team"</a>" and its pool appears here."</p>
                        })}
                    </section>
                    <Rules rules=page.rules form_state/>
                    <div class="save-bar">
                        <a class="button" href="/assignment">"Discard changes"</a>
                        <button class="button primary">"Save"</button>
                    </div>
                </form>
            </Page>
        }
        .into_any())
    })
}
