//! Approval levels, a page of them at a time.

use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject};
use app::error::AppError;
use app::ports::LevelChange;

/// Saves what differs from what the page showed. A member whose level is not what the page showed was
/// changed by somebody else: then nothing is saved.
#[tracing::instrument(name = "db.people.save_levels", skip_all, fields(organization = %actor.organization))]
pub(super) async fn save(
    store: &Store,
    actor: AuditActor,
    changes: &[LevelChange],
) -> Result<u32, StoreError> {
    let organization = actor.organization;
    let differing: Vec<&LevelChange> = changes
        .iter()
        .filter(|change| change.level != change.was)
        .collect();
    let members: Vec<i64> = differing.iter().map(|change| change.member.0).collect();
    let was: Vec<&str> = differing.iter().map(|change| change.was.as_str()).collect();
    let levels: Vec<&str> = differing
        .iter()
        .map(|change| change.level.as_str())
        .collect();
    let mut transaction = store.begin().await?;
    let known: i64 = sqlx::query_scalar!(
        r#"select count(distinct id) as "count!" from member where organization_id = $1 and id = any($2)"#,
        organization.0,
        &members,
    )
    .fetch_one(&mut *transaction)
    .await?;
    if known != members.len() as i64 {
        return Err(AppError::NotFound.into());
    }
    // What the page showed in the `where`: of two admins who save at once, the second changes fewer rows.
    let saved = sqlx::query!(
        "update member m
            set approval_level = given.level::approval_level
           from unnest($2::bigint[], $3::text[], $4::text[]) as given (id, was, level)
          where m.organization_id = $1
            and m.id = given.id
            and m.approval_level = given.was::approval_level",
        organization.0,
        &members,
        &was as &[&str],
        &levels as &[&str],
    )
    .execute(&mut *transaction)
    .await?;
    if saved.rows_affected() != members.len() as u64 {
        return Err(AppError::SavedMeanwhile.into());
    }
    for change in differing {
        let changed = Change::new(
            AuditAction::LevelChanged,
            AuditSubject::Member(change.member),
        );
        // As the page showed it, which the save compared.
        let detail = format!("{} → {}", change.was.as_str(), change.level.as_str());
        audit::record(
            &mut transaction,
            &store.clock,
            actor,
            changed.detail(&detail),
        )
        .await?;
    }
    if !members.is_empty() {
        // The forms of those whom it concerns say something else now.
        notify::settings_changed(&mut *transaction, organization).await?;
    }
    transaction.commit().await?;
    Ok(crate::count::clamp(saved.rows_affected().cast_signed()))
}
