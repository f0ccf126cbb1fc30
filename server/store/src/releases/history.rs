//! The release history, by keyset pages.

use super::record::{RECORD_COLUMNS, RECORD_TABLES, RecordRow};
use crate::{Store, StoreError};
use app::domain::{OrganizationId, ReleaseFilter, ReleaseId, ReleasedBy};
use app::error::AppError;
use app::ports::ReleaseHistory;
use const_format::formatcp;

const PAGE: usize = 50;

/// How automatic releases are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Those of an hour as one.
    Grouped,
    /// Each by itself.
    Each,
}

/// A page of heads, then what each stands for. `$1` organization, `$2` clock, `$3` the key after which it
/// begins, `$4` by whom, `$5` a campaign, `$6` a group, `$7` how many.
///
/// A release on all campaigns belongs to each of them; a texter's own, one at a suspension, and a bulk action to those that it took
/// something on, which its audit knows.
macro_rules! history {
    ($head:literal) => {
        formatcp!(
            "with page as (
                 select {HEAD} as head, min(r.id) as first, count(*) as releases,
                        bool_or(r.state = 'running') as running, bool_or(r.state = 'failed') as failed,
                        sum(r.expected) as expected, sum(r.conversations) as conversations,
                        case when count(*) = 1 then max(r.campaigns)
                             else count(distinct r.campaign_id) end as campaigns,
                        sum(extract(epoch from coalesce(r.finished_at, $2::timestamptz, statement_timestamp())
                                               - r.started_at)) as ran,
                        count(distinct r.interval_minutes) = 1 as same_interval,
                        count(distinct r.campaign_id) = 1 as same_campaign,
                        -- Nothing else can be undone: only of these it is looked up whether they are.
                        array_agg(r.id) filter (
                            where r.finished_at > coalesce($2::timestamptz, statement_timestamp()) - interval '10 minutes'
                        ) as just_ended
                   from release r
                  where r.organization_id = $1
                    and ($3::bigint is null or {HEAD} < $3)
                    and case $4
                          when 'hand' then r.scope in ('everywhere', 'campaign', 'suspension', 'review') and r.undoes_id is null
                          when 'automatic' then r.scope = 'automatic' and r.undoes_id is null
                          when 'texters' then r.scope = 'texter' and r.undoes_id is null
                          when 'undo' then r.undoes_id is not null
                          else true
                        end
                    and ($5::bigint is null
                         or r.campaign_id = $5
                         or r.scope = 'everywhere'
                         or r.scope in ('texter', 'suspension', 'review')
                            and exists (select
                                          from assignment_event e
                                         cross join unnest(e.conversation_ids) as moved (id)
                                          join conversation cv on cv.organization_id = e.organization_id
                                                              and cv.id = moved.id
                                         where e.organization_id = r.organization_id
                                           and e.release_id = r.id
                                           and cv.campaign_id = $5))
                    and ($6::bigint is null or r.group_id = $6)
                  group by {HEAD}
                  order by {HEAD} desc
                  limit $7
             )
             select {RECORD_COLUMNS}
               from page
               join {RECORD_TABLES} on r.organization_id = $1 and r.id = page.first
              order by page.head desc",
            HEAD = $head
        )
    };
}

/// Pages whose heads are groups.
pub(crate) const GROUPED: &str = history!("coalesce(r.group_id, r.id)");
/// Pages whose heads are releases.
pub(crate) const EACH: &str = history!("r.id");

/// One page, newest first, after a key.
#[tracing::instrument(name = "db.release.history", skip_all, fields(%organization))]
pub async fn history(
    store: &Store,
    organization: OrganizationId,
    filter: ReleaseFilter,
    detail: Detail,
    after: Option<ReleaseId>,
) -> Result<ReleaseHistory, StoreError> {
    let statement = match (detail, filter.group) {
        (Detail::Grouped, None) => GROUPED,
        (Detail::Each, _) | (_, Some(_)) => EACH,
    };
    let by = filter.by.map(|by| match by {
        ReleasedBy::Hand => "hand",
        ReleasedBy::Automatic => "automatic",
        ReleasedBy::Texters => "texters",
        ReleasedBy::Undo => "undo",
    });
    let mut rows: Vec<RecordRow> = sqlx::query_as(statement)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(after.map(|release| release.0))
        .bind(by)
        .bind(filter.campaign.map(|campaign| campaign.0))
        .bind(filter.group.map(|release| release.0))
        .bind(PAGE as i64 + 1)
        .fetch_all(&store.pool)
        .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(RecordRow::key);
    let rows = rows
        .into_iter()
        .map(RecordRow::read)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(ReleaseHistory { rows, next })
}

/// `$1` organization, `$2` clock, `$3` release.
pub(crate) const ONE: &str = formatcp!(
    "select {RECORD_COLUMNS}
       from (select r.id as head, r.id as first, 1::bigint as releases,
                   r.state = 'running' as running, r.state = 'failed' as failed,
                   r.expected::bigint as expected, r.conversations::bigint as conversations,
                   r.campaigns::bigint as campaigns,
                   extract(epoch from coalesce(r.finished_at, $2::timestamptz, statement_timestamp())
                                      - r.started_at) as ran,
                   true as same_interval, true as same_campaign, array[r.id] as just_ended
              from release r
             where r.organization_id = $1 and r.id = $3) page
       join {RECORD_TABLES} on r.organization_id = $1 and r.id = page.first"
);

/// One release by itself.
#[tracing::instrument(name = "db.release.find", skip_all, fields(%release))]
pub(super) async fn one(
    store: &Store,
    organization: OrganizationId,
    release: ReleaseId,
) -> Result<app::domain::ReleaseRecord, StoreError> {
    let row: Option<RecordRow> = sqlx::query_as(ONE)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(release.0)
        .fetch_optional(&store.pool)
        .await?;
    row.ok_or(AppError::NotFound)?.read()
}
