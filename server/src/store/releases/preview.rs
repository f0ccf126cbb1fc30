//! What a policy would release now.

use super::histogram::histogram;
use super::target::{Target, statement_for};
use crate::store::campaigns::clamp;
use crate::store::idle::{idle, idle_tables, left_out_because, within_hours};
use crate::store::{Store, StoreError};
use app::domain::{
    Diagnosis, LeftOut, LeftOutReason, OrganizationId, PoolKind, ReleaseKind, ReleasePreview,
};
use app::error::AppError;

/// Exact counts of what is idle for long enough: released, or left out and why; of the released,
/// what could not be handed out; and a histogram of every idle time.
pub(super) async fn preview(
    store: &Store,
    organization: OrganizationId,
    target: &Target,
) -> Result<ReleasePreview, StoreError> {
    let tally = tally(store, organization, target).await?;
    let histogram = histogram(store, organization, target).await?;
    let diagnosis = diagnose(store, organization, target.kind(), &tally).await?;
    Ok(ReleasePreview {
        conversations: tally.conversations,
        campaigns: tally.campaigns,
        histogram,
        left_out: tally.left_out,
        diagnosis,
    })
}

/// The counted part of a preview; a release keeps its `left_out` in the history.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub conversations: u32,
    pub campaigns: u32,
    pub left_out: Vec<LeftOut>,
    auto_assign_off: u32,
    team_restricted: u32,
    outside_hours: u32,
}

// What is idle for the interval, by what becomes of it. Counted by campaign first, so that nothing has to
// be sorted.
macro_rules! tally {
    ($mode:ident) => {
        concat!(
            "select coalesce(sum(released), 0)::bigint as released,
                    count(*) filter (where released > 0) as campaigns,
                    coalesce(sum(released) filter (where not auto_assign), 0)::bigint as auto_assign_off,
                    coalesce(sum(released) filter (where team_restricted), 0)::bigint as team_restricted,
                    coalesce(sum(outside_hours), 0)::bigint as outside_hours,
                    array[coalesce(sum(left_1), 0), coalesce(sum(left_2), 0), coalesce(sum(left_3), 0),
                          coalesce(sum(left_4), 0), coalesce(sum(left_5), 0), coalesce(sum(left_6), 0),
                          coalesce(sum(left_7), 0)]::bigint[] as left_out
               from (select campaign_id, auto_assign, team_restricted,
                            count(*) filter (where because is null) as released,
                            count(*) filter (where because is null and not open_now) as outside_hours,
                            count(*) filter (where because = $8[1]) as left_1,
                            count(*) filter (where because = $8[2]) as left_2,
                            count(*) filter (where because = $8[3]) as left_3,
                            count(*) filter (where because = $8[4]) as left_4,
                            count(*) filter (where because = $8[5]) as left_5,
                            count(*) filter (where because = $8[6]) as left_6,
                            count(*) filter (where because = $8[7]) as left_7
                       from (select ",
            left_out_because!($mode),
            " as because, cv.campaign_id, ca.auto_assign, ca.team_restricted, ",
            within_hours!("0 minutes"),
            " as open_now
                               from ",
            idle_tables!($mode),
            "
                              where ca.organization_id = $1
                                and ",
            idle!($mode),
            "
                             offset 0) judged
                      group by campaign_id, auto_assign, team_restricted) by_campaign"
        )
    };
}

/// The statement that counts. `$8` are the words of [`LeftOutReason`], in their order.
pub(in crate::store) fn tally_statement(target: &Target) -> &'static str {
    statement_for!(target, tally)
}

/// `$8` of [`tally_statement`].
pub(in crate::store) fn reasons() -> Vec<&'static str> {
    LeftOutReason::ALL.map(LeftOutReason::as_str).to_vec()
}

/// Counts what is idle for the interval, by what becomes of it.
pub(super) async fn tally(
    store: &Store,
    organization: OrganizationId,
    target: &Target,
) -> Result<Tally, StoreError> {
    let (released, campaigns, auto_assign_off, team_restricted, outside_hours, left_out): (
        i64,
        i64,
        i64,
        i64,
        i64,
        Vec<i64>,
    ) = target
        .bind(
            sqlx::query_as(tally_statement(target)),
            organization,
            store.clock.pinned(),
        )
        .bind(reasons())
        .fetch_one(&store.pool)
        .await?;
    let left_out = LeftOutReason::ALL.into_iter().zip(left_out);
    Ok(Tally {
        conversations: clamp(released),
        campaigns: clamp(campaigns),
        left_out: left_out
            .filter(|(_, conversations)| *conversations > 0)
            .map(|(reason, conversations)| LeftOut {
                reason,
                conversations: clamp(conversations),
            })
            .collect(),
        auto_assign_off: clamp(auto_assign_off),
        team_restricted: clamp(team_restricted),
        outside_hours: clamp(outside_hours),
    })
}

/// What would keep the released from being handed out.
async fn diagnose(
    store: &Store,
    organization: OrganizationId,
    kind: ReleaseKind,
    tally: &Tally,
) -> Result<Vec<Diagnosis>, StoreError> {
    let (requests_enabled, pool_enabled): (bool, bool) = sqlx::query_as(
        "select o.requests_enabled,
                exists (select from pool p
                         where p.organization_id = o.id and p.enabled and p.kind = $2::text::pool_kind)
           from organization o
          where o.id = $1",
    )
    .bind(organization.0)
    .bind(match kind {
        ReleaseKind::Replies => PoolKind::Replies.as_str(),
        ReleaseKind::Unsent => PoolKind::Initials.as_str(),
    })
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    let counted =
        |count: u32, diagnosis: fn(u32) -> Diagnosis| (count > 0).then(|| diagnosis(count));
    Ok([
        (!requests_enabled).then_some(Diagnosis::RequestsDisabled),
        (!pool_enabled).then_some(match kind {
            ReleaseKind::Replies => Diagnosis::NoEnabledPool,
            ReleaseKind::Unsent => Diagnosis::NoInitialsPool,
        }),
        counted(tally.auto_assign_off, |conversations| {
            Diagnosis::AutoAssignOff { conversations }
        }),
        counted(tally.team_restricted, |conversations| {
            Diagnosis::TeamRestricted { conversations }
        }),
        counted(tally.outside_hours, |conversations| {
            Diagnosis::OutsideHours { conversations }
        }),
    ]
    .into_iter()
    .flatten()
    .collect())
}
