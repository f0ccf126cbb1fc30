//! The progress of releases, read from their rows in the history.

use crate::clock::Clock;
use crate::{Store, StoreError};
use app::domain::{
    Age, CampaignId, OrganizationId, ReleaseId, ReleaseKind, ReleaseProgress, ReleaseState, Viewer,
};
use app::error::AppError;
use const_format::formatcp;
use sqlx::PgExecutor;

/// How long after its end a release can be undone, as SQL over a release `r`.
pub(super) const UNDO_UNTIL: &str = "(r.finished_at + interval '10 minutes')";

/// How many seconds a release `r` can still be undone; null if it cannot. `$2` is the pinned clock or null.
pub(super) const UNDO_FOR: &str = formatcp!(
    "case when r.undoes_id is null and r.state <> 'running' and r.conversations > 0
               and not exists (select from release u
                                where u.organization_id = r.organization_id and u.undoes_id = r.id)
               and coalesce($2::timestamptz, statement_timestamp()) < {UNDO_UNTIL}
          then ceil(extract(epoch from {UNDO_UNTIL} - coalesce($2::timestamptz, statement_timestamp())))::bigint
     end"
);

/// Who started it: the account `a`, or the program of the command line, as which nobody is signed in. The engine has
/// no name, and undoes nothing.
pub(super) const ACTOR: &str =
    "coalesce(a.name, case when r.scope = 'campaign' or r.undoes_id is not null then 'Baton' end)";

/// What a [`ProgressRow`] is read from: the release `r`, and the account `a` of who started it. `$2` is
/// the pinned clock or null.
pub(super) const PROGRESS_COLUMNS: &str = formatcp!(
    "r.id, {ACTOR} as actor, r.kind::text as kind, r.campaign_id, r.undoes_id, r.state::text as state,
     r.cancel_requested_at is not null as cancelling, r.expected, r.conversations, r.campaigns, r.kept,
     r.kept_escalated,
     (extract(epoch from coalesce(r.finished_at, $2::timestamptz, statement_timestamp()) - r.started_at)
      * 1000)::bigint as ran_ms, {UNDO_FOR} as undo_for"
);

/// The tables of [`PROGRESS_COLUMNS`]. The engine has no account.
pub(super) const RELEASE_AND_ACTOR: &str = "release r
     left join member m on m.organization_id = r.organization_id and m.id = r.actor_id
     left join account a on a.id = m.account_id";

#[derive(Debug, sqlx::FromRow)]
pub(super) struct ProgressRow {
    pub id: i64,
    actor: Option<String>,
    kind: String,
    pub campaign_id: Option<i64>,
    undoes_id: Option<i64>,
    state: String,
    cancelling: bool,
    expected: i32,
    conversations: i32,
    campaigns: i32,
    kept: i32,
    kept_escalated: i32,
    ran_ms: i64,
    undo_for: Option<i64>,
}

impl ProgressRow {
    /// A sum of a group does not fit a row's own types; it is clamped.
    pub fn read(self) -> ReleaseProgress {
        ReleaseProgress {
            release: ReleaseId(self.id),
            actor: self.actor,
            kind: ReleaseKind::shown(&self.kind),
            campaign: self.campaign_id.map(CampaignId),
            undoes: self.undoes_id.map(ReleaseId),
            state: state(&self.state),
            cancelling: self.cancelling && self.state == "running",
            expected: self.expected.unsigned_abs(),
            conversations: self.conversations.unsigned_abs(),
            campaigns: self.campaigns.unsigned_abs(),
            kept: self.kept.unsigned_abs(),
            // While it runs, or if it was cancelled, nothing is known to be kept.
            kept_escalated: self.kept_escalated.min(self.kept).unsigned_abs(),
            ran_ms: crate::count::clamp(self.ran_ms),
            undo_for: self.undo_for.map(Age::from_seconds),
        }
    }
}

/// The state, to be shown. One that only a newer version knows is an end: what has not ended is running, by a check of
/// the table.
fn state(word: &str) -> ReleaseState {
    match word {
        "running" => ReleaseState::Running,
        "failed" => ReleaseState::Failed,
        "cancelled" => ReleaseState::Cancelled,
        _ => ReleaseState::Finished,
    }
}

/// `$1` organization, `$2` clock, `$3` release.
pub(crate) const PROGRESS: &str = formatcp!(
    "select {PROGRESS_COLUMNS} from {RELEASE_AND_ACTOR} where r.organization_id = $1 and r.id = $3"
);

