//! The confirmation of a release without WASM: its preview, and the button.

use crate::api::releases::StartRelease;
use crate::components::{PreviewReport, ReleaseSubject, RequiredCheckbox, derive};
use crate::domain::ReleasePolicy;
use crate::pages::form_state::FormState;
use crate::view_models::PreviewWords;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, island};

/// The preview, and the form that releases by the policy that was previewed.
#[component]
pub(super) fn Confirm(
    policy: ReleasePolicy,
    preview: PreviewWords,
    subject: RwSignal<ReleaseSubject>,
    back: String,
) -> impl IntoView {
    let ReleaseSubject { campaign, kind, .. } = subject.get_untracked();
    let needed = preview.mended_by_auto_assign;
    let in_vain = campaign.is_some() && preview.nothing;
    let switches = match campaign {
        Some(campaign) => {
            let error = FormState::of("release").error("confirmed");
            view! {
                <input type="hidden" name="campaign" value=campaign.to_string()/>
                <input type="hidden" name="kind" value=kind.as_str()/>
                {needed.then(|| view! {
                    <RequiredCheckbox name="policy[include_auto_assign_off]" label=admin::release_anyway() error/>
                })}
            }
            .into_any()
        }
        None => view! {
            <Flag name="policy[include_team_restricted]" on=policy.include_team_restricted/>
            <Flag name="policy[only_within_texting_hours]" on=policy.only_within_texting_hours/>
            <Flag name="policy[include_auto_assign_off]" on=policy.include_auto_assign_off/>
        }
        .into_any(),
    };
    let button = subject.with_untracked(ReleaseSubject::button);
    view! {
        <section class="card preview" aria-label=admin::preview()>
            <PreviewReport preview=RwSignal::new(preview) subject minutes=derive(move || policy.interval.minutes())/>
            <form method="post" action=StartRelease::PATH novalidate>
                <input type="hidden" name="policy[interval]" value=policy.interval.minutes().to_string()/>
                {switches}
                <div class="dialog-actions">
                    <a class="button" href=back>{island::cancel()}</a>
                    <button class="button primary" aria-describedby="preview-sentence" disabled=in_vain>{button}</button>
                </div>
            </form>
        </section>
    }
}

#[component]
fn Flag(name: &'static str, on: bool) -> impl IntoView {
    view! { <input type="hidden" name=name value=on.to_string()/> }
}
