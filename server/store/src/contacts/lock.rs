//! The locks of an import: one that only other imports into the campaign wait for, for as long as contacts are added, and
//! the campaign's row, for which automatic release, a pause or a save wait too, for a moment at the end.

use crate::StoreError;
use app::domain::{CampaignId, OrganizationId};
use sqlx::PgConnection;

/// The first half of the advisory lock's key, which tells it from others. The second is the campaign: two whose numbers
/// agree in 32 bits wait for each other, and nothing else.
const IMPORTS: i32 = 0x0708;

/// Waits for other imports into the campaign, and keeps others from beginning, until the transaction ends.
#[tracing::instrument(name = "db.contact.lock_imports", skip_all)]
pub(super) async fn after_other_imports(
    tx: &mut PgConnection,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::int)",
        IMPORTS,
        campaign.0,
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Whether a campaign was launched.
pub(super) struct Launched(pub bool);

/// Keeps others from launching, pausing or archiving a campaign until the transaction ends; `None` if it is archived.
#[tracing::instrument(name = "db.contact.lock_campaign", skip_all)]
pub(super) async fn campaign(
    tx: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<Option<Launched>, StoreError> {
    let started = sqlx::query_scalar!(
        r#"select started_at is not null as "started!"
             from campaign
            where organization_id = $1 and id = $2 and archived_at is null
              for no key update"#,
        organization.0,
        campaign.0,
    );
    Ok(started.fetch_optional(tx).await?.map(Launched))
}
