//! The removal of a contact.

use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{Admin, AuditAction, AuditSubject, CampaignId, ConversationId, MemberId};
use app::error::AppError;
use sentences::page;

/// Removes a contact to whom nothing was sent and who did not write. Who holds it loses it, and is told to look.
///
/// # Errors
/// No such contact on this campaign; something was sent or came in; the database.
#[tracing::instrument(name = "db.contact.remove", skip_all, fields(%contact))]
pub async fn remove(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    contact: ConversationId,
) -> Result<(), StoreError> {
    let organization = viewer.organization;
    let mut transaction = store.begin().await?;
    // Who sends locks the conversation first, so that no text gets in between.
    let row = sqlx::query!(
        "select assigned_to from conversation
          where organization_id = $1 and id = $2 and campaign_id = $3
            for update",
        organization.0,
        contact.0,
        campaign.0,
    )
    .fetch_optional(&mut *transaction)
    .await?
    .ok_or(AppError::NotFound)?;
    let removed = sqlx::query!(
        "delete from contact co
          where co.organization_id = $1 and co.id = $2 and co.campaign_id = $3
            and not exists (select from message m
                             where m.organization_id = co.organization_id and m.conversation_id = co.id)",
        organization.0,
        contact.0,
        campaign.0,
    )
    .execute(&mut *transaction)
    .await?;
    if removed.rows_affected() != 1 {
        return Err(AppError::Invalid(page::texted_contact_stays().into()).into());
    }
    let change = Change::new(
        AuditAction::ContactRemoved,
        AuditSubject::Campaign(campaign),
    );
    let detail = format!("#{contact}");
    audit::record(
        &mut transaction,
        &store.clock,
        viewer.actor(),
        change.detail(&detail),
    )
    .await?;
    let holder = row.assigned_to.map(MemberId);
    notify::changed(&mut *transaction, organization, [campaign], holder).await?;
    transaction.commit().await?;
    Ok(())
}
