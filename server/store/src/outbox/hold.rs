use super::claim::Claimed;
use crate::{Store, StoreError};

/// What became of a text whose campaign was paused or archived when it was claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// It is held until the campaign is resumed, or unarchived.
    Held,
    /// The campaign runs again: the text may be sent.
    Resumed,
    /// The lease ended and another claimed the row; it is theirs, and nothing was written.
    Superseded,
}

/// Gives a claim back until the campaign is resumed, or unarchived, unless it runs again by now. The text was surely not
/// taken.
///
/// The campaign's row is locked against a resume meanwhile: that finds what is held, or is seen here.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.outbox.hold", skip_all, fields(message = %claimed.message))]
pub async fn hold(store: &Store, claimed: &Claimed) -> Result<Hold, StoreError> {
    let row = sqlx::query!(
        r#"with halted as (
             select ca.id
               from message m
               join contact c on c.organization_id = m.organization_id and c.id = m.conversation_id
               join campaign ca on ca.organization_id = c.organization_id and ca.id = c.campaign_id
              where m.organization_id = $1 and m.id = $2 and (ca.paused_at is not null or ca.archived_at is not null)
                for share of ca
         ), held as (
             update outbox
                set state = 'held', last_error = null
              where organization_id = $1 and message_id = $2
                and state = 'sending' and attempts = $3
                and exists (select from halted)
             returning message_id
         )
         select exists (select from halted) as "is_halted!", exists (select from held) as "is_held!""#,
        claimed.organization.0,
        claimed.message.0,
        claimed.attempt,
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(match (row.is_halted, row.is_held) {
        (false, _) => Hold::Resumed,
        (true, true) => Hold::Held,
        (true, false) => Hold::Superseded,
    })
}
