//! The reading of the log, by keyset pages.

use crate::{Store, StoreError};
use app::domain::{
    AuditEvent, AuditFilter, AuditKey, AuditPage, AuditPart, AuditSubject, MemberId, OrganizationId,
};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use const_format::formatcp;

/// The first events of a range, newest first. `$1` organization, `$2` and `$3` the key after which it begins, `$4` the first
/// moment, `$5` the one at which it ends, `$6` how many. Days, key and order are one range of the index of each filter: the
/// primary key, `audit_event_by_actor`, `audit_event_by_action` or `audit_event_by_member`.
macro_rules! range {
    ($filter:literal) => {
        formatcp!(
            "select e.at, e.id, e.actor_id, e.actor as called, host(e.address) as address, e.action, e.subject_kind, e.subject_id,
                    e.subject, e.detail
               from audit_event e
              where e.organization_id = $1
                and (e.at, e.id) < ($2::timestamptz, $3::bigint)
                and e.at >= $4::timestamptz
                and e.at < $5::timestamptz
                and {FILTER}
              order by e.at desc, e.id desc
              limit $6",
            FILTER = $filter
        )
    };
}

/// A page of them, with those who did it as they are called.
macro_rules! events {
    ($range:expr) => {
        formatcp!(
            "with page as (
                 {RANGE}
             )
             select page.*, coalesce(page.called, a.name) as actor
               from page
               left join member m on m.organization_id = $1 and m.id = page.actor_id
               left join account a on a.id = m.account_id
              order by page.at desc, page.id desc",
            RANGE = $range
        )
    };
}

/// Of everybody. `$7` a member, `$8` an action, here as below.
pub(crate) const EVERY: &str = events!(range!("($7::bigint is null and $8::text is null)"));
/// Of a member.
pub(crate) const BY_ACTOR: &str = events!(range!("e.actor_id = $7::bigint and $8::text is null"));
/// Of an action.
pub(crate) const BY_ACTION: &str = events!(range!("$7::bigint is null and e.action = $8::text"));
/// Of an action of a member.
pub(crate) const OF_BOTH: &str = events!(range!("e.actor_id = $7::bigint and e.action = $8::text"));
/// What was done to a member, by an action or any.
pub(crate) const BY_SUBJECT: &str = events!(range!(
    "e.subject_kind = 'member' and e.subject_id = $7::bigint and ($8::text is null or e.action = $8::text)"
));
/// What a member did or what was done to them, by an action or any: a range of each, of which those of the page are taken.
pub(crate) const OF_EITHER: &str = events!(formatcp!(
    "select * from (({DID}) union all ({DONE_TO})) either
      order by at desc, id desc
      limit $6",
    DID = range!("e.actor_id = $7::bigint and ($8::text is null or e.action = $8::text)"),
    // What they did to themselves is in the other one.
    DONE_TO = range!(
        "e.subject_kind = 'member' and e.subject_id = $7::bigint and e.actor_id is distinct from $7::bigint
         and ($8::text is null or e.action = $8::text)"
    )
));

#[derive(sqlx::FromRow)]
struct Row {
    at: DateTime<Utc>,
    id: i64,
    actor_id: Option<i64>,
    actor: Option<String>,
    address: Option<String>,
    action: String,
    subject_kind: String,
    subject_id: Option<i64>,
    subject: Option<String>,
    detail: String,
}

impl Row {
    fn read(self) -> AuditEvent {
        AuditEvent {
            at: self.at,
            actor: self.actor_id.map(MemberId).zip(self.actor),
            address: self.address,
            action: self.action.parse(),
            subject: AuditSubject::from_parts(&self.subject_kind, self.subject_id).ok(),
            subject_name: self.subject,
            detail: self.detail,
        }
    }
}

/// One page of a size, newest first, after a key.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.audit_event.list", skip_all, fields(%organization))]
pub async fn events(
    store: &Store,
    organization: OrganizationId,
    filter: AuditFilter,
    after: Option<AuditKey>,
    size: u16,
) -> Result<AuditPage, StoreError> {
    let part = filter.person.map(|_| filter.part);
    let statement = match (part, filter.action) {
        (None, None) => EVERY,
        (None, Some(_)) => BY_ACTION,
        (Some(AuditPart::Actor), None) => BY_ACTOR,
        (Some(AuditPart::Actor), Some(_)) => OF_BOTH,
        (Some(AuditPart::Subject), _) => BY_SUBJECT,
        (Some(AuditPart::Either), _) => OF_EITHER,
    };
    let (since, until) = bounds(filter);
    let after = after.unwrap_or(AuditKey {
        at: until,
        id: i64::MAX,
    });
    let mut rows: Vec<Row> = sqlx::query_as(statement)
        .bind(organization.0)
        .bind(after.at)
        .bind(after.id)
        .bind(since)
        .bind(until)
        .bind(i64::from(size) + 1)
        .bind(filter.person.map(|member| member.0))
        .bind(filter.action.map(|action| action.as_str()))
        .fetch_all(&store.pool)
        .await?;
    let more = rows.len() > usize::from(size);
    rows.truncate(usize::from(size));
    let next = rows.last().filter(|_| more).map(|row| AuditKey {
        at: row.at,
        id: row.id,
    });
    let rows = rows.into_iter().map(Row::read);
    Ok(AuditPage {
        rows: rows.collect(),
        next,
    })
}

/// The days as moments, within what PostgreSQL can store. An open end is one that no clock reaches.
fn bounds(filter: AuditFilter) -> (DateTime<Utc>, DateTime<Utc>) {
    let first = NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default();
    let last = NaiveDate::from_ymd_opt(9999, 12, 30).unwrap_or_default();
    let midnight = |day: NaiveDate| day.clamp(first, last).and_time(NaiveTime::MIN).and_utc();
    let since = midnight(filter.from.unwrap_or(first));
    let to = filter.to.unwrap_or(last).min(last);
    let until = to.checked_add_days(Days::new(1)).unwrap_or(last);
    (since, until.max(first).and_time(NaiveTime::MIN).and_utc())
}
