//! The correction of a contact.

use super::lock;
use crate::audit::{self, Change};
use crate::time_zones::time_zone;
use crate::{Store, StoreError, notify, opt_outs};
use app::domain::{
    Admin, AuditAction, AuditSubject, CampaignId, ConversationId, MemberId, PhoneNumber,
};
use app::error::AppError;
use app::field_errors::FieldErrors;
use sentences::page;
use serde_json::{Map, Value};
use sqlx::PgConnection;
use sqlx::types::Json;

/// A contact as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    /// None: as it is.
    pub cell: Option<PhoneNumber>,
    /// What the organization's own database calls it.
    pub external_id: Option<String>,
    /// A zone that PostgreSQL knows; none: the campaign's.
    pub zone: Option<String>,
    /// Custom fields by name.
    pub custom_fields: Map<String, Value>,
}

/// Corrects a contact, if nobody did since `version`; whatever it is now if that is empty. Another cell is that of somebody who was never texted, and opted
/// out if that cell is.
///
/// # Errors
/// No such contact on this campaign; the cell was texted, or is another contact's; corrected since `version`; the
/// database.
#[tracing::instrument(name = "db.contact.correct", skip_all, fields(%contact))]
pub async fn correct(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    contact: ConversationId,
    version: &str,
    correction: &Correction,
) -> Result<(), StoreError> {
    let organization = viewer.organization;
    let mut transaction = store.begin().await?;
    let zone = match &correction.zone {
        Some(name) => Some(time_zone(&mut transaction, name).await?.ok_or_else(|| {
            AppError::Fields(FieldErrors::one("zone", page::time_zone_is_unknown()))
        })?),
        None => None,
    };
    // Forms carry the cell always: opt-outs wait only for one that is another.
    let cell = another_cell(&mut transaction, viewer, contact, correction).await?;
    if cell.is_some() {
        // Before any row: who records an opt-out has its lock when it comes to the conversations.
        lock::while_not_replaced(&mut transaction, campaign).await?;
        opt_outs::exclude(&mut transaction, organization).await?;
    }
    let holder = check(&mut transaction, viewer, campaign, contact, version, cell).await?;
    let saved = sqlx::query!(
        "update contact
            set first_name = $4, last_name = $5, cell = coalesce($6, cell), external_id = $7, custom_fields = $8
          where organization_id = $1 and id = $2 and campaign_id = $3",
        organization.0,
        contact.0,
        campaign.0,
        correction.first_name,
        correction.last_name,
        cell.map(PhoneNumber::as_str),
        correction.external_id,
        Json(&correction.custom_fields) as _,
    )
    .execute(&mut *transaction)
    .await;
    saved.map_err(cell_is_taken)?;
    // Another cell was never texted: what its predecessor's opt-out closed is to be messaged, by whoever requests it.
    sqlx::query!(
        "with seen as materialized (
             select cv.id, cv.assigned_to as holder, cv.status = 'closed' and cv.opted_out as was_closed_by_opt_out,
                    case when $4 then exists (select from opt_out gone
                                               where gone.organization_id = co.organization_id and gone.cell = co.cell)
                         else cv.opted_out end as opted_out
               from contact co
               join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
              where co.organization_id = $1 and co.id = $2
         ), settled as materialized (
             select seen.*, was_closed_by_opt_out and not opted_out as is_open_again,
                    was_closed_by_opt_out and not opted_out and holder is not null as is_lost
               from seen
         ), changed as (
             update conversation cv
                set time_zone_id = $3,
                    opted_out = settled.opted_out,
                    status = case when settled.is_open_again then 'needs_message' else cv.status end,
                    assigned_to = case when settled.is_lost then null else cv.assigned_to end,
                    released_from = case when settled.is_lost then cv.assigned_to else cv.released_from end,
                    released_by = case when settled.is_lost then null else cv.released_by end,
                    lease_epoch = cv.lease_epoch + settled.is_lost::int
               from settled
              where cv.organization_id = $1 and cv.id = settled.id
             returning cv.id, settled.holder, settled.is_lost, cv.lease_epoch
         )
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, actor_id, happened_at)
         select $1, 'released', array[id], array[holder], array[lease_epoch], $5, coalesce($6, statement_timestamp())
           from changed
          where is_lost",
        organization.0,
        contact.0,
        zone,
        cell.is_some(),
        viewer.member.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    let change = Change::new(
        AuditAction::ContactCorrected,
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
    notify::changed(&mut *transaction, organization, [campaign], holder).await?;
    transaction.commit().await?;
    Ok(())
}

/// The cell that a contact is to have, if it has another one now.
#[tracing::instrument(name = "db.contact.another_cell", skip_all)]
async fn another_cell<'a>(
    tx: &mut PgConnection,
    viewer: &Admin,
    contact: ConversationId,
    correction: &'a Correction,
) -> Result<Option<&'a PhoneNumber>, StoreError> {
    let Some(cell) = &correction.cell else {
        return Ok(None);
    };
    let is_theirs = sqlx::query_scalar!(
        r#"select exists (select from contact
                           where organization_id = $1 and id = $2 and cell = $3) as "theirs!""#,
        viewer.organization.0,
        contact.0,
        cell.as_str(),
    )
    .fetch_one(tx)
    .await?;
    Ok((!is_theirs).then_some(cell))
}

/// Locks the conversation, and says who holds it.
#[tracing::instrument(name = "db.contact.check_correction", skip_all)]
async fn check(
    tx: &mut PgConnection,
    viewer: &Admin,
    campaign: CampaignId,
    contact: ConversationId,
    version: &str,
    cell: Option<&PhoneNumber>,
) -> Result<Option<MemberId>, StoreError> {
    // Both rows, in the order in which a send locks them.
    let row = sqlx::query!(
        r#"select cv.assigned_to, co.cell
             from conversation cv
             join contact co on co.organization_id = cv.organization_id and co.id = cv.id
            where cv.organization_id = $1 and cv.id = $2 and co.campaign_id = $3
              for update of cv, co"#,
        viewer.organization.0,
        contact.0,
        campaign.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(AppError::NotFound)?;
    let now = sqlx::query!(
        r#"select exists (select from message m
                         where m.organization_id = co.organization_id and m.conversation_id = co.id)
                    as "has_messages!",
                md5(jsonb_build_array(co.first_name, co.last_name, co.cell, co.external_id, co.custom_fields,
                                      cv.time_zone_id)::text) = $3 or $3 = '' as "is_known!"
           from contact co
           join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
          where co.organization_id = $1 and co.id = $2"#,
        viewer.organization.0,
        contact.0,
        version,
    )
    .fetch_one(&mut *tx)
    .await?;
    if !now.is_known {
        return Err(AppError::SavedMeanwhile.into());
    }
    let is_another = cell.is_some_and(|cell| cell.as_str() != row.cell);
    if is_another && now.has_messages {
        let errors = FieldErrors::one("cell", page::cell_was_texted());
        return Err(AppError::Fields(errors).into());
    }
    Ok(row.assigned_to.map(MemberId))
}

fn cell_is_taken(error: sqlx::Error) -> StoreError {
    let taken = error
        .as_database_error()
        .is_some_and(sqlx::error::DatabaseError::is_unique_violation);
    if taken {
        let errors = FieldErrors::one("cell", page::cell_is_on_the_campaign());
        return AppError::Fields(errors).into();
    }
    error.into()
}
