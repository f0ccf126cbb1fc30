use crate::{Store, StoreError};
use app::domain::{MessageId, OrganizationId};
use chrono::{DateTime, Utc};
use server_message::{OutboundText, ServiceKind};
use std::time::Duration;

/// The name of a claim, chosen before the database is asked: whoever never gets the answer can still end the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClaimId(pub(super) i64);

impl ClaimId {
    /// A name that no other claim has.
    pub fn random() -> Self {
        Self(rand::random())
    }
}

/// A text that the caller may send until its lease ends.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// Whose text.
    pub organization: OrganizationId,
    /// Which message.
    pub message: MessageId,
    /// Which attempt this is, from 1; fences what is written about it.
    pub attempt: i16,
    /// Somebody claimed it before, and it is not known how far they came: ask the service first.
    pub resumed: bool,
    /// Who serves the number; `None` if the number is not the organization's any more.
    pub service: Option<ServiceKind>,
    /// The text.
    pub text: OutboundText,
    /// The contact has opted out, and this is not the goodbye that was written with the opt-out.
    pub opted_out: bool,
    /// It is the goodbye that was written with an opt-out.
    pub goodbye: bool,
    /// Its campaign is paused.
    pub paused: bool,
    /// When it was written: no service took it before.
    pub written_at: DateTime<Utc>,
}

struct Row {
    organization_id: i64,
    message_id: i64,
    attempts: i16,
    resumed: bool,
    opted_out: bool,
    goodbye: bool,
    paused: bool,
    service: Option<String>,
    own_number: String,
    cell: String,
    body: String,
    created_at: DateTime<Utc>,
}

/// Claims up to `limit` texts that are due, longest due first, each for `lease`: queued ones, and those
/// whose lease ended. If there is no answer, [`super::end_claim()`] ends the claim by its `id`. It spans
/// organizations, as the one worker does; each row leads to rows of its own organization only.
///
/// # Errors
/// The database; a row that cannot be read.
#[tracing::instrument(name = "db.outbox.claim", skip_all)]
pub async fn claim(
    store: &Store,
    id: ClaimId,
    limit: usize,
    lease: Duration,
) -> Result<Vec<Claimed>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as!(
        Row,
        // due: what others are claiming right now is skipped, not waited for.
        r#"with due as (
             select organization_id, message_id, state
             from outbox
             where state in ('queued', 'sending')
               and next_attempt_at <= coalesce($1, statement_timestamp())
             order by next_attempt_at
             limit $2
             for update skip locked
         ),
         -- The end of the lease stands where the next attempt stood.
         claimed as (
             update outbox o
             set state = 'sending',
                 claim_id = $4,
                 attempts = least(o.attempts + 1, 32767),
                 next_attempt_at = coalesce($1, statement_timestamp()) + $3 * interval '1 second'
             from due d
             where o.organization_id = d.organization_id and o.message_id = d.message_id
             returning o.organization_id, o.message_id, o.attempts, o.goodbye, d.state = 'sending' as resumed
         )
         select k.organization_id, k.message_id, k.attempts, k.resumed as "resumed!",
                s.service as "service?", m.own_number, c.cell, m.body, m.created_at, k.goodbye,
                ca.paused_at is not null as "paused!",
                -- Whenever it was written: a text and an opt-out that are written at once may have either order.
                not k.goodbye and exists (select from opt_out o
                                          where o.organization_id = c.organization_id and o.cell = c.cell) as "opted_out!"
         from claimed k
         join message m on m.organization_id = k.organization_id and m.id = k.message_id
         join contact c on c.organization_id = m.organization_id and c.id = m.conversation_id
         join campaign ca on ca.organization_id = c.organization_id and ca.id = c.campaign_id
         left join sending_number s on s.organization_id = m.organization_id and s.number = m.own_number
         order by k.message_id"#,
        store.clock.pinned(),
        i64::try_from(limit).unwrap_or(i64::MAX),
        lease.as_secs_f64(),
        id.0,
    )
    .fetch_all(&store.pool)
    .await?;
    rows.into_iter().map(Claimed::try_from).collect()
}

impl TryFrom<Row> for Claimed {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let corrupt = |error: &dyn std::fmt::Display| {
            StoreError::Corrupt(format!(
                "message {} on its way out: {error}",
                row.message_id
            ))
        };
        let service = row.service.as_deref().map(str::parse).transpose();
        Ok(Self {
            organization: OrganizationId(row.organization_id),
            message: MessageId(row.message_id),
            attempt: row.attempts,
            resumed: row.resumed,
            opted_out: row.opted_out,
            goodbye: row.goodbye,
            paused: row.paused,
            service: service.map_err(|e| corrupt(&e))?,
            text: OutboundText {
                from: row.own_number.parse().map_err(|e| corrupt(&e))?,
                to: row.cell.parse().map_err(|e| corrupt(&e))?,
                body: row.body,
            },
            written_at: row.created_at,
        })
    }
}
