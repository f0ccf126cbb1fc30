//! The Autoassign Mode window, and what automatic release is doing, for it and for the campaigns' rows.

use super::deadlines::DEADLINES;
use crate::count::clamp;
use crate::rules::{NEXT_OPENING, NOW, OPEN_NOW, ZONES};
use crate::{Store, StoreError};
use app::domain::{
    AutoReleasePause, AutoReleaseState, AutoReleaseStatus, AutoassignMode, AutoassignWindow,
    CampaignId, IdleInterval, LastAutoRelease, OrganizationId,
};
use app::error::AppError;
use chrono::{DateTime, Utc};
use const_format::formatcp;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    started: bool,
    archived: bool,
    campaign_paused: bool,
    auto_assign: bool,
    minutes: Option<i32>,
    version: i32,
    /// It failed, and there is still something to try again.
    failing: bool,
    retry_at: Option<DateTime<Utc>>,
    open_now: bool,
    opens_at: Option<DateTime<Utc>>,
    next_due: Option<DateTime<Utc>>,
    last_at: Option<DateTime<Utc>>,
    last_conversations: Option<i32>,
}

impl Row {
    fn state(&self) -> AutoReleaseState {
        let paused = AutoReleaseState::Paused;
        let due_before = |moment| self.next_due.is_some_and(|due| due < moment);
        if self.minutes.is_none() {
            AutoReleaseState::Off
        } else if self.archived {
            paused(AutoReleasePause::Archived)
        } else if !self.started {
            paused(AutoReleasePause::NotStarted)
        } else if self.campaign_paused {
            paused(AutoReleasePause::CampaignPaused)
        } else if !self.auto_assign {
            paused(AutoReleasePause::AutoAssignOff)
        } else if let (true, Some(retry_at)) = (self.failing, self.retry_at) {
            AutoReleaseState::Failing { retry_at }
        } else if let (false, Some(until)) = (self.open_now, self.opens_at)
            // Contacts of another zone may have theirs open; then it goes on.
            && !due_before(until)
        {
            paused(AutoReleasePause::OutsideHours { until })
        } else {
            AutoReleaseState::On {
                next_due: self.next_due,
            }
        }
    }

    fn window(&self) -> Result<AutoassignWindow, StoreError> {
        let interval = |minutes: i32| {
            IdleInterval::from_minutes(minutes.unsigned_abs())
                .map_err(|error| StoreError::Corrupt(format!("campaign {}: {error}", self.id)))
        };
        Ok(AutoassignWindow {
            mode: AutoassignMode {
                auto_assign: self.auto_assign,
                auto_release: self.minutes.map(interval).transpose()?,
            },
            version: self.version,
            status: AutoReleaseStatus {
                state: self.state(),
                last: self
                    .last_at
                    .zip(self.last_conversations)
                    .map(|(at, conversations)| LastAutoRelease {
                        at,
                        conversations: clamp(conversations.into()),
                    }),
            },
        })
    }
}

/// `$1` organization, `$2` clock, `$3` campaigns.
pub(crate) const WINDOWS: &str = formatcp!(
    "select ca.id, ca.started_at is not null as started, ca.archived_at is not null as archived,
            ca.paused_at is not null as campaign_paused,
            ca.auto_assign, ca.auto_release_minutes as minutes, ca.autoassign_version as version,
            coalesce(next.due, ca.auto_release_retry_at) as retry_at,
            ca.auto_release_error is not null
                and (next.due is not null or ca.auto_release_retry_at > {NOW}) as failing,
            -- Of the contacts that would be released; of the campaign where there are none.
            coalesce(next.open_now, {OPEN_NOW}) as open_now,
            -- Hours that never end do not open either.
            nullif(coalesce(next.opens_at, {NEXT_OPENING}), '-infinity') as opens_at,
            next.due as next_due, last.started_at as last_at,
            last.conversations as last_conversations
       from campaign ca
       join {ZONES} zone on zone.id = ca.time_zone_id
       left join ({DEADLINES}) next on next.organization_id = ca.organization_id and next.campaign_id = ca.id
       left join lateral (
            select r.started_at, r.conversations
              from release r
             where r.organization_id = ca.organization_id
               and r.campaign_id = ca.id
               and r.scope = 'automatic'
               and r.undoes_id is null
               and r.conversations > 0
             order by r.id desc
             limit 1) last on true
      where ca.organization_id = $1
        and ca.id = any($3)"
);

/// A campaign with its window.
pub(super) struct CampaignWindow {
    pub campaign: CampaignId,
    pub window: AutoassignWindow,
}

/// The windows of some campaigns, in no particular order; ids of other organizations are passed over.
#[tracing::instrument(name = "db.campaign.texting_windows", skip_all, fields(%organization))]
pub(super) async fn windows(
    store: &Store,
    organization: OrganizationId,
    campaigns: &[CampaignId],
) -> Result<Vec<CampaignWindow>, StoreError> {
    let ids: Vec<i64> = campaigns.iter().map(|campaign| campaign.0).collect();
    let rows: Vec<Row> = sqlx::query_as(WINDOWS)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(ids)
        .fetch_all(&store.pool)
        .await?;
    rows.iter()
        .map(|row| {
            Ok(CampaignWindow {
                campaign: CampaignId(row.id),
                window: row.window()?,
            })
        })
        .collect()
}

/// The window of one campaign.
pub(super) async fn window(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<AutoassignWindow, StoreError> {
    let windows = windows(store, organization, &[campaign]).await?;
    let only = windows.into_iter().next().ok_or(AppError::NotFound)?;
    Ok(only.window)
}
