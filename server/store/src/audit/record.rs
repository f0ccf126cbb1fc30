//! The writing of events, in the transaction of what they tell of: what is refused or rolled back leaves none.

use crate::clock::Clock;
use crate::{Store, StoreError};
use app::domain::{AccountId, AuditAction, AuditActor, AuditSubject};
use sqlx::PgConnection;

/// What was done.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// What.
    pub action: AuditAction,
    /// To what, which has to be there when it is recorded: its name is written down.
    pub subject: AuditSubject,
    /// What else is known; may be empty.
    pub detail: &'a str,
}

impl<'a> Change<'a> {
    /// A change of which nothing else is to be known.
    pub fn new(action: AuditAction, subject: AuditSubject) -> Self {
        Self {
            action,
            subject,
            detail: "",
        }
    }

    /// The change, with what else is known.
    pub fn detail(self, detail: &'a str) -> Self {
        Self { detail, ..self }
    }
}

/// Records a change.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.audit_event.record", skip_all, fields(action = change.action.as_str()))]
pub async fn record(
    tx: &mut PgConnection,
    clock: &Clock,
    actor: AuditActor,
    change: Change<'_>,
) -> Result<(), StoreError> {
    let (kind, id) = change.subject.parts();
    // Its name is written down, and that of whoever did it: the log outlives both.
    sqlx::query!(
        "insert into audit_event
                (organization_id, at, actor_id, actor, address, action, subject_kind, subject_id, subject, detail)
         values ($1, coalesce($2::timestamptz, statement_timestamp()), $3,
                 (select a.name from member m join account a on a.id = m.account_id
                   where m.organization_id = $1 and m.id = $3),
                 $4::text::inet, $5, $6, $7,
                 case $6
                   when 'member' then (select a.name from member m join account a on a.id = m.account_id
                                        where m.organization_id = $1 and m.id = $7)
                   when 'campaign' then (select title from campaign where organization_id = $1 and id = $7)
                   when 'team' then (select title from team where organization_id = $1 and id = $7)
                   when 'tag' then (select title from tag where organization_id = $1 and id = $7)
                 end,
                 $8)",
        actor.organization.0,
        clock.pinned(),
        actor.member.map(|member| member.0),
        actor.address.map(|address| address.to_string()),
        change.action.as_str(),
        kind,
        id,
        change.detail
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Records what changes nothing in the database, as an export.
///
/// # Errors
/// The database.
pub async fn record_alone(
    store: &Store,
    actor: AuditActor,
    change: Change<'_>,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    record(&mut transaction, &store.clock, actor, change).await?;
    transaction.commit().await?;
    Ok(())
}

/// Records what was done to an account in each organization that it is not suspended in, with what else is known, which
/// may be empty. `by` is the account's person, as a member of the organization in which they did it: the others do not
/// learn where their request came from. `None` is somebody at the command line.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.audit_event.record_for_account", skip_all, fields(action = action.as_str()))]
pub async fn record_for_account(
    tx: &mut PgConnection,
    clock: &Clock,
    account: AccountId,
    (action, detail): (AuditAction, &str),
    by: Option<AuditActor>,
) -> Result<(), StoreError> {
    sqlx::query!(
        "insert into audit_event
                (organization_id, at, actor_id, actor, address, action, subject_kind, subject_id, subject, detail)
         select m.organization_id, coalesce($2::timestamptz, statement_timestamp()), case when $3 then m.id end,
                case when $3 then a.name end, case when m.organization_id = $7 then $4::text::inet end, $5, 'member', m.id,
                a.name, $6
           from member m join account a on a.id = m.account_id
          where a.id = $1 and m.role <> 'suspended'",
        account.0,
        clock.pinned(),
        by.is_some(),
        by.and_then(|actor| actor.address)
            .map(|address| address.to_string()),
        action.as_str(),
        detail,
        by.map(|actor| actor.organization.0),
    )
    .execute(tx)
    .await?;
    Ok(())
}
