//! The removal of a campaign's contacts before another list takes their place.

use crate::audit::{self, Change};
use crate::clock::Clock;
use crate::{Store, StoreError};
use app::domain::{Admin, AuditAction, AuditActor, AuditSubject, CampaignId};
use sqlx::PgConnection;

/// Whether a list can take the place of the contacts of a campaign: it has some, and is still a draft, of which nothing
/// was sent.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact.may_replace", skip_all, fields(%campaign))]
pub async fn may_replace(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
) -> Result<bool, StoreError> {
    let may = sqlx::query_scalar!(
        r#"select ca.started_at is null
                and exists (select from contact co
                             where co.organization_id = ca.organization_id and co.campaign_id = ca.id) as "may!"
             from campaign ca
            where ca.organization_id = $1 and ca.id = $2"#,
        viewer.organization.0,
        campaign.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(may.unwrap_or(false))
}

/// Removes all contacts of a campaign, unless one of them was texted or wrote; says whether it did. The caller holds the
/// campaign's row, and has said that its contacts are being replaced.
#[tracing::instrument(name = "db.contact.clear", skip_all, fields(%campaign))]
pub(super) async fn clear(
    tx: &mut PgConnection,
    clock: &Clock,
    actor: AuditActor,
    campaign: CampaignId,
) -> Result<bool, StoreError> {
    let organization = actor.organization;
    // Who sends locks the conversation first, so no text gets in between. By the index of the campaign's cells.
    sqlx::query!(
        "select
           from contact co
           join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
          where co.organization_id = $1 and co.campaign_id = $2
          order by cv.id
            for update of cv",
        organization.0,
        campaign.0,
    )
    .execute(&mut *tx)
    .await?;
    let is_texted = sqlx::query_scalar!(
        r#"select exists (select from contact co
                           join message m on m.organization_id = co.organization_id and m.conversation_id = co.id
                          where co.organization_id = $1 and co.campaign_id = $2) as "texted!""#,
        organization.0,
        campaign.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    if is_texted {
        return Ok(false);
    }
    let removed = sqlx::query!(
        "delete from contact where organization_id = $1 and campaign_id = $2",
        organization.0,
        campaign.0,
    )
    .execute(&mut *tx)
    .await?;
    let removed = removed.rows_affected();
    if removed > 0 {
        let change = Change::new(
            AuditAction::ContactsReplaced,
            AuditSubject::Campaign(campaign),
        );
        let detail = removed.to_string();
        audit::record(&mut *tx, clock, actor, change.detail(&detail)).await?;
    }
    Ok(true)
}