/// How far one release is.
pub(super) async fn of(
    store: &Store,
    organization: OrganizationId,
    release: ReleaseId,
) -> Result<ReleaseProgress, StoreError> {
    within(&store.pool, &store.clock, organization, release).await
}

/// The same, as a transaction sees it.
#[tracing::instrument(name = "db.release.progress", skip_all, fields(%release))]
pub(super) async fn within(
    executor: impl PgExecutor<'_>,
    clock: &Clock,
    organization: OrganizationId,
    release: ReleaseId,
) -> Result<ReleaseProgress, StoreError> {
    let row: Option<ProgressRow> = sqlx::query_as(PROGRESS)
        .bind(organization.0)
        .bind(clock.pinned())
        .bind(release.0)
        .fetch_optional(executor)
        .await?;
    Ok(row.ok_or(AppError::NotFound)?.read())
}

/// `$1` organization, `$2` clock.
pub(crate) const RUNNING: &str = formatcp!(
    "select {PROGRESS_COLUMNS} from {RELEASE_AND_ACTOR} where r.organization_id = $1
        and r.scope <> 'texter'
        and (r.scope <> 'automatic' or r.undoes_id is not null)
        -- What runs has not finished. What takes nothing is over before it is seen.
        and (r.finished_at is null and (r.expected > 0 or r.undoes_id is not null)
             or r.finished_at > coalesce($2, statement_timestamp()) - interval '10 minutes'
                and (r.finished_at > coalesce($2, statement_timestamp()) - interval '1 minute'
                     or {UNDO_FOR} is not null))
      order by r.finished_at is not null, r.id desc
      limit 100"
);

/// The releases by hand and undos of them that run, ended within the last minute, or can be undone; what runs
/// comes first, then the newest. They are more than a page shows, because that of a campaign shows only some of them.
#[tracing::instrument(name = "db.release.running", skip_all, fields(%organization))]
pub(super) async fn running(
    store: &Store,
    organization: OrganizationId,
) -> Result<Vec<ReleaseProgress>, StoreError> {
    let rows: Vec<ProgressRow> = sqlx::query_as(RUNNING)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .fetch_all(&store.pool)
        .await?;
    Ok(rows.into_iter().map(ProgressRow::read).collect())
}

/// `$1` organization, `$2` clock, `$3` the campaign.
pub(crate) const UNDOABLE_SECOND_PASS: &str = formatcp!(
    "select {PROGRESS_COLUMNS} from {RELEASE_AND_ACTOR}
      where r.organization_id = $1
        and r.campaign_id = $3
        and r.kind = 'second_pass'
        -- By the index of what ended just now.
        and r.finished_at > coalesce($2, statement_timestamp()) - interval '10 minutes'
        and {UNDO_FOR} is not null
      order by r.id desc
      limit 1"
);

/// The last second pass of a campaign, while it can be undone.
#[tracing::instrument(name = "db.release.undoable_second_pass", skip_all, fields(%campaign))]
pub(super) async fn undoable_second_pass(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<Option<ReleaseProgress>, StoreError> {
    let row: Option<ProgressRow> = sqlx::query_as(UNDOABLE_SECOND_PASS)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(campaign.0)
        .fetch_optional(&store.pool)
        .await?;
    Ok(row.map(ProgressRow::read))
}

/// `$1` organization, `$2` clock, `$3` the texter.
pub(crate) const UNDOABLE_MINE: &str = formatcp!(
    "select {PROGRESS_COLUMNS} from {RELEASE_AND_ACTOR}
      where r.organization_id = $1
        and r.actor_id = $3
        and r.scope = 'texter'
        -- By the index of what ended just now.
        and r.finished_at > coalesce($2, statement_timestamp()) - interval '10 minutes'
        and {UNDO_FOR} is not null
      order by r.id desc
      limit 20"
);

/// The releases of the texter's own replies that can be undone, newest first.
#[tracing::instrument(name = "db.release.undoable_mine", skip_all)]
pub(super) async fn undoable_mine(
    store: &Store,
    viewer: &Viewer,
) -> Result<Vec<ReleaseProgress>, StoreError> {
    let rows: Vec<ProgressRow> = sqlx::query_as(UNDOABLE_MINE)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .fetch_all(&store.pool)
        .await?;
    Ok(rows.into_iter().map(ProgressRow::read).collect())
}
