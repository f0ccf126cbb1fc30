use crate::domain::{CampaignId, ReleaseKind, ReleaseOrder, ReleasePolicy};
use crate::error::AppError;

/// What a form asks for. On one campaign the switches are those of that dialog, whatever was sent.
///
/// # Errors
/// Unsent messages are released by campaign only.
pub fn order(
    policy: ReleasePolicy,
    campaign: Option<CampaignId>,
    kind: ReleaseKind,
) -> Result<ReleaseOrder, AppError> {
    match (campaign, kind) {
        (Some(campaign), kind) => Ok(ReleaseOrder::on_campaign(
            campaign,
            kind,
            policy.interval,
            policy.include_auto_assign_off,
        )),
        (None, ReleaseKind::Replies) => Ok(ReleaseOrder::everywhere(policy)),
        (None, ReleaseKind::Unsent) => Err(AppError::Invalid(
            "Unsent messages are released one campaign at a time. Choose a campaign.".into(),
        )),
    }
}
