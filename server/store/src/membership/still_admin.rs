use crate::StoreError;
use app::domain::AuditActor;
use app::error::AppError;
use sqlx::PgConnection;

/// Makes sure that whoever does something that takes long is an admin still, and stays one until the transaction ends.
/// Whoever has the server itself is no member.
///
/// # Errors
/// They are none any more; the database.
#[tracing::instrument(name = "db.member.still_admin", skip_all)]
pub(crate) async fn still_admin(
    tx: &mut PgConnection,
    actor: AuditActor,
) -> Result<(), StoreError> {
    let Some(member) = actor.member else {
        return Ok(());
    };
    let admin = sqlx::query!(
        "select from member
          where organization_id = $1 and id = $2 and role >= 'admin'
            for key share",
        actor.organization.0,
        member.0,
    );
    if admin.execute(tx).await?.rows_affected() != 1 {
        return Err(AppError::NotAllowed.into());
    }
    Ok(())
}
