//! What a policy would release now.

use super::histogram::histogram;
use super::idle_counts::IDLE_COUNTS;
use super::target::Target;
use crate::count::clamp;
use crate::rules::{ASSIGNED_TO_POOL, ByMode, HAS_TAKERS, by_mode};
use crate::{Store, StoreError};
use app::domain::{
    Diagnosis, LeftOut, LeftOutReason, OrganizationId, PoolKind, ReleaseKind, ReleasePreview,
};
use app::error::AppError;
use chrono::{DateTime, Utc};

/// Exact counts of what is idle for long enough: released, or left out and why; of the released,
/// what could not be handed out; and a histogram of every idle time.
pub(super) async fn preview(
    store: &Store,
    organization: OrganizationId,
    target: &Target,
) -> Result<ReleasePreview, StoreError> {
    let (tally, preview) = counted(store, organization, target).await?;
    let diagnosis = diagnose(store, organization, target.kind(), &tally).await?;
    Ok(ReleasePreview {
        diagnosis,
        ..preview
    })
}

/// The same without what could not be handed out, which is worked out from the tally.
pub(super) async fn counted(
    store: &Store,
    organization: OrganizationId,
    target: &Target,
) -> Result<(Tally, ReleasePreview), StoreError> {
    // Somebody moves the picker and waits: the two longest at once.
    let (tally, histogram) = tokio::try_join!(
        tally(store, organization, store.clock.pinned(), target),
        histogram(store, organization, target)
    )?;
    let preview = ReleasePreview {
        conversations: tally.conversations,
        campaigns: tally.campaigns,
        histogram,
        left_out: tally.left_out.clone(),
        diagnosis: Vec::new(),
    };
    Ok((tally, preview))
}

/// The counted part of a preview; a release keeps its `left_out` in the history.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub conversations: u32,
    pub campaigns: u32,
    pub left_out: Vec<LeftOut>,
    pub(super) auto_assign_off: u32,
    pub(super) no_pool: u32,
    pub(super) no_team: u32,
    pub(super) team_restricted: u32,
    /// Initials past the due date.
    pub(super) overdue: u32,
    pub(super) outside_hours: u32,
    /// What nobody could request at any hour, for whichever of these reasons or because requests are disabled.
    pub(super) out_of_reach: u32,
    /// The one campaign that it is about is paused: of a second pass alone, because a release takes nothing then.
    pub(super) paused: bool,
}

/// A row for what is taken, and one for each reason why something is not. `reached` are the campaigns that somebody
/// can request from, as far as pools decide.
pub(crate) const TALLY: ByMode = by_mode!(
    "with reached as materialized (
         select ca.id
           from campaign ca
          where ca.organization_id = $1
            and {CAMPAIGNS_CONCERNED}
            and exists (select from pool p
                         where p.organization_id = ca.organization_id and p.enabled and p.kind = {POOLS_KIND}
                           and {ASSIGNED_TO_POOL}
                           and {HAS_TAKERS})
     )
     select because,
            sum(conversations)::bigint as conversations,
            count(distinct campaign_id) as campaigns,
            coalesce(sum(conversations) filter (where not auto_assign), 0)::bigint as auto_assign_off,
            coalesce(sum(conversations) filter (where not team_restricted and reached.id is null), 0)::bigint as no_pool,
            coalesce(sum(conversations) filter (where team_restricted and reached.id is null), 0)::bigint as no_team,
            coalesce(sum(conversations) filter (where team_restricted and reached.id is not null), 0)::bigint as team_restricted,
            coalesce(sum(conversations) filter (where overdue), 0)::bigint as overdue,
            coalesce(sum(conversations) filter (where not open_now), 0)::bigint as outside_hours,
            coalesce(sum(conversations) filter (where not auto_assign
                                                   or reached.id is null
                                                   or not (select o.requests_enabled
                                                             from organization o
                                                            where o.id = $1)), 0)::bigint as out_of_reach
       from {IDLE_COUNTS} counted
       left join reached on reached.id = counted.campaign_id
      where idle
      group by because",
    IDLE_COUNTS
);

