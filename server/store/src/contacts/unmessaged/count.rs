//! The count of a campaign's unmessaged contacts.

use crate::count::clamp;
use crate::database::answered;
use crate::rules::UNMESSAGED;
use crate::{Store, StoreError};
use app::domain::{CampaignId, ConversationId, OrganizationId, UnmessagedPreview};
use const_format::formatcp;
use std::time::Duration;

/// How long counting may take: it looks at each contact of the campaign.
const COUNT_TIMEOUT: Duration = Duration::from_secs(30);

/// `$1` organization, `$2` campaign, `$3` the newest contact that counts. The contacts of the campaign are read by the
/// index that keeps their cells unique, and lead to the conversations, which have no index by campaign alone; the messages
/// of who may be unmessaged are looked for by `message_thread`.
pub(crate) const COUNTS: &str = formatcp!(
    "select count(*) filter (where judged.unmessaged) as unmessaged,
            count(*) filter (where judged.unmessaged and judged.assigned_to is not null) as held,
            count(*) filter (where not judged.unmessaged) as stay,
            max(judged.id) as newest
       from (select {UNMESSAGED} as unmessaged, cv.id, cv.assigned_to
               from contact co
               join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
              where co.organization_id = $1 and co.campaign_id = $2 and co.id <= $3) judged"
);

#[derive(sqlx::FromRow)]
struct Counted {
    unmessaged: i64,
    held: i64,
    stay: i64,
    newest: Option<i64>,
}

/// Counts all contacts of the campaign.
pub(super) async fn preview(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<UnmessagedPreview, StoreError> {
    up_to(store, organization, campaign, ConversationId(i64::MAX)).await
}

/// Counts those contacts of the campaign that are not newer than one of them.
#[tracing::instrument(name = "db.unmessaged.count", skip_all, fields(%campaign))]
pub(super) async fn up_to(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    newest: ConversationId,
) -> Result<UnmessagedPreview, StoreError> {
    let row = sqlx::query_as(COUNTS)
        .bind(organization.0)
        .bind(campaign.0)
        .bind(newest.0)
        .fetch_one(&store.pool);
    let row: Counted = answered(COUNT_TIMEOUT, async { Ok::<_, StoreError>(row.await?) }).await?;
    Ok(UnmessagedPreview {
        unmessaged: clamp(row.unmessaged),
        held: clamp(row.held),
        stay: clamp(row.stay),
        newest: row.newest.map(ConversationId),
    })
}
