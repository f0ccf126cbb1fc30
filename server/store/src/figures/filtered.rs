//! Whether carriers filter many of a campaign's texts.

use super::campaign;
use crate::{Store, StoreError};
use app::domain::{CampaignId, FailureCode, OrganizationId};

// The statement names the code, because the index holds it alone.
const _: () = assert!(FailureCode::FILTERED.0 == 30007);

/// How many were filtered, if they are many of those that are known. Of most campaigns none is, so that one look into a small
/// index, `outbox_filtered`, says so; the others are counted as their figures are.
#[tracing::instrument(name = "db.figures.many_filtered", skip_all, fields(%campaign))]
pub(super) async fn many_filtered(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<Option<u32>, StoreError> {
    let any = sqlx::query_scalar!(
        r#"select exists (
             select from outbox o
               join message m on m.organization_id = o.organization_id and m.id = o.message_id
               join contact co on co.organization_id = m.organization_id and co.id = m.conversation_id
              where o.organization_id = $1 and o.failure_code = 30007 and co.campaign_id = $2) as "any!""#,
        organization.0,
        campaign.0,
    )
    .fetch_one(&store.pool)
    .await?;
    if !any {
        return Ok(None);
    }
    let figures = campaign::figures(store, organization, campaign).await?;
    Ok(figures.texts.many_filtered())
}
