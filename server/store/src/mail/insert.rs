use super::{MAIL, MailKind};
use crate::{Store, StoreError};
use sentences::Language;

/// An e-mail with a link to choose a new password that is to be sent.
#[derive(Debug, Clone, Copy)]
pub struct NewMail<'a> {
    /// The address, in lower case.
    pub recipient: &'a str,
    /// The language, if the recipient has chosen none.
    pub language: Language,
}

/// Puts an e-mail into the outbox, due at once, and wakes who sends it.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.mail.insert", skip_all)]
pub async fn insert(store: &Store, mail: &NewMail<'_>) -> Result<(), StoreError> {
    sqlx::query!(
        "with inserted as (
             insert into mail (kind, recipient, language, created_at, next_attempt_at)
             select $1, $2, $3, now, now from coalesce($4, statement_timestamp()) as now
             returning id)
         select pg_notify($5, '') from inserted",
        MailKind::PasswordLink.as_str(),
        mail.recipient,
        mail.language.code(),
        store.clock.pinned(),
        MAIL,
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}
