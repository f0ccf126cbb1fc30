//! The report of a release's preview.

use super::{Derived, Histogram, Lines, ReleaseSubject, derive};
use crate::view_models::PreviewWords;
use leptos::prelude::*;
use sentences::admin;

/// The count as a sentence, the histogram, what is left out and why, and what would keep the released
/// from being handed out.
#[component]
pub fn PreviewReport(
    /// What the server found.
    preview: RwSignal<PreviewWords>,
    /// What would be released.
    subject: RwSignal<ReleaseSubject>,
    /// The interval that is picked, in minutes; it may be newer than the preview.
    minutes: Derived<u32>,
) -> impl IntoView {
    let words = move |of: fn(&PreviewWords) -> String| derive(move || preview.with(of));
    let lines = move |of: fn(&PreviewWords) -> Vec<String>| derive(move || preview.with(of));
    let is = move |what: fn(&PreviewWords) -> bool| derive(move || preview.with(what));
    // Where the one campaign that it is about is mended.
    let mended_at = move |end: &'static str| {
        derive(move || {
            let id = subject.get().campaign.map(|id| id.to_string());
            ["/campaigns/", &id.unwrap_or_default(), end].concat()
        })
    };
    view! {
        <p id="preview-sentence" class="preview-sentence" role="status">
            <strong>{words(|words| words.many.clone())}</strong>
            {words(|words| words.rest.clone())}
        </p>
        <Histogram preview subject minutes/>
        <div class="left-out" hidden=is(|words| words.left_out.is_empty())>
            <p>{admin::not_released_and_why()}</p>
            <Lines lines=lines(|words| words.left_out.clone())/>
        </div>
        <div class="notice notice-warning" hidden=is(|words| words.diagnosis.is_empty())>
            <p><strong>{admin::texters_cannot_request_all()}</strong></p>
            <Lines lines=lines(|words| words.diagnosis.clone())/>
            <p hidden=is(|words| !words.mended_by_auto_assign)>
                <a
                    href=mended_at("/autoassign")
                    data-window="autoassign"
                    data-campaign=derive(move || subject.get().campaign.map(|id| id.to_string()))
                    data-title=derive(move || subject.get().title)
                >
                    {admin::turn_auto_assign_on()}
                </a>
            </p>
            <p hidden=is(|words| !words.mended_by_pools)>
                <a href="/assignment">{admin::assignment_control()}</a>
            </p>
            <p hidden=is(|words| !words.mended_by_teams)>
                <a href="/teams">{admin::teams()}</a>
            </p>
            <p hidden=is(|words| !words.mended_by_due_date)>
                <a href=mended_at("#due_on")>{admin::change_the_due_date()}</a>
            </p>
        </div>
    }
}
