use crate::{Store, StoreError};
use app::domain::{CampaignId, OrganizationId};

/// The organizations that have a campaign with this number; more than one only in a database that was
/// put together from several. For the operator at the command line, who stands outside of them all:
/// the one statement here that is bound to no organization.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.campaign.organizations", skip_all)]
pub async fn organizations_with_campaign(
    store: &Store,
    campaign: CampaignId,
) -> Result<Vec<OrganizationId>, StoreError> {
    let ids: Vec<i64> = sqlx::query_scalar!(
        "select organization_id from campaign where id = $1 order by organization_id",
        campaign.0,
    )
    .fetch_all(&store.pool)
    .await?;
    Ok(ids.into_iter().map(OrganizationId).collect())
}
