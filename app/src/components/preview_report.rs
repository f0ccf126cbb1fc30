//! What a release would do, for people.

use super::{DiagnosisList, Histogram, counted, grouped};
use crate::domain::{IdleInterval, ReleasePreview};
use leptos::prelude::*;

/// The count as a sentence, the histogram, what is left out and why, and what would keep the released
/// from being handed out.
#[component]
pub fn PreviewReport(
    /// What the server found.
    preview: ReleasePreview,
    /// The interval that is picked, which may be newer than the preview.
    interval: IdleInterval,
) -> impl IntoView {
    let left_out = preview
        .left_out
        .iter()
        .map(|left| view! { <li><strong>{grouped(left.conversations)}</strong>" "{left.reason.words()}</li> })
        .collect_view();
    let any_left_out = !preview.left_out.is_empty();
    view! {
        <p class="preview-sentence">{sentence(&preview)}</p>
        <Histogram buckets=preview.histogram interval/>
        {any_left_out.then(|| view! {
            <div class="left-out">
                <p>"Left alone, although idle for long enough:"</p>
                <ul>{left_out}</ul>
            </div>
        })}
        <DiagnosisList diagnosis=preview.diagnosis/>
    }
}

fn sentence(preview: &ReleasePreview) -> impl IntoView + use<> {
    if preview.conversations == 0 {
        return view! { <strong>"No replies"</strong>" have been idle for that long. Nothing would be released." }.into_any();
    }
    let replies = counted(preview.conversations, "reply", "replies");
    let campaigns = counted(preview.campaigns, "campaign", "campaigns");
    view! { <strong>{replies}</strong>" on "{campaigns}" would go back into the pool." }.into_any()
}
