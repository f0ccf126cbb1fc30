//! The tabs of the campaigns page, and the newest campaigns of all of them.

use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{CampaignId, CampaignTitle, OrganizationId};
use app::ports::CampaignTabs;

/// How many campaigns there are to choose from where one is chosen by its title.
const NEWEST: i64 = 50;

/// How many campaigns are in each tab: one walk over those of the organization.
#[tracing::instrument(name = "db.campaign.tabs", skip_all, fields(%organization))]
pub(super) async fn tabs(
    store: &Store,
    organization: OrganizationId,
) -> Result<CampaignTabs, StoreError> {
    let counted = sqlx::query!(
        r#"select count(*) filter (where started_at is not null and archived_at is null) as "current!",
                count(*) filter (where started_at is null and archived_at is null) as "drafts!",
                count(*) filter (where archived_at is not null) as "archived!"
           from campaign
          where organization_id = $1"#,
        organization.0,
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(CampaignTabs {
        current: clamp(counted.current),
        drafts: clamp(counted.drafts),
        archived: clamp(counted.archived),
    })
}

/// The newest campaigns, in whichever tab.
#[tracing::instrument(name = "db.campaign.newest", skip_all, fields(%organization))]
pub(super) async fn newest(
    store: &Store,
    organization: OrganizationId,
) -> Result<Vec<CampaignTitle>, StoreError> {
    let rows = sqlx::query!(
        "select id, title from campaign where organization_id = $1 order by id desc limit $2",
        organization.0,
        NEWEST,
    )
    .fetch_all(&store.pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| CampaignTitle {
            campaign: CampaignId(row.id),
            title: row.title,
        })
        .collect())
}
