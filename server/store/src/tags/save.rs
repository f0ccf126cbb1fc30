//! What is changed of a tag.

use super::title::refuse_taken;
use crate::audit::{self, Change, Differences};
use crate::count::clamp;
use crate::unique_violation::unique_violation;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, OrganizationId, TagId};
use app::error::AppError;
use app::ports::TagBasics;
use sentences::page;

/// Renames it and says whether it escalates, if it still is what it `was`; nothing happens if it is the same.
/// `conversation.escalated` is a copy of that, so the conversations that carry the tag follow in the same transaction: at
/// no moment does one of them say something else than its tags do. How many began or ceased to be escalated.
#[tracing::instrument(name = "db.tag.save", skip_all, fields(%tag))]
pub(super) async fn save(
    store: &Store,
    actor: AuditActor,
    tag: TagId,
    was: &TagBasics,
    basics: &TagBasics,
) -> Result<u32, StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    // Nobody puts the tag on a conversation meanwhile: their reference to it waits for this lock.
    let now = sqlx::query_as!(
        TagBasics,
        "select title, escalation from tag where organization_id = $1 and id = $2 for update",
        organization.0,
        tag.0,
    )
    .fetch_optional(&mut *transaction)
    .await?;
    let now = now.ok_or(AppError::NotFound)?;
    if now == *basics {
        return Ok(0);
    }
    if now != *was {
        return Err(AppError::SavedMeanwhile.into());
    }
    let taken = page::another_tag_has_this_title();
    // One that has its title from before keeps it.
    if now.title != basics.title {
        let title = &basics.title;
        refuse_taken(&mut transaction, organization, Some(tag), title, taken).await?;
    }
    sqlx::query!(
        "update tag set title = $3, escalation = $4 where organization_id = $1 and id = $2",
        organization.0,
        tag.0,
        basics.title,
        basics.escalation,
    )
    .execute(&mut *transaction)
    .await
    .map_err(|error| unique_violation(error, taken))?;
    let mut moved = 0;
    if now.escalation != basics.escalation {
        // An ordinary tag is held by nobody: every team may be given its conversations.
        if !basics.escalation {
            sqlx::query!(
                "delete from team_tag where organization_id = $1 and tag_id = $2",
                organization.0,
                tag.0,
            )
            .execute(&mut *transaction)
            .await?;
        }
        moved = recompute(&mut transaction, organization, tag).await?;
        notify::settings_changed(&mut *transaction, organization).await?;
    }
    let mut differences = Differences::default();
    differences.note("title", &now.title, &basics.title);
    differences.note_switch("escalation", now.escalation, basics.escalation);
    let change = Change::new(AuditAction::TagSaved, AuditSubject::Tag(tag));
    let change = change.detail(differences.detail());
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    transaction.commit().await?;
    Ok(moved)
}

/// Says of every conversation with this tag anew whether it carries an escalation tag: it may carry
/// others too.
#[tracing::instrument(name = "db.tag.recompute", skip_all, fields(%tag))]
async fn recompute(
    transaction: &mut sqlx::PgConnection,
    organization: OrganizationId,
    tag: TagId,
) -> Result<u32, StoreError> {
    let changed = sqlx::query!(
        "with carrying as (
             select cv.id
               from conversation cv
               join conversation_tag ct on ct.organization_id = cv.organization_id
                                       and ct.conversation_id = cv.id
              where ct.organization_id = $1 and ct.tag_id = $2
              -- In one order, so that two of these do not wait for each other.
              order by cv.id
                for update of cv
         ), judged as (
             select carrying.id,
                    exists (select from conversation_tag ct
                              join tag on tag.organization_id = ct.organization_id and tag.id = ct.tag_id
                             where ct.organization_id = $1
                               and ct.conversation_id = carrying.id
                               and tag.escalation) as escalated
               from carrying
         )
         update conversation cv
            set escalated = judged.escalated
           from judged
          where cv.organization_id = $1
            and cv.id = judged.id
            and cv.escalated <> judged.escalated",
        organization.0,
        tag.0,
    )
    .execute(transaction)
    .await?;
    Ok(clamp(changed.rows_affected().cast_signed()))
}
