use super::claim::Claimed;
use super::mark_sent::Mark;
use crate::opt_outs::{self, Source};
use crate::{Store, StoreError, notify};

/// Gives a text up, and says why. If it is because the contact opted out with the carrier, that is
/// recorded along with it, for every campaign of the organization.
///
/// # Errors
/// The database; neither is written then.
#[tracing::instrument(name = "db.outbox.fail", skip_all, fields(message = %claimed.message))]
pub async fn fail(
    store: &Store,
    claimed: &Claimed,
    reason: &str,
    opted_out: bool,
) -> Result<Mark, StoreError> {
    let mut tx = store.begin().await?;
    let failed = sqlx::query!(
        "update outbox
         set state = 'failed', last_error = $4
         where organization_id = $1 and message_id = $2
           and state = 'sending' and attempts = $3",
        claimed.organization.0,
        claimed.message.0,
        claimed.attempt,
        reason,
    )
    .execute(&mut *tx)
    .await?;
    if opted_out {
        let to = &claimed.text.to;
        let affected = opt_outs::record(
            &mut tx,
            &store.clock,
            claimed.organization,
            to,
            Source::Carrier,
        )
        .await?;
        notify::changed(
            &mut *tx,
            claimed.organization,
            affected.campaigns,
            affected.members,
        )
        .await?;
    }
    tx.commit().await?;
    Ok(if failed.rows_affected() == 1 {
        Mark::Done
    } else {
        Mark::Superseded
    })
}
