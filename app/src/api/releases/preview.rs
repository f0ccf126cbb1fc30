use crate::domain::{CampaignId, ReleaseKind, ReleasePolicy};
use crate::error::AppError;
use crate::view_models::PreviewWords;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// What a release would take now. Admins only.
///
/// # Errors
/// As [`crate::ports::Releases::preview`].
#[server(prefix = "/api", endpoint = "releases/preview", output = Postcard)]
pub async fn preview_release(
    /// By which policy; on one campaign only the interval and the confirmation count.
    policy: ReleasePolicy,
    /// On one campaign; nothing = on all.
    #[server(default)]
    campaign: Option<CampaignId>,
    /// Replies, or initials that were not sent.
    #[server(default)]
    kind: ReleaseKind,
) -> Result<PreviewWords, AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let order = super::order(policy, campaign, kind)?;
    let preview = api::ports()?.releases.preview(&viewer, order).await?;
    Ok(PreviewWords::of(preview, kind, campaign.is_some()))
}
