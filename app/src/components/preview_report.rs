//! What a release would do, for people.

use super::{Histogram, Lines, Live, counted, diagnosis_words, grouped, live};
use crate::domain::{LeftOut, ReleasePreview};
use leptos::prelude::*;
use std::sync::Arc;

/// The count as a sentence, the histogram, what is left out and why, and what would keep the released
/// from being handed out.
#[component]
pub fn PreviewReport(
    /// What the server found.
    preview: RwSignal<ReleasePreview>,
    /// The interval that is picked, in minutes; it may be newer than the preview.
    minutes: Live<u32>,
) -> impl IntoView {
    let many = live(move || {
        preview.with(|preview| match preview.conversations {
            0 => "No replies".to_owned(),
            many => counted(many, "reply", "replies"),
        })
    });
    let rest = live(move || {
        preview.with(|preview| match preview.conversations {
            0 => " have been idle for that long. Nothing would be released.".to_owned(),
            _ => [
                " on ",
                &counted(preview.campaigns, "campaign", "campaigns"),
                " would go back into the pool.",
            ]
            .concat(),
        })
    });
    let left_out = live(move || {
        preview.with(|preview| {
            let line =
                |left: &LeftOut| [&grouped(left.conversations), " ", left.reason.words()].concat();
            preview.left_out.iter().map(line).collect::<Vec<_>>()
        })
    });
    let diagnosis = live(move || {
        preview.with(|preview| {
            preview
                .diagnosis
                .iter()
                .map(diagnosis_words)
                .collect::<Vec<_>>()
        })
    });
    let none = |lines: &Live<Vec<String>>| {
        let lines = Arc::clone(lines);
        live(move || lines().is_empty())
    };
    let (none_left_out, no_diagnosis) = (none(&left_out), none(&diagnosis));
    view! {
        <p class="preview-sentence" role="status"><strong>{many}</strong>{rest}</p>
        <Histogram preview minutes/>
        <div class="left-out" hidden=none_left_out>
            <p>"Left alone, although idle for long enough:"</p>
            <Lines lines=left_out/>
        </div>
        <div class="notice notice-warning" hidden=no_diagnosis>
            <p><strong>"Not all of this can be handed out"</strong></p>
            <Lines lines=diagnosis/>
        </div>
    }
}
