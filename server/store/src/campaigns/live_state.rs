//! What changes on campaigns while they are looked at.

use super::autoassign::windows;
use super::counts::counts;
use crate::{Store, StoreError};
use app::domain::{CampaignId, CampaignLiveState, OrganizationId};

/// The figures and the switches of some campaigns, in two statements however many they are; ids of other
/// organizations are passed over.
pub(super) async fn live_state(
    store: &Store,
    organization: OrganizationId,
    campaigns: &[CampaignId],
) -> Result<Vec<CampaignLiveState>, StoreError> {
    let figures = counts(store, organization, campaigns).await?;
    let windows = windows(store, organization, campaigns).await?;
    Ok(figures
        .into_iter()
        .filter_map(|counts| {
            let mut windows = windows.iter();
            let of = windows.find(|window| window.campaign == counts.campaign)?;
            Some(CampaignLiveState {
                counts,
                autoassign: of.window,
                paused: of.paused,
            })
        })
        .collect())
}
