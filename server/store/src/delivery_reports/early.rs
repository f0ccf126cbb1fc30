use super::record::{Reported, record};
use crate::{Store, StoreError, stored_word};
use chrono::{DateTime, Utc};
use server_message::{DeliveryReport, FailureCode, ReportedState, ServiceSid};

/// How many reports of unknown texts are kept for an organization. A carrier reports within a second of the send, so that
/// more are those of a program that uses the same account: of these the oldest make room, and the organization's own are
/// recorded long before it is their turn.
const MAX_KEPT: i64 = 1_000;
/// For how long, in seconds. The longest send takes half a minute, and is looked for a few minutes later if its answer
/// was lost.
const KEPT_SECONDS: f64 = 3_600.0;

/// Keeps a report of a text whose id is not known. Of two about one text the failure is kept, whose word is the greater one,
/// and its reason; that the contact opted out with the carrier counts before any other.
#[tracing::instrument(name = "db.early_delivery_report.keep", skip_all)]
pub(super) async fn keep(store: &Store, report: &DeliveryReport) -> Result<(), StoreError> {
    let row = sqlx::query!(
        r#"with s as (
             select organization_id, service
               from sending_number
              where number in ($1, $8) and service = $2
              order by number = $1 desc
              limit 1
         ), size as (
             -- Servers that keep one each at the same moment may exceed it by a few.
             select count(*) as reports
               from (select from s
                     join early_delivery_report kept on kept.organization_id = s.organization_id
                    limit $7::bigint + 100) kept
         ), oldest as (
             select kept.organization_id, kept.service, kept.service_sid
               from s
               join early_delivery_report kept on kept.organization_id = s.organization_id
              where not exists (select from early_delivery_report same
                                 where same.organization_id = s.organization_id and same.service = s.service
                                   and same.service_sid = $3)
              order by kept.received_at, kept.service_sid
              limit (select greatest(reports - $7::bigint + 1, 0) from size)
         ), evicted as (
             delete from early_delivery_report gone
              using oldest
              where gone.organization_id = oldest.organization_id and gone.service = oldest.service
                and gone.service_sid = oldest.service_sid
             returning gone.service_sid
         ), kept as (
             insert into early_delivery_report as early
                    (organization_id, service, service_sid, own_number, state, failure_code, received_at, next_attempt_at,
                     messaging_service)
             select s.organization_id, s.service, $3, $1, $4, $5, coalesce($6, statement_timestamp()),
                    coalesce($6, statement_timestamp()) + interval '1 second', $8
               from s
                 on conflict (organization_id, service, service_sid)
                 do update set state = greatest(early.state, excluded.state),
                               failure_code = case when excluded.failure_code = $9 then $9
                                                   else coalesce(early.failure_code, excluded.failure_code) end
             returning early.service_sid
         )
         select exists (select from kept) as "is_kept!", (select count(*) from evicted) as "evicted!""#,
        report.own_number,
        report.service.as_str(),
        report.sid.0,
        report.state.as_str(),
        report.state.code().map(|code| code.0),
        store.clock.pinned(),
        MAX_KEPT,
        report.messaging_service(),
        FailureCode::OPTED_OUT.0,
    )
    .fetch_one(&store.pool)
    .await?;
    if !row.is_kept {
        tracing::warn!(own_number = %report.own_number, "a delivery report of a text that is not known was dropped: no organization sends from its number or Messaging Service");
    }
    if row.evicted > 0 {
        tracing::warn!(own_number = %report.own_number, evicted = row.evicted, "the oldest delivery reports of texts that are not known were dropped, because too many are kept");
    }
    Ok(())
}

/// What became of the early reports that were due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EarlyCounts {
    /// Their texts are known by now.
    pub applied: u32,
    /// They are tried again later.
    pub postponed: u32,
    /// Their texts did not become known.
    pub expired: u32,
}

struct Early {
    organization_id: i64,
    service: String,
    service_sid: String,
    own_number: String,
    messaging_service: Option<String>,
    state: String,
    failure_code: Option<i32>,
    received_at: DateTime<Utc>,
    is_expired: bool,
}

/// Records what early reports say of texts that are known by now; up to `limit` that are due, longest due first. The
/// others are tried again after as long as they have waited, and expire after an hour. Any number of servers may do so at
/// once: what is recorded twice is recorded once.
///
/// # Errors
/// The database, as long as it does not answer; what was recorded is, and the rest stays due.
#[tracing::instrument(name = "db.early_delivery_report.apply", skip_all)]
pub async fn apply_early(store: &Store, limit: u32) -> Result<EarlyCounts, StoreError> {
    let due = sqlx::query_as!(
        Early,
        r#"select organization_id, service, service_sid, own_number, messaging_service, state, failure_code, received_at,
                  received_at + $3 * interval '1 second' <= coalesce($1, statement_timestamp()) as "is_expired!"
             from early_delivery_report
            where next_attempt_at <= coalesce($1, statement_timestamp())
            order by next_attempt_at
            limit $2"#,
        store.clock.pinned(),
        i64::from(limit),
        KEPT_SECONDS,
    )
    .fetch_all(&store.pool)
    .await?;
    let mut counts = EarlyCounts::default();
    for early in due {
        let reported = match early.report() {
            Ok(report) => record(store, &report).await,
            Err(error) => Err(error),
        };
        if let Err(error) = &reported {
            // The others do not wait for it.
            tracing::warn!(%error, sid = early.service_sid, "an early delivery report was not recorded");
        }
        if reported.is_ok_and(|reported| reported != Reported::Early) {
            forget(store, &early).await?;
            counts.applied += 1;
        } else if early.is_expired {
            forget(store, &early).await?;
            counts.expired += 1;
        } else {
            postpone(store, &early).await?;
            counts.postponed += 1;
        }
    }
    Ok(counts)
}

impl Early {
    fn report(&self) -> Result<DeliveryReport, StoreError> {
        let corrupt = |what: &str| StoreError::Corrupt(format!("an early delivery report: {what}"));
        Ok(DeliveryReport {
            service: self.service.parse().map_err(|_| corrupt(&self.service))?,
            sid: ServiceSid(self.service_sid.clone()),
            own_number: self.own_number.clone(),
            messaging_service: (self.messaging_service.as_deref().map(stored_word)).transpose()?,
            state: ReportedState::of_word(&self.state, self.failure_code)
                .ok_or_else(|| corrupt(&self.state))?,
        })
    }
}

/// Deletes one as it was read: if it says more by now, it is looked at once more.
#[tracing::instrument(name = "db.early_delivery_report.forget", skip_all)]
async fn forget(store: &Store, early: &Early) -> Result<(), StoreError> {
    sqlx::query!(
        "delete from early_delivery_report
          where organization_id = $1 and service = $2 and service_sid = $3
            and state = $4 and failure_code is not distinct from $5",
        early.organization_id,
        early.service,
        early.service_sid,
        early.state,
        early.failure_code,
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}

#[tracing::instrument(name = "db.early_delivery_report.postpone", skip_all)]
async fn postpone(store: &Store, early: &Early) -> Result<(), StoreError> {
    sqlx::query!(
        "update early_delivery_report
            set next_attempt_at = coalesce($4, statement_timestamp())
                                + greatest(coalesce($4, statement_timestamp()) - $5, interval '1 second')
          where organization_id = $1 and service = $2 and service_sid = $3",
        early.organization_id,
        early.service,
        early.service_sid,
        store.clock.pinned(),
        early.received_at,
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}
