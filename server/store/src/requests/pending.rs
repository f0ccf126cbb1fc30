//! Requests that wait for somebody to decide on them.

use super::deny::may_decide_on_own;
use crate::count::clamp;
use crate::rules::{ANSWERABLE, NOW};
use crate::{Store, StoreError};
use app::domain::{
    Age, Decider, OrganizationId, PendingRequest, PoolKind, RequestId, UnknownPoolKind,
};
use const_format::formatcp;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    member_id: i64,
    texter: String,
    pool: String,
    kind: String,
    wanted: i32,
    most: i32,
    waiting: i64,
    held: i64,
    today: i64,
}

/// `$1` organization, `$2` clock, `$3` the request after which it begins, `$4` how many.
pub(crate) const PENDING: &str = formatcp!(
    "select r.id, r.member_id, a.name as texter, coalesce(t.title, p.title) as pool, r.kind::text, r.wanted, p.max_per_request as most,
            extract(epoch from {NOW} - r.created_at)::bigint as waiting,
            (select count(*)
               from conversation cv
               join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
              where cv.organization_id = r.organization_id and cv.assigned_to = r.member_id
                and {ANSWERABLE}) as held,
            (select coalesce(sum(given.assigned), 0)
               from assignment_request given
              where given.organization_id = r.organization_id and given.member_id = r.member_id
                and given.state = 'assigned'
                and given.decided_at > {NOW} - interval '24 hours') as today
       from assignment_request r
       join pool p on p.organization_id = r.organization_id and p.id = r.pool_id
       left join team t on t.organization_id = p.organization_id and t.id = p.team_id
       join member m on m.organization_id = r.organization_id and m.id = r.member_id
       join account a on a.id = m.account_id
      where r.organization_id = $1 and r.state = 'pending' and r.id > $3
      order by r.id
      limit $4"
);

/// The oldest first, after a key.
#[tracing::instrument(name = "db.request.list_pending", skip_all)]
pub(super) async fn pending(
    store: &Store,
    viewer: &Decider,
    after: Option<RequestId>,
    limit: u32,
) -> Result<Vec<PendingRequest>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(PENDING)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(after.map_or(0, |after| after.0))
        .bind(i64::from(limit))
        .fetch_all(&store.pool)
        .await?;
    rows.into_iter().map(|row| row.read(viewer)).collect()
}

impl Row {
    fn read(self, viewer: &Decider) -> Result<PendingRequest, StoreError> {
        Ok(PendingRequest {
            id: RequestId(self.id),
            decidable: self.member_id != viewer.member.0 || may_decide_on_own(viewer),
            texter: self.texter,
            pool: self.pool,
            kind: self
                .kind
                .parse::<PoolKind>()
                .map_err(|wrong: UnknownPoolKind| StoreError::Corrupt(wrong.to_string()))?,
            wanted: self.wanted.unsigned_abs(),
            most: self.most.unsigned_abs(),
            waiting: Age::from_seconds(self.waiting),
            held: clamp(self.held),
            today: clamp(self.today),
        })
    }
}

/// How many there are.
#[tracing::instrument(name = "db.request.count_pending", skip_all, fields(%organization))]
pub(super) async fn count(store: &Store, organization: OrganizationId) -> Result<u32, StoreError> {
    let pending = sqlx::query_scalar!(
        r#"select count(*) as "count!" from assignment_request where organization_id = $1 and state = 'pending'"#,
        organization.0,
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(clamp(pending))
}
