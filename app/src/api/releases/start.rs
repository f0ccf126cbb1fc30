use crate::domain::{CampaignId, ReleaseKind, ReleasePolicy, ReleaseProgress};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Releases. Admins only.
///
/// # Errors
/// On a campaign whose auto-assign is off: it is not confirmed. Else as [`crate::ports::Releases::start`].
#[server(prefix = "/api", endpoint = "releases/start", output = Postcard)]
pub async fn start_release(
    /// By which policy; on one campaign only the interval and the confirmation count.
    policy: ReleasePolicy,
    /// On one campaign; nothing = on all.
    #[server(default)]
    campaign: Option<CampaignId>,
    /// Replies, or initials that were not sent.
    #[server(default)]
    kind: ReleaseKind,
) -> Result<ReleaseProgress, AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let order = super::order(policy, campaign, kind)?;
    if let Some(campaign) = campaign.filter(|_| !policy.include_auto_assign_off) {
        super::confirmation::refuse_unconfirmed(&viewer, campaign, kind, policy.interval).await?;
    }
    let progress = api::ports()?.releases.start(&viewer, order).await?;
    // A plain form lands on the release, which says what came of it; one of nothing is in no history, which says so.
    leptos_axum::redirect(&match progress.released_nothing() {
        true => format!("/releases?nothing={}", kind.as_str()),
        false => format!("/releases/{}", progress.release),
    });
    Ok(progress)
}
