use crate::{Store, StoreError};
use app::domain::{CampaignId, OrganizationId};

/// Whether contacts can be added to a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Importable {
    /// They can.
    Yes,
    /// It was put away.
    Archived,
    /// The organization has no such campaign.
    Absent,
}

/// Whether contacts can be added to a campaign of the organization now.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.campaign.importable", skip_all)]
pub async fn importable(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<Importable, StoreError> {
    let archived: Option<bool> = sqlx::query_scalar!(
        r#"select archived_at is not null as "archived!" from campaign where organization_id = $1 and id = $2"#,
        organization.0,
        campaign.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(match archived {
        Some(false) => Importable::Yes,
        Some(true) => Importable::Archived,
        None => Importable::Absent,
    })
}
