//! The end of a tag.

use crate::audit::{self, Change};
use crate::{Store, StoreError};
use app::domain::{AuditAction, AuditActor, AuditSubject, TagId};
use app::error::AppError;
use sentences::page;

/// Deletes a tag that nothing carries. The schema refuses to delete one that something does, so that one
/// which is put on a conversation at this moment is safe too.
#[tracing::instrument(name = "db.tag.delete", skip_all, fields(%tag))]
pub(super) async fn delete(store: &Store, actor: AuditActor, tag: TagId) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    // While it still has its name.
    audit::record(
        &mut transaction,
        &store.clock,
        actor,
        Change::new(AuditAction::TagDeleted, AuditSubject::Tag(tag)),
    )
    .await?;
    let deleted = sqlx::query!(
        "delete from tag where organization_id = $1 and id = $2",
        actor.organization.0,
        tag.0,
    )
    .execute(&mut *transaction)
    .await;
    match deleted {
        Ok(deleted) if deleted.rows_affected() == 1 => {
            transaction.commit().await?;
            Ok(())
        }
        Ok(_) => Err(AppError::NotFound.into()),
        Err(error) if carried(&error) => {
            Err(AppError::Invalid(page::tag_is_in_use().into()).into())
        }
        Err(error) => Err(error.into()),
    }
}

fn carried(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .is_some_and(sqlx::error::DatabaseError::is_foreign_key_violation)
}
