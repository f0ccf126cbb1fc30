//! A row of the history, read from the database.

use super::bulk::filter_json::FilterJson;
use super::bulk::subject::SubjectRow;
use super::progress::{ACTOR, ProgressRow, UNDO_FOR};
use crate::StoreError;
use app::domain::{
    CampaignId, IdleInterval, LeftOut, LeftOutReason, ReleaseId, ReleasePolicy, ReleaseRecord,
    ReleaseScope, SecondPassDays,
};
use chrono::{DateTime, Utc};
use const_format::formatcp;
use sqlx::types::Json;
use std::collections::BTreeMap;

/// What a [`RecordRow`] is read from: `page` (what the row stands for, its sums, and which of it ended just now) and
/// [`RECORD_TABLES`]. `$1` is the organization, `$2` the clock. A group can be undone as long as one of it can.
pub(super) const RECORD_COLUMNS: &str = formatcp!(
    "page.first as id, page.head, {ACTOR} as actor, r.kind::text as kind, r.undoes_id,
         case when page.running then 'running'
              when page.releases = 1 then r.state::text
              when page.failed then 'failed'
              else 'finished'
         end as state,
         r.cancel_requested_at is not null as cancelling,
         least(page.expected, 2147483647)::int as expected,
         least(page.conversations, 2147483647)::int as conversations,
         least(page.campaigns, 2147483647)::int as campaigns,
         r.kept, r.kept_escalated, (page.ran * 1000)::bigint as ran_ms,
         r.scope::text as scope, r.campaign_id,
         case when page.same_campaign then ca.title end as campaign_title,
         suspended.name as suspended,
         page.releases, r.started_at,
         case when page.same_interval then r.interval_minutes end as interval_minutes,
         r.texted_days_ago, bulk.id as bulk_action, bulk.change, bulk.member_id as bulk_member, bulk.tag_id as bulk_tag,
         bulk.name as bulk_name, bulk.filter as bulk_filter, r.include_team_restricted, r.only_within_texting_hours, r.include_auto_assign_off,
         case when page.releases = 1 then r.left_out else '{{}}' end as left_out,
         case when page.releases = 1 then u.id end as undone_by,
         (select max({UNDO_FOR})
            from release r
           where r.organization_id = $1 and r.id = any (page.just_ended)) as undo_for"
);

/// The release, who started it, at whose suspension, its campaign, its bulk action and its undo.
pub(super) const RECORD_TABLES: &str = "(release r
      left join member m on m.organization_id = r.organization_id and m.id = r.actor_id
      left join account a on a.id = m.account_id
      left join member sm on sm.organization_id = r.organization_id and sm.id = r.member_id
      left join account suspended on suspended.id = sm.account_id
      left join campaign ca on ca.organization_id = r.organization_id and ca.id = r.campaign_id
      left join bulk_action bulk on bulk.organization_id = r.organization_id and bulk.id = r.bulk_action_id
      left join release u on u.organization_id = r.organization_id and u.undoes_id = r.id)";

#[derive(Debug, sqlx::FromRow)]
pub(super) struct RecordRow {
    #[sqlx(flatten)]
    progress: ProgressRow,
    scope: String,
    campaign_title: Option<String>,
    suspended: Option<String>,
    releases: i64,
    /// What it stands under in the history: its group, or itself.
    head: i64,
    started_at: DateTime<Utc>,
    interval_minutes: Option<i32>,
    texted_days_ago: Option<i32>,
    bulk_action: Option<i64>,
    change: Option<String>,
    bulk_member: Option<i64>,
    bulk_tag: Option<i64>,
    bulk_name: Option<String>,
    bulk_filter: Option<Json<FilterJson>>,
    include_team_restricted: bool,
    only_within_texting_hours: bool,
    include_auto_assign_off: bool,
    left_out: Json<BTreeMap<String, u32>>,
    undone_by: Option<i64>,
}

impl RecordRow {
    /// The key after which the next page of the history begins, if this row ends one.
    pub fn key(&self) -> ReleaseId {
        ReleaseId(self.head)
    }

    /// A group has no left-out: what is left out of one is left out of the next again.
    pub fn read(self) -> Result<ReleaseRecord, StoreError> {
        let id = self.progress.id;
        let corrupt = |what: String| StoreError::Corrupt(format!("release {id}: {what}"));
        let policy = self
            .interval_minutes
            .map(|minutes| IdleInterval::from_minutes(minutes.unsigned_abs()))
            .transpose()
            .map_err(|error| corrupt(format!("{error:?}")))?
            .map(|interval| ReleasePolicy {
                interval,
                include_team_restricted: self.include_team_restricted,
                only_within_texting_hours: self.only_within_texting_hours,
                include_auto_assign_off: self.include_auto_assign_off,
            });
        let texted_days_ago = self.texted_days_ago.map(SecondPassDays::try_from);
        let scope = ReleaseScope::shown(&self.scope, self.progress.campaign_id.map(CampaignId));
        let mut left_out: BTreeMap<LeftOutReason, u32> = BTreeMap::new();
        for (reason, conversations) in self.left_out.iter() {
            let reason = reason.parse().unwrap_or(LeftOutReason::Newer);
            let sum = left_out.entry(reason).or_default();
            *sum = sum.saturating_add(*conversations);
        }
        let left_out = left_out.into_iter();
        let bulk = match (self.bulk_action, self.change) {
            (Some(id), Some(change)) => Some(SubjectRow {
                id,
                change,
                member_id: self.bulk_member,
                tag_id: self.bulk_tag,
                name: self.bulk_name.unwrap_or_default(),
                filter: self.bulk_filter,
            }),
            _ => None,
        };
        let left_out = left_out.map(|(reason, conversations)| LeftOut {
            reason,
            conversations,
        });
        Ok(ReleaseRecord {
            progress: self.progress.read(),
            scope,
            campaign_title: self.campaign_title,
            suspended: self.suspended,
            releases: crate::count::clamp(self.releases),
            group: (self.releases > 1).then_some(ReleaseId(self.head)),
            started_at: self.started_at,
            policy,
            texted_days_ago: texted_days_ago
                .transpose()
                .map_err(|error| corrupt(error.to_string()))?,
            // What only a newer version can read is shown without it.
            bulk: bulk.and_then(|row| row.read().ok()),
            left_out: left_out.collect(),
            undone_by: self.undone_by.map(ReleaseId),
        })
    }
}
