use super::send_checks::{COLUMNS, SendChecks, TABLES};
use crate::rules::NOW;
use crate::{Store, StoreError};
use app::domain::{MessageId, OrganizationId};
use chrono::{DateTime, Utc};
use const_format::formatcp;
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
    /// For how long the carrier has asked to have it later; `None` if it never did.
    pub deferred_for: Option<Duration>,
    /// Somebody claimed it before, and it is not known how far they came: ask the service first.
    pub resumed: bool,
    /// Who serves the sender; `None` if the sender is not the organization's any more.
    pub service: Option<ServiceKind>,
    /// The text.
    pub text: OutboundText,
    /// What it depends on, as it was when it was claimed.
    pub checks: SendChecks,
    /// When it was written: no service took it before.
    pub written_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    organization_id: i64,
    message_id: i64,
    attempts: i16,
    resumed: bool,
    deferred_seconds: Option<f64>,
    #[sqlx(flatten)]
    checks: SendChecks,
    service: Option<String>,
    own_number: String,
    cell: String,
    body: String,
    created_at: DateTime<Utc>,
}

/// How many more texts are looked at where a number has a rate: those of one that cannot keep up are passed over so many
/// at a time, and the others are behind them.
const MORE_WITH_RATES: i64 = 500;

/// The claim of what is due. `$1` how many, `$2` clock, `$3` seconds of the lease, `$4` the name of the claim, `$5` how many more are looked
/// at where a number has a rate.
///
/// What is due is found by `outbox_due`, where what others are claiming right now is skipped, not waited for; what waits
/// for the turn of a number by `outbox_paced`.
pub(crate) const DUE_TEXTS: &str = formatcp!(
    "with known as materialized (
         -- One entry of an index each: in the order of `outbox_paced`, so that it is not looked for in the table. Without
         -- either, nothing of rates is looked at below.
         select exists (select from sending_number where texts_per_second is not null) as any_rate,
                (select organization_id from outbox where state = 'paced'
                 order by organization_id, paced_number, message_id limit 1) is not null as any_paced
     ),
     due as (
         select organization_id, message_id, state, next_attempt_at
         from outbox
         where state in ('queued', 'sending')
           and next_attempt_at <= {NOW}
         order by next_attempt_at
         limit $1::bigint + (select case when any_rate then $5::bigint else 0 end from known)
         for update skip locked
     ),
     -- What is due from a number with a rate waits for its turn, so that it is passed over from now on. What was
     -- claimed before had its turn.
     rated as (
         select d.organization_id, d.message_id, s.number
         from due d
         -- `offset 0`: a look at its key for each, whatever number of them is expected.
         cross join lateral (select m.own_number
                             from message m
                             where m.organization_id = d.organization_id and m.id = d.message_id
                             offset 0) m
         join sending_number s on s.organization_id = d.organization_id and s.number = m.own_number
         where (select any_rate from known) and s.texts_per_second is not null and d.state = 'queued'
     ),
     paced as (
         update outbox o
         set state = 'paced', paced_number = r.number
         from rated r
         where o.organization_id = r.organization_id and o.message_id = r.message_id
     ),
     -- The numbers whose turn it is. Their rows are locked, so that two servers never both have the turn; who comes
     -- later sees when the next one is.
     open as (
         select s.organization_id, s.number,
                case when s.texts_per_second is null then $1::bigint
                     else least($1::bigint, greatest(1, s.texts_per_second / 10)) end as texts
         from sending_number s
         where (select any_paced from known)
           and (s.texts_per_second is null or s.next_text_at is null
                or s.next_text_at <= {NOW})
           -- `offset 0`: a look at the index for each number, not at all that waits.
           and exists (select from outbox o
                       where o.state = 'paced' and o.organization_id = s.organization_id
                         and o.paced_number = s.number
                       offset 0)
         order by s.organization_id, s.number
         for no key update skip locked
     ),
     turns as (
         select p.organization_id, p.message_id, p.next_attempt_at, open.number
         from open
         cross join lateral (
             select o.organization_id, o.message_id, o.next_attempt_at
             from outbox o
             where o.state = 'paced' and o.organization_id = open.organization_id
               and o.paced_number = open.number
             order by o.message_id
             limit open.texts
             for update skip locked) p
     ),
     chosen as (
         select organization_id, message_id, state, next_attempt_at, null::text as number
         from due d
         where not exists (select from rated r
                           where r.organization_id = d.organization_id and r.message_id = d.message_id)
         union all
         select organization_id, message_id, 'paced', next_attempt_at, number from turns
         -- Of what is due at the same moment, turns first: one that passes unused is lost.
         order by next_attempt_at, number nulls last
         limit $1::bigint
     ),
     spent as (
         update sending_number s
         set next_text_at = {NOW} + c.texts * interval '1 second' / s.texts_per_second
         from (select organization_id, number, count(*) as texts
               from chosen
               where number is not null
               group by organization_id, number) c
         where s.organization_id = c.organization_id and s.number = c.number
     ),
     -- The end of the lease stands where the next attempt stood.
     claimed as (
         update outbox o
         set state = 'sending',
             claim_id = $4,
             attempts = least(o.attempts + 1, 32767),
             next_attempt_at = {NOW} + $3 * interval '1 second'
         from chosen d
         where o.organization_id = d.organization_id and o.message_id = d.message_id
         returning o.organization_id, o.message_id, o.attempts, o.goodbye, d.state = 'sending' as resumed,
                   extract(epoch from {NOW} - o.deferred_since)::float8 as deferred_seconds
     )
     select k.organization_id, k.message_id, k.attempts, k.resumed, k.deferred_seconds,
            s.service, m.own_number, c.cell, m.body, m.created_at,
            {COLUMNS}
       from claimed k
       join {TABLES}
       left join sending_number s on s.organization_id = m.organization_id and s.number = m.own_number
      order by k.message_id"
);

/// Claims up to `limit` texts that are due, longest due first, each for `lease`: queued ones, and those
/// whose lease ended. Of a number with a rate no more than that, whoever claims: one at a time, evenly spread, and from 20
/// a second on a tenth of a second's at a time, because a claim for each would cost too much. If there is no answer,
/// [`super::end_claim()`] ends the claim by its `id`. It spans organizations, as the one worker does; each row leads to
/// rows of its own organization only.
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
    let rows: Vec<Row> = sqlx::query_as(DUE_TEXTS)
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .bind(store.clock.pinned())
        .bind(lease.as_secs_f64())
        .bind(id.0)
        .bind(MORE_WITH_RATES)
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
            // Negative: the clock was set back.
            deferred_for: row
                .deferred_seconds
                .map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or_default()),
            resumed: row.resumed,
            checks: row.checks,
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
