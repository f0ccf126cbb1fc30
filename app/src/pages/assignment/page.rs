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
use crate::pages::pieces::{PLACE, pieces};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};
use std::sync::Arc;

/// What each pool hands out and what lies in it, and what texters are held to.
#[component]
pub fn AssignmentPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let control = api::ports()?.assignment.assignment(&viewer).await?;
        let form_state = Arc::new(FormState::of("assignment"));
        let version = form_state.text("version", control.version.to_string());
        let [before_link, after_link] = pieces(&page::each_team_has_a_pool(PLACE));
        let no_teams = control.pools.len() < 2;
        let pools = control
            .pools
            .into_iter()
            .enumerate()
            .map(|(index, row)| view! { <Pool index row form_state=Arc::clone(&form_state)/> })
            .collect_view();
        Ok(view! {
            <Page title=admin::assignment_control() viewer=Some(viewer.into()) figures=FigureSet::Assignment>
                <h1>{admin::assignment_control()}</h1>
                <p class="lead">{page::what_assignment_control_does()}</p>
                <Flash words=&[("saved", page::assignment_control_is_saved)]/>
                <form method="post" action=SaveAssignment::PATH novalidate data-unsaved="assignment">
                    <input type="hidden" name="version" value=version/>
                    <section class="pool-rows" aria-labelledby="pools-title">
                        <h2 id="pools-title">{page::pools()}</h2>
                        {pools}
                        {no_teams.then(|| view! {
                            <p class="hint">{before_link}<a href="/teams">{page::create_a_team()}</a>{after_link}</p>
                        })}
                    </section>
                    <Rules rules=control.rules form_state/>
                    <div class="save-bar">
                        <p class="hint unsaved-note" role="status" hidden>{page::you_have_unsaved_changes()}</p>
                        <a class="button" href="/assignment" data-discard="">{page::discard_changes()}</a>
                        <button class="button primary">{admin::save()}</button>
                    </div>
                </form>
            </Page>
        }
        .into_any())
    })
}
