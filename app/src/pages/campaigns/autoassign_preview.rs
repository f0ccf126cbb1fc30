//! What Autoassign Mode would do now with the settings in its form.

use super::obstacles::Obstacles;
use crate::api;
use crate::components::{PreviewReport, ReleaseSubject, derive};
use crate::domain::{Admin, AutoassignMode, CampaignRow, ReleaseKind};
use crate::error::AppError;
use crate::view_models::PreviewWords;
use leptos::prelude::*;
use sentences::page;

/// The preview: how many replies would be released now, and what would keep replies from being handed out.
///
/// # Errors
/// As [`crate::ports::Releases::preview_automatic`].
pub(super) async fn autoassign_preview(
    viewer: &Admin,
    campaign: &CampaignRow,
    mode: AutoassignMode,
    saved: bool,
) -> Result<AnyView, AppError> {
    let id = campaign.counts.campaign;
    let report = match (mode.auto_assign, mode.auto_release) {
        (_, None) => sentence(page::nothing_while_auto_release_is_off()),
        (false, Some(_)) => sentence(page::nothing_while_auto_assign_is_off()),
        (true, Some(interval)) => {
            let releases = api::ports()?.releases;
            let preview = releases.preview_automatic(viewer, id, interval).await?;
            let preview = PreviewWords::of(preview, ReleaseKind::Replies, true);
            let subject = RwSignal::new(ReleaseSubject {
                campaign: Some(id),
                title: campaign.title.clone(),
                kind: ReleaseKind::Replies,
            });
            view! { <PreviewReport preview=RwSignal::new(preview) subject minutes=derive(move || interval.minutes())/> }
                .into_any()
        }
    };
    let is_on = mode.auto_assign || mode.auto_release.is_some();
    let obstacles = if is_on {
        campaign.obstacles.clone()
    } else {
        Vec::new()
    };
    let handed_out = (mode.auto_assign && obstacles.is_empty())
        .then(|| view! { <p>{page::nothing_keeps_replies_back()}</p> });
    let unsaved =
        (!saved).then(|| view! { <p class="hint">{page::these_settings_are_not_saved()}</p> });
    Ok(view! {
        {unsaved}
        {report}
        {handed_out}
        <Obstacles id obstacles/>
    }
    .into_any())
}

fn sentence(sentence: &'static str) -> AnyView {
    view! { <p id="preview-sentence" class="preview-sentence" role="status">{sentence}</p> }
        .into_any()
}
