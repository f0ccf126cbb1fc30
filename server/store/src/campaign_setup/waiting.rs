//! People who wait for an answer on a campaign, before it stops.

use crate::campaigns::counts;
use crate::{Store, StoreError};
use app::domain::{CampaignId, OrganizationId};
use app::error::AppError;
use app::field_errors::FieldErrors;

/// Refuses with the sentence, if people wait for an answer on the campaign.
///
/// # Errors
/// People wait; the database.
pub(super) async fn refuse_if_people_wait(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    sentence: fn(u32) -> String,
) -> Result<(), StoreError> {
    let counts = counts(store, organization, &[campaign]).await?;
    match counts.iter().map(|row| row.unhandled + row.in_pool).sum() {
        0 => Ok(()),
        waiting => {
            let errors = FieldErrors::one("confirmed", &sentence(waiting));
            Err(AppError::Fields(errors).into())
        }
    }
}
