//! Release everywhere, as a page: what the dialog does, without WASM.

use crate::api;
use crate::components::{Page, PickedInterval, PreviewReport, ReleaseFields, ReleaseForm, live};
use crate::domain::{IdleInterval, LeftOutReason, ReleaseOrder, ReleasePolicy, ReleasePreview};
use crate::pages::answer::answer;
use crate::pages::query::query;
use leptos::prelude::*;

/// The form, which asks this same page for its preview, and under the preview the button that
/// releases by the policy that was previewed.
#[component]
pub fn ReleasePage() -> impl IntoView {
    answer(async {
        let viewer = api::admin()?;
        let form = asked_for();
        let policy = untrack(|| form.policy()).ok();
        let preview = match policy {
            Some(policy) => Some(
                api::ports()?
                    .releases
                    .preview(&viewer, ReleaseOrder::everywhere(policy))
                    .await?,
            ),
            None => None,
        };
        let auto_assign_off = preview.as_ref().map_or(0, |preview| {
            preview.left_out_for(LeftOutReason::AutoAssignOff)
        });
        Ok(view! {
            <Page title="Release Unhandled Replies" viewer=Some(viewer) class="narrow">
                <h1>"Release Unhandled Replies"</h1>
                <p class="lead">
                    "Replies that sit with a texter for too long go back into the pool, for whoever is there to take them."
                </p>
                <form method="get" action="/campaigns/release" class="card">
                    <ReleaseFields form auto_assign_off=live(move || auto_assign_off)/>
                    <input type="hidden" name="asked" value="1"/>
                    <button class="button">"Update the preview"</button>
                </form>
                {policy.zip(preview).map(|(policy, preview)| view! { <Confirm policy preview/> })}
            </Page>
        }
        .into_any())
    })
}

/// The preview, and the form that releases.
#[component]
fn Confirm(policy: ReleasePolicy, preview: ReleasePreview) -> impl IntoView {
    view! {
        <section class="card preview" aria-label="Preview">
            <PreviewReport preview=RwSignal::new(preview) minutes=live(move || policy.interval.minutes())/>
            <form method="post" action="/api/releases/start" class="dialog-actions">
                <input type="hidden" name="policy[interval]" value=policy.interval.minutes().to_string()/>
                <Flag name="policy[include_team_restricted]" on=policy.include_team_restricted/>
                <Flag name="policy[only_within_texting_hours]" on=policy.only_within_texting_hours/>
                <Flag name="policy[include_auto_assign_off]" on=policy.include_auto_assign_off/>
                <a class="button" href="/campaigns">"Cancel"</a>
                <button class="button primary">"Release"</button>
            </form>
        </section>
    }
}

#[component]
fn Flag(name: &'static str, on: bool) -> impl IntoView {
    view! { <input type="hidden" name=name value=on.to_string()/> }
}

/// What the address asks for. A switch that is off sends nothing, so the defaults count only if
/// nothing was asked yet.
fn asked_for() -> ReleaseForm {
    let field = |name| query(name).unwrap_or_default();
    let picked = match query("interval") {
        Some(choice) => PickedInterval::from_fields(choice, field("number"), field("unit")),
        None => PickedInterval::new(IdleInterval::ONE_HOUR),
    };
    let mut switches = ReleasePolicy::default();
    if query("asked").is_some() {
        let on = |name| query(name).as_deref() == Some("true");
        switches.include_team_restricted = on("include_team_restricted");
        switches.only_within_texting_hours = on("only_within_texting_hours");
        switches.include_auto_assign_off = on("include_auto_assign_off");
    }
    ReleaseForm::new(picked, switches)
}
