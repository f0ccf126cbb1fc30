//! A texter's eligibility: what they may still be given, and why not.

use crate::StoreError;
use crate::count::clamp;
use crate::rules::{ANSWERABLE, NOW};
use app::domain::{
    Age, ApprovalLevel, MemberId, OrganizationId, PoolKind, RequestCut, RequestRefusal, TeamId,
    UnknownApprovalLevel,
};
use chrono::{DateTime, Utc};
use const_format::formatcp;
use sqlx::PgExecutor;

/// What decides on a texter's requests, apart from what there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Eligibility {
    requests_enabled: bool,
    disabled_message: String,
    /// Whether somebody has to approve.
    pub level: ApprovalLevel,
    /// Their teams.
    pub teams: Vec<TeamId>,
    /// Whether their teams hold escalation tags.
    pub holds_tags: bool,
    answer_first: bool,
    most_open: Option<u32>,
    most_per_day: Option<u32>,
    held: u32,
    given_today: u32,
    /// Until the first of what was given within 24 hours is older than that.
    again_in: Age,
    /// Whether they have asked a moment ago, and were given something or told that nothing was left: counts of the
    /// pools from before it would surprise them.
    pub just_asked: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    requests_enabled: bool,
    requests_disabled_message: String,
    approval_level: String,
    teams: Vec<i64>,
    holds_tags: bool,
    finish_replies_first: bool,
    most_open_replies: Option<i32>,
    most_texts_per_day: Option<i32>,
    held: i64,
    given: i64,
    again_in: Option<i64>,
    just_asked: bool,
}

/// `$1` organization, `$2` clock, `$3` the texter.
pub(crate) const ELIGIBILITY: &str = formatcp!(
    "select o.requests_enabled, o.requests_disabled_message, m.approval_level::text,
            array(select tm.team_id from team_member tm
                   where tm.organization_id = m.organization_id and tm.member_id = m.id) as teams,
            exists (select from team_member tm
                      join team_tag tt on tt.organization_id = tm.organization_id and tt.team_id = tm.team_id
                     where tm.organization_id = m.organization_id and tm.member_id = m.id) as holds_tags,
            o.finish_replies_first, o.most_open_replies, o.most_texts_per_day,
            -- Counted only where somebody wants to know.
            case when o.finish_replies_first or o.most_open_replies is not null
                 then (select count(*)
                         from conversation cv
                         join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
                        where cv.organization_id = m.organization_id and cv.assigned_to = m.id
                          and {ANSWERABLE})
                 else 0
            end as held,
            coalesce(today.given, 0) as given,
            extract(epoch from today.first + interval '24 hours' - {NOW})::bigint as again_in,
            -- Longer than a count of the pools may be old (server/src/http/live/pool_counts.rs).
            coalesce((select r.decided_at > {NOW} - interval '5 seconds'
                        from assignment_request r
                       where r.organization_id = m.organization_id and r.member_id = m.id
                         and r.state in ('assigned', 'nothing')
                       order by r.id desc
                       limit 1), false) as just_asked
       from member m
       join organization o on o.id = m.organization_id
       left join lateral (
            select sum(got.conversations) as given, min(got.at) as first
              from (select r.assigned as conversations, r.decided_at as at
                      from assignment_request r
                     where o.most_texts_per_day is not null
                       and r.organization_id = m.organization_id and r.member_id = m.id
                       and r.state = 'assigned'
                       and r.decided_at > {NOW} - interval '24 hours'
                     union all
                    -- Escalated conversations, which are taken without a request.
                    select cardinality(e.conversation_ids), e.happened_at
                      from assignment_event e
                     where o.most_texts_per_day is not null
                       and e.organization_id = m.organization_id and e.new_holder = m.id
                       and e.reason = 'requested' and e.request_id is null
                       and e.happened_at > {NOW} - interval '24 hours') got) today on true
      where m.organization_id = $1 and m.id = $3 and m.role <> 'suspended'"
);

/// Reads it; what a transaction has done itself is in it. `None`: no such member, or one who may not text.
#[tracing::instrument(name = "db.member.eligibility", skip_all, fields(%member))]
pub(super) async fn eligibility(
    executor: impl PgExecutor<'_>,
    clock: Option<DateTime<Utc>>,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Option<Eligibility>, StoreError> {
    let row: Option<Row> = sqlx::query_as(ELIGIBILITY)
        .bind(organization.0)
        .bind(clock)
        .bind(member.0)
        .fetch_optional(executor)
        .await?;
    row.map(Row::read).transpose()
}

impl Row {
    fn read(self) -> Result<Eligibility, StoreError> {
        let corrupt = |wrong: UnknownApprovalLevel| StoreError::Corrupt(wrong.to_string());
        Ok(Eligibility {
            requests_enabled: self.requests_enabled,
            disabled_message: self.requests_disabled_message,
            level: self.approval_level.parse().map_err(corrupt)?,
            teams: self.teams.into_iter().map(TeamId).collect(),
            holds_tags: self.holds_tags,
            answer_first: self.finish_replies_first,
            most_open: self.most_open_replies.map(i32::unsigned_abs),
            most_per_day: self.most_texts_per_day.map(i32::unsigned_abs),
            held: clamp(self.held),
            given_today: clamp(self.given),
            again_in: Age::from_seconds(self.again_in.unwrap_or(0)),
            just_asked: self.just_asked,
        })
    }
}

impl Eligibility {
    /// Why this texter can be given nothing of any kind, if that is so.
    pub fn closed(&self) -> Option<RequestRefusal> {
        if !self.requests_enabled {
            let message = self.disabled_message.clone();
            return Some(RequestRefusal::Disabled { message });
        }
        if self.level == ApprovalLevel::NotAllowed {
            return Some(RequestRefusal::NotAllowed);
        }
        if self.answer_first && self.held > 0 {
            return Some(RequestRefusal::AnswerFirst { held: self.held });
        }
        match self.most_per_day {
            Some(most) if self.given_today >= most => Some(RequestRefusal::DayIsFull {
                most,
                again_in: self.again_in,
            }),
            _ => None,
        }
    }

    /// Why they can be given nothing of this kind, if that is so.
    pub fn closed_for(&self, kind: PoolKind) -> Option<RequestRefusal> {
        self.closed().or(match (kind, self.most_open) {
            (PoolKind::Replies, Some(most)) if self.held >= most => {
                Some(RequestRefusal::TooManyOpen { most })
            }
            _ => None,
        })
    }

    /// As many of `wanted` as they may be given, and what cut it down.
    pub fn cut(&self, kind: PoolKind, wanted: u32) -> (u32, Option<RequestCut>) {
        let day = self
            .most_per_day
            .map(|most| most.saturating_sub(self.given_today));
        let open = self
            .most_open
            .filter(|_| kind == PoolKind::Replies)
            .map(|most| most.saturating_sub(self.held));
        [(open, RequestCut::OpenReplies), (day, RequestCut::Day)]
            .into_iter()
            .filter_map(|(rest, cut)| Some((rest?, cut)))
            .fold((wanted, None), |(so_far, why), (rest, cut)| {
                if rest < so_far {
                    (rest, Some(cut))
                } else {
                    (so_far, why)
                }
            })
    }
}
