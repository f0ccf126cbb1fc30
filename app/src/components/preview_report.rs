//! What a release would do, for people.

use super::{Histogram, Lines, Live, ReleaseSubject, live};
use crate::api::releases::PreviewWords;
use leptos::prelude::*;

/// The count as a sentence, the histogram, what is left out and why, and what would keep the released
/// from being handed out.
#[component]
pub fn PreviewReport(
    /// What the server found.
    preview: RwSignal<PreviewWords>,
    /// What would be released.
    subject: RwSignal<ReleaseSubject>,
    /// The interval that is picked, in minutes; it may be newer than the preview.
    minutes: Live<u32>,
) -> impl IntoView {
    let words = move |of: fn(&PreviewWords) -> String| live(move || preview.with(of));
    let lines = move |of: fn(&PreviewWords) -> Vec<String>| live(move || preview.with(of));
    let is = move |what: fn(&PreviewWords) -> bool| live(move || preview.with(what));
    // Where the one campaign that it is about is mended.
    let way = live(move || {
        let id = subject.get().campaign.map(|id| id.to_string());
        ["/campaigns/", &id.unwrap_or_default(), "/autoassign"].concat()
    });
    view! {
        <p class="preview-sentence" role="status">
            <strong>{words(|found| found.many.clone())}</strong>
            {words(|found| found.rest.clone())}
        </p>
        <Histogram preview subject minutes/>
        <div class="left-out" hidden=is(|found| found.left_out.is_empty())>
            <p>"Left alone, although idle for long enough:"</p>
            <Lines lines=lines(|found| found.left_out.clone())/>
        </div>
        <div class="notice notice-warning" hidden=is(|found| found.diagnosis.is_empty())>
            <p><strong>"Not all of this can be handed out"</strong></p>
            <Lines lines=lines(|found| found.diagnosis.clone())/>
            <p hidden=is(|found| !found.mended_by_auto_assign)>
                <a
                    href=way
                    data-window="autoassign"
                    data-campaign=live(move || subject.get().campaign.map(|id| id.to_string()))
                    data-title=live(move || subject.get().title)
                >
                    "Switch auto-assign on"
                </a>
            </p>
            <p hidden=is(|found| !found.mended_by_pools)>
                <a href="/assignment">"Assignment Control"</a>
            </p>
            <p hidden=is(|found| !found.mended_by_teams)>
                <a href="/teams">"Teams"</a>
            </p>
        </div>
    }
}
