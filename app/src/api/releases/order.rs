//! The parser of a release form.

use crate::domain::{CampaignId, ReleaseKind, ReleaseOrder, ReleasePolicy};
use crate::error::AppError;
use sentences::page;

/// The order that a form makes. On one campaign the switches are those of that dialog, whatever was sent.
///
/// # Errors
/// Unsent messages are released by campaign only, what a member held by their suspension; a second pass and a bulk action are none.
pub fn order(
    policy: ReleasePolicy,
    campaign: Option<CampaignId>,
    kind: ReleaseKind,
) -> Result<ReleaseOrder, AppError> {
    match (campaign, kind) {
        // What a suspended member held is released by the suspension, a second pass and a bulk action have forms of their own.
        (_, ReleaseKind::Held | ReleaseKind::SecondPass | ReleaseKind::Bulk) => {
            Err(AppError::Invalid(page::form_is_not_valid().into()))
        }
        (Some(campaign), kind) => Ok(ReleaseOrder::on_campaign(
            campaign,
            kind,
            policy.interval,
            policy.include_auto_assign_off,
        )),
        (None, ReleaseKind::Replies) => Ok(ReleaseOrder::Everywhere(policy)),
        (None, ReleaseKind::Unsent) => Err(AppError::Invalid(
            page::unsent_on_one_campaign_only().into(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::order;
    use crate::domain::{CampaignId, ReleaseKind, ReleaseOrder, ReleasePolicy};

    #[test]
    fn unsent_messages_are_not_released_everywhere_nor_what_a_member_holds_anywhere() {
        let policy = ReleasePolicy::default();
        assert!(order(policy, None, ReleaseKind::Unsent).is_err());
        assert!(order(policy, Some(CampaignId(1)), ReleaseKind::Held).is_err());
        assert!(order(policy, Some(CampaignId(1)), ReleaseKind::SecondPass).is_err());
        let replies = order(policy, None, ReleaseKind::Replies);
        assert_eq!(replies, Ok(ReleaseOrder::Everywhere(policy)));
    }
}
