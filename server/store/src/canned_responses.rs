//! The canned responses of a campaign, as they are read; who saves them does so with the campaign's page
//! (`campaign_setup/save/responses.rs`).

use app::domain::{CampaignId, CannedResponse, CannedResponseId, OrganizationId};
use sqlx::PgConnection;

/// All of them, in the order in which texters see them.
#[tracing::instrument(name = "db.canned_response.list", skip_all, fields(%campaign))]
pub(crate) async fn canned_responses(
    connection: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<Vec<CannedResponse>, sqlx::Error> {
    let rows = sqlx::query!(
        "select id, title, body
           from canned_response
          where organization_id = $1 and campaign_id = $2
          order by position",
        organization.0,
        campaign.0,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| CannedResponse {
            id: Some(CannedResponseId(row.id)),
            title: row.title,
            body: row.body,
        })
        .collect())
}
