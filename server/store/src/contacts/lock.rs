//! The locks of an import: one that only other imports into the campaign wait for, for as long as contacts are added; one
//! by which others know that all contacts of a draft are being replaced; and the campaign's row, for which automatic
//! release, a pause or a save wait too: for a moment at the end, or while a draft's contacts are replaced.

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

/// The first half of the lock's key while the contacts of a draft are replaced; the second is the campaign.
const REPLACEMENTS: i32 = 0x0709;

/// The contacts of a campaign are being replaced, until the transaction ends. Their rows are locked for as long as that
/// takes, and opt-outs are waited for at its end: so whoever has the lock of opt-outs must not wait for one of those rows.
/// `contacts_stay` says so to who can leave them out; the others wait by [`while_not_replaced`] before they lock anything.
#[tracing::instrument(name = "db.contact.lock_replacement", skip_all)]
pub(super) async fn replace(tx: &mut PgConnection, campaign: CampaignId) -> Result<(), StoreError> {
    sqlx::query!(
        "select pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::int)",
        REPLACEMENTS,
        campaign.0,
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Keeps the contacts of a campaign from being replaced until the transaction ends; waits while they are.
#[tracing::instrument(name = "db.contact.wait_for_replacement", skip_all)]
pub(super) async fn while_not_replaced(
    tx: &mut PgConnection,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select pg_advisory_xact_lock_shared($1, ($2::bigint % 2147483647)::int)",
        REPLACEMENTS,
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
