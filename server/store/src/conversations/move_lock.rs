//! The locks of a move of a reply.

use crate::StoreError;
use app::domain::{CampaignId, ConversationId, Viewer};
use sqlx::PgConnection;

/// Locks every conversation with the contact's cell, in the order of their ids, as an opt-out does, and as it leaves out a
/// draft's that are being replaced: of two moves at once
/// the second one sees what the first one did. Then whoever holds the contact's thread on the campaign that the reply goes
/// to: a suspension of theirs comes before or after the move. Statements of their own, so that what is read after them is
/// what was waited for.
#[tracing::instrument(name = "db.conversation.lock_cell", skip_all, fields(%id, %campaign))]
pub(super) async fn lock(
    transaction: &mut PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select from contact co
           join contact same on same.organization_id = co.organization_id and same.cell = co.cell
           join conversation cv on cv.organization_id = same.organization_id and cv.id = same.id
          where co.organization_id = $1 and co.id = $2
            and contacts_stay(same.organization_id, same.campaign_id)
          order by cv.id
            for update of cv",
        viewer.organization.0,
        id.0,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        "select from contact co
           join contact same on same.organization_id = co.organization_id and same.cell = co.cell
           join conversation cv on cv.organization_id = same.organization_id and cv.id = same.id
           join member m on m.organization_id = cv.organization_id and m.id = cv.assigned_to
          where co.organization_id = $1 and co.id = $2 and same.campaign_id = $3
            for key share of m",
        viewer.organization.0,
        id.0,
        campaign.0,
    )
    .execute(&mut *transaction)
    .await?;
    Ok(())
}
