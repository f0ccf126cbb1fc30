//! The names of a campaign's custom fields: the columns of its export.

use crate::{Store, StoreError};
use app::domain::{Admin, CampaignId};

/// The names, in alphabetical order, of the fields that any contact has. Another organization's campaign has none.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.export.custom_fields", skip_all, fields(%campaign))]
pub async fn custom_fields(
    store: &Store,
    admin: &Admin,
    campaign: CampaignId,
) -> Result<Vec<String>, StoreError> {
    let mut names = sqlx::query_scalar!(
        "select field
           from contact_field
          where organization_id = $1 and campaign_id = $2 and is_custom
          group by field
         having sum(present) > 0",
        admin.organization.0,
        campaign.0,
    )
    .fetch_all(&store.pool)
    .await?;
    // By bytes, whatever the database's collation.
    names.sort_unstable();
    Ok(names)
}
