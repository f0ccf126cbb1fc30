//! A new tag.

use super::title::refuse_taken;
use crate::audit::{self, Change};
use crate::unique_violation::unique_violation;
use crate::{Store, StoreError};
use app::domain::{AuditAction, AuditActor, AuditSubject, TagId};
use app::error::AppError;
use sentences::page;

/// They are all on one page.
const MAX_TAGS: i64 = 200;

/// Creates it. Nothing carries it yet, so nothing else changes.
#[tracing::instrument(name = "db.tag.create", skip_all, fields(organization = %actor.organization))]
pub(super) async fn create(
    store: &Store,
    actor: AuditActor,
    title: &str,
    escalation: bool,
) -> Result<TagId, StoreError> {
    let organization = actor.organization;
    let taken = page::tag_with_this_title_exists();
    let mut transaction = store.begin().await?;
    refuse_taken(&mut transaction, organization, None, title, taken).await?;
    let tag: Option<i64> = sqlx::query_scalar!(
        "insert into tag (organization_id, title, escalation)
         select $1, $2, $3 where (select count(*) from tag where organization_id = $1) < $4
         returning id",
        organization.0,
        title,
        escalation,
        MAX_TAGS,
    )
    .fetch_optional(&mut *transaction)
    .await
    .map_err(|error| unique_violation(error, taken))?;
    let tag = tag.ok_or_else(|| AppError::Invalid(page::too_many_tags(&MAX_TAGS.to_string())))?;
    let tag = TagId(tag);
    audit::record(
        &mut transaction,
        &store.clock,
        actor,
        Change::new(AuditAction::TagCreated, AuditSubject::Tag(tag)),
    )
    .await?;
    transaction.commit().await?;
    Ok(tag)
}
