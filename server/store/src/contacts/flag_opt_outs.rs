//! The opt-outs that a draft's contacts lack.

use crate::{StoreError, opt_outs};
use app::domain::{CampaignId, OrganizationId};
use sqlx::PgConnection;

/// Closes whoever of a draft's contacts has opted out and is not flagged: their opt-out was recorded while they were to be
/// replaced, and in the end nobody took their place. Whoever records one now is waited for, or sees them. Nothing is sent
/// before a launch, which is the one to call this.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact.flag_missed_opt_outs", skip_all, fields(%campaign))]
pub(crate) async fn flag_missed_opt_outs(
    tx: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    opt_outs::exclude(&mut *tx, organization).await?;
    sqlx::query!(
        "update conversation cv
            set opted_out = true, status = 'closed'
           from opt_out gone
           join contact co on co.organization_id = gone.organization_id and co.cell = gone.cell
          where gone.organization_id = $1 and co.campaign_id = $2
            and cv.organization_id = co.organization_id and cv.id = co.id and not cv.opted_out",
        organization.0,
        campaign.0,
    )
    .execute(tx)
    .await?;
    Ok(())
}
