use super::ClaimedMail;
use crate::{Store, StoreError};
use std::time::Duration;

/// Deletes an e-mail that was sent or given up. Nothing happens if it was claimed again meanwhile.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.mail.delete", skip_all, fields(mail = mail.id))]
pub async fn delete(store: &Store, mail: &ClaimedMail) -> Result<(), StoreError> {
    sqlx::query!(
        "delete from mail where id = $1 and attempts = $2",
        mail.id,
        mail.attempt,
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}

/// Has an e-mail tried again after a delay. Nothing happens if it was claimed again meanwhile.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.mail.postpone", skip_all, fields(mail = mail.id))]
pub async fn postpone(
    store: &Store,
    mail: &ClaimedMail,
    delay: Duration,
) -> Result<(), StoreError> {
    sqlx::query!(
        "update mail set next_attempt_at = coalesce($3, statement_timestamp()) + make_interval(secs => $4)
          where id = $1 and attempts = $2",
        mail.id,
        mail.attempt,
        store.clock.pinned(),
        // An interval of sqlx has no nanoseconds.
        delay.as_secs_f64(),
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}