#[derive(sqlx::FromRow)]
struct Counted {
    because: Option<String>,
    conversations: i64,
    campaigns: i64,
    auto_assign_off: i64,
    no_pool: i64,
    no_team: i64,
    team_restricted: i64,
    overdue: i64,
    outside_hours: i64,
    out_of_reach: i64,
}

/// The statement that counts.
pub fn tally_statement(target: &Target) -> &'static str {
    TALLY.get(target.mode())
}

/// Counts what is idle for the interval at `clock`, or now, by what becomes of it.
#[tracing::instrument(name = "db.release.preview", skip_all, fields(%organization))]
pub(crate) async fn tally(
    store: &Store,
    organization: OrganizationId,
    clock: Option<DateTime<Utc>>,
    target: &Target,
) -> Result<Tally, StoreError> {
    let rows: Vec<Counted> = target
        .bind(sqlx::query_as(tally_statement(target)), organization, clock)
        .fetch_all(&store.pool)
        .await?;
    let counted = |because: Option<LeftOutReason>| {
        let because = because.map(LeftOutReason::as_str);
        rows.iter().find(|row| row.because.as_deref() == because)
    };
    let left_out = LeftOutReason::ALL.into_iter().filter_map(|reason| {
        Some(LeftOut {
            reason,
            conversations: clamp(counted(Some(reason))?.conversations),
        })
    });
    let taken = counted(None);
    let of_taken = |count: fn(&Counted) -> i64| taken.map_or(0, |row| clamp(count(row)));
    Ok(Tally {
        conversations: of_taken(|row| row.conversations),
        campaigns: of_taken(|row| row.campaigns),
        left_out: left_out.collect(),
        auto_assign_off: of_taken(|row| row.auto_assign_off),
        no_pool: of_taken(|row| row.no_pool),
        no_team: of_taken(|row| row.no_team),
        team_restricted: of_taken(|row| row.team_restricted),
        overdue: of_taken(|row| row.overdue),
        outside_hours: of_taken(|row| row.outside_hours),
        out_of_reach: of_taken(|row| row.out_of_reach),
        paused: false,
    })
}

/// What would keep the released from being handed out.
#[tracing::instrument(name = "db.release.diagnose", skip_all, fields(%organization))]
pub(super) async fn diagnose(
    store: &Store,
    organization: OrganizationId,
    kind: ReleaseKind,
    tally: &Tally,
) -> Result<Vec<Diagnosis>, StoreError> {
    let pool_kind = match kind {
        // A suspension is not diagnosed: who is suspended has to go, whoever takes their texts.
        ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk => PoolKind::Replies,
        ReleaseKind::Unsent | ReleaseKind::SecondPass => PoolKind::Initials,
    };
    let settings = sqlx::query!(
        r#"select o.requests_enabled,
                exists (select from pool p
                         where p.organization_id = o.id and p.enabled and p.kind = $2::text::pool_kind) as "pool_enabled!"
           from organization o
          where o.id = $1"#,
        organization.0,
        pool_kind.as_str(),
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    let counted =
        |count: u32, diagnosis: fn(u32) -> Diagnosis| (count > 0).then(|| diagnosis(count));
    Ok([
        (!settings.requests_enabled).then_some(Diagnosis::RequestsDisabled),
        (!settings.pool_enabled).then_some(match kind {
            ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk => {
                Diagnosis::NoEnabledPool
            }
            ReleaseKind::Unsent | ReleaseKind::SecondPass => Diagnosis::NoInitialsPool,
        }),
        tally.paused.then_some(Diagnosis::CampaignPaused),
        counted(tally.auto_assign_off, |conversations| {
            Diagnosis::AutoAssignOff { conversations }
        }),
        // If there is no such pool at all, that is said already.
        counted(tally.no_pool, |conversations| Diagnosis::NoPoolDraws {
            conversations,
        })
        .filter(|_| settings.pool_enabled),
        counted(tally.no_team, |conversations| Diagnosis::NoTeamTakes {
            conversations,
        }),
        counted(tally.team_restricted, |conversations| {
            Diagnosis::TeamRestricted { conversations }
        }),
        counted(tally.overdue, |conversations| Diagnosis::Overdue {
            conversations,
        }),
        counted(tally.outside_hours, |conversations| {
            Diagnosis::OutsideHours { conversations }
        }),
    ]
    .into_iter()
    .flatten()
    .collect())
}
