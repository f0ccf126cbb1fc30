//! What a release would do, for people.

use super::{Histogram, Lines, Live, ReleaseSubject, counted, diagnosis_words, grouped, live};
use crate::domain::{Diagnosis, LeftOut, ReleaseKind, ReleasePreview};
use leptos::prelude::*;

/// The count as a sentence, the histogram, what is left out and why, and what would keep the released
/// from being handed out.
#[component]
pub fn PreviewReport(
    /// What the server found.
    preview: RwSignal<ReleasePreview>,
    /// What would be released.
    subject: RwSignal<ReleaseSubject>,
    /// The interval that is picked, in minutes; it may be newer than the preview.
    minutes: Live<u32>,
) -> impl IntoView {
    let kind = move || subject.get().kind;
    let many = live(move || {
        let kind = kind();
        match preview.get().conversations {
            0 => ["No ", kind.noun(0)].concat(),
            many => counted(many, kind.noun(1), kind.noun(2)),
        }
    });
    let rest = live(move || {
        let kind = kind();
        rest(&preview.get(), kind)
    });
    let left_out = live(move || {
        let line =
            |left: &LeftOut| [&grouped(left.conversations), " ", left.reason.words()].concat();
        preview.get().left_out.iter().map(line).collect::<Vec<_>>()
    });
    let none_left_out = live(move || preview.get().left_out.is_empty());
    let diagnosis = live(move || {
        let ReleaseSubject { campaign, kind, .. } = subject.get();
        let found = preview.get().diagnosis;
        let words = |found| diagnosis_words(found, kind, campaign.is_some());
        found.iter().map(words).collect::<Vec<_>>()
    });
    // Where the one campaign that it is about is mended.
    let way = live(move || {
        let id = subject.get().campaign.map(|id| id.to_string());
        ["/campaigns/", &id.unwrap_or_default(), "/autoassign"].concat()
    });
    let none = move |which: fn(&Diagnosis) -> bool| !preview.get().diagnosis.iter().any(which);
    let no_way = live(move || {
        subject.get().campaign.is_none()
            || none(|found| matches!(found, Diagnosis::AutoAssignOff { .. }))
    });
    let no_pools = live(move || none(Diagnosis::mended_by_pools));
    let no_teams = live(move || none(Diagnosis::mended_by_teams));
    let no_diagnosis = live(move || preview.get().diagnosis.is_empty());
    view! {
        <p class="preview-sentence" role="status"><strong>{many}</strong>{rest}</p>
        <Histogram preview subject minutes/>
        <div class="left-out" hidden=none_left_out>
            <p>"Left alone, although idle for long enough:"</p>
            <Lines lines=left_out/>
        </div>
        <div class="notice notice-warning" hidden=no_diagnosis>
            <p><strong>"Not all of this can be handed out"</strong></p>
            <Lines lines=diagnosis/>
            <p hidden=no_way>
                <a
                    href=way
                    data-window="autoassign"
                    data-campaign=live(move || subject.get().campaign.map(|id| id.to_string()))
                    data-title=live(move || subject.get().title)
                >
                    "Switch auto-assign on"
                </a>
            </p>
            <p hidden=no_pools><a href="/assignment">"Assignment Control"</a></p>
            <p hidden=no_teams><a href="/teams">"Teams"</a></p>
        </div>
    }
}

fn rest(preview: &ReleasePreview, kind: ReleaseKind) -> String {
    match (preview.conversations, kind) {
        (0, ReleaseKind::Replies) => {
            " have been idle for that long. Nothing would be released.".to_owned()
        }
        (0, ReleaseKind::Unsent) => {
            " have sat with a texter for that long. Nothing would be released.".to_owned()
        }
        _ => [
            " on ",
            &counted(preview.campaigns, "campaign", "campaigns"),
            " would go back into the pool.",
        ]
        .concat(),
    }
}
