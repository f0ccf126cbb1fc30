//! Tagging: what it says of a conversation, and who has it then.

use super::held_before::HELD_BEFORE;
use super::tags::HANDLED;
use crate::{Store, StoreError, notify};
use app::domain::{CampaignId, ConversationId, TagId, Tagging, Viewer};
use app::error::AppError;
use const_format::formatcp;
use sentences::page;

/// Gives it exactly these tags; where one of them is another team's to handle, into the pool with it.
#[tracing::instrument(name = "db.conversation.tag", skip_all, fields(%id))]
pub(super) async fn tag(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    page_epoch: i32,
    tags: &[TagId],
) -> Result<Tagging, StoreError> {
    let tags: Vec<i64> = tags.iter().map(|tag| tag.0).collect();
    let mut transaction = store.begin().await?;
    let campaign = lock(&mut transaction, viewer, id, page_epoch).await?;
    if !write(store, &mut transaction, viewer, id, &tags).await? {
        return Ok(Tagging::Kept);
    }
    let tagging = settle(store, &mut transaction, viewer, id).await?;
    notify::changed(
        &mut *transaction,
        viewer.organization,
        [campaign],
        [viewer.member],
    )
    .await?;
    transaction.commit().await?;
    Ok(tagging)
}

/// The lock on the conversation, and whether the page is up to date. `$1` organization, `$2` conversation,
/// `$3` the texter, `$4` the epoch that the page knows.
pub(crate) const LOCK: &str = formatcp!(
    "select cv.campaign_id, cv.assigned_to is not distinct from $3 and cv.lease_epoch = $4 as holds
       from conversation cv
      where cv.organization_id = $1 and cv.id = $2
        and (cv.assigned_to = $3 or {HELD_BEFORE})
        for update"
);

#[derive(sqlx::FromRow)]
struct Locked {
    campaign_id: i64,
    /// The texter holds it, and the page is up to date.
    holds: bool,
}

/// Locks the row for its holder, if the page knows the latest about it.
#[tracing::instrument(name = "db.conversation.lock_tags", skip_all, fields(%id))]
async fn lock(
    transaction: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    page_epoch: i32,
) -> Result<CampaignId, StoreError> {
    let locked: Locked = sqlx::query_as(LOCK)
        .bind(viewer.organization.0)
        .bind(id.0)
        .bind(viewer.member.0)
        .bind(page_epoch)
        .fetch_optional(&mut *transaction)
        .await?
        .ok_or(AppError::NotFound)?;
    if locked.holds {
        Ok(CampaignId(locked.campaign_id))
    } else {
        Err(AppError::ChangedHands.into())
    }
}

/// Writes the tags; whether that changed any. Saving what is there already is no work on a conversation,
/// and does not start its clock anew.
#[tracing::instrument(name = "db.conversation.write_tags", skip_all, fields(%id))]
async fn write(
    store: &Store,
    transaction: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    tags: &[i64],
) -> Result<bool, StoreError> {
    let unknown: i64 = sqlx::query_scalar!(
        r#"select count(*) as "count!"
           from unnest($2::bigint[]) as asked (id)
          where not exists (select from tag t where t.organization_id = $1 and t.id = asked.id)"#,
        viewer.organization.0,
        tags,
    )
    .fetch_one(&mut *transaction)
    .await?;
    if unknown > 0 {
        return Err(AppError::Invalid(page::tag_no_longer_exists().into()).into());
    }
    let removed = sqlx::query!(
        "delete from conversation_tag
          where organization_id = $1 and conversation_id = $2 and tag_id <> all($3)",
        viewer.organization.0,
        id.0,
        tags,
    )
    .execute(&mut *transaction)
    .await?;
    let added = sqlx::query!(
        "insert into conversation_tag (organization_id, conversation_id, tag_id, created_at)
         select $1, $2, asked.id, coalesce($4, statement_timestamp())
           from unnest($3::bigint[]) as asked (id)
         on conflict do nothing",
        viewer.organization.0,
        id.0,
        tags,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    Ok(removed.rows_affected() + added.rows_affected() > 0)
}

/// `$1` organization, `$2` conversation, `$3` the texter, `$4` clock.
pub(crate) const SETTLE: &str = formatcp!(
    "with carried as (
         select count(*) > 0 as escalated, coalesce(bool_or(not {HANDLED}), false) as elsewhere
           from conversation_tag ct
           join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
          where ct.organization_id = $1 and ct.conversation_id = $2 and t.escalation
     ), settled as (
         update conversation cv
            set escalated = carried.escalated,
                held_since = coalesce($4::timestamptz, statement_timestamp()),
                assigned_to = case when carried.elsewhere and not cv.opted_out then null else cv.assigned_to end,
                released_from = case when carried.elsewhere and not cv.opted_out then null else cv.released_from end,
                released_by = case when carried.elsewhere and not cv.opted_out then null else cv.released_by end,
                escalated_by = case when carried.elsewhere and not cv.opted_out then $3 else cv.escalated_by end,
                lease_epoch = cv.lease_epoch + (carried.elsewhere and not cv.opted_out)::int
           from carried
          where cv.organization_id = $1 and cv.id = $2 and cv.assigned_to = $3
         returning cv.id, cv.lease_epoch, cv.assigned_to
     ), audit as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, actor_id, happened_at)
         select $1, 'escalated', array[id], array[$3::bigint], array[lease_epoch], $3,
                coalesce($4::timestamptz, statement_timestamp())
           from settled
          where assigned_to is null
     )
     select assigned_to is null from settled"
);

/// Brings the row in step with its tags, and lets go of it where its texter cannot be given such a one.
///
/// It belongs to nobody then, and not to who let go of it either: `released_from` is emptied, so that no
/// page of theirs takes it back.
#[tracing::instrument(name = "db.conversation.settle_escalation", skip_all, fields(%id))]
async fn settle(
    store: &Store,
    transaction: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Tagging, StoreError> {
    let away: bool = sqlx::query_scalar(SETTLE)
        .bind(viewer.organization.0)
        .bind(id.0)
        .bind(viewer.member.0)
        .bind(store.clock.pinned())
        .fetch_one(&mut *transaction)
        .await?;
    Ok(if away {
        Tagging::Escalated
    } else {
        Tagging::Kept
    })
}
