use super::ClaimedMail;
use crate::{Store, StoreError};
use app::domain::MailFailure;
use std::time::Duration;

/// Deletes an e-mail that was sent, or that has nobody to go to; an invite link has reached its address then. Nothing
/// happens if it was claimed again meanwhile.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.mail.delete", skip_all, fields(mail = mail.id))]
pub async fn delete(store: &Store, mail: &ClaimedMail) -> Result<(), StoreError> {
    sqlx::query!(
        "with gone as (
             delete from mail where id = $1 and attempts = $2
             returning organization_id, invite_id, recipient)
         delete from invite_mail_failure f
          using gone
          where f.organization_id = gone.organization_id and f.invite_id = gone.invite_id
            and f.recipient = gone.recipient",
        mail.id,
        mail.attempt,
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}

/// Deletes an e-mail that is given up. Of an invite link it is kept which address it did not reach, unless the link was
/// revoked meanwhile; of a link to choose a password it is not, because that would say who asked for one. Nothing happens
/// if it was claimed again meanwhile.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.mail.give_up", skip_all, fields(mail = mail.id))]
pub async fn give_up(
    store: &Store,
    mail: &ClaimedMail,
    reason: MailFailure,
) -> Result<(), StoreError> {
    sqlx::query!(
        "with gone as (
             delete from mail where id = $1 and attempts = $2
             returning organization_id, invite_id, recipient)
         insert into invite_mail_failure (organization_id, invite_id, recipient, reason, failed_at)
         select gone.organization_id, gone.invite_id, gone.recipient, $3, coalesce($4, statement_timestamp())
           from gone
           join invite i on i.organization_id = gone.organization_id and i.id = gone.invite_id
          where i.revoked_at is null
         on conflict (organization_id, invite_id, recipient) do update
            set reason = excluded.reason, failed_at = excluded.failed_at",
        mail.id,
        mail.attempt,
        reason.as_str(),
        store.clock.pinned(),
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
