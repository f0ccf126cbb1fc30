//! The progress of releases, read from their rows in the history.

use crate::{Store, StoreError};
use app::domain::{
    CampaignId, OrganizationId, ReleaseId, ReleaseKind, ReleaseProgress, ReleaseState, UnknownKind,
};
use app::error::AppError;
use const_format::formatcp;

/// What a [`ProgressRow`] is read from: the release `r`, and the account `a` of who started it. `$2` is
/// the pinned clock or null.
const PROGRESS_COLUMNS: &str =
    "r.id, a.name as actor, r.kind::text as kind, r.campaign_id, r.undoes_id, r.state::text as state,
     r.cancel_requested_at is not null as cancelling, r.expected, r.conversations, r.campaigns, r.kept,
     (extract(epoch from coalesce(r.finished_at, $2::timestamptz, statement_timestamp()) - r.started_at)
      * 1000)::bigint as ran_ms";

/// The tables of [`PROGRESS_COLUMNS`]. The engine has no account.
const RELEASE_AND_ACTOR: &str = "release r
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
    ran_ms: i64,
}

impl ProgressRow {
    /// A sum of a group does not fit a row's own types; it is clamped.
    pub fn read(self) -> Result<ReleaseProgress, StoreError> {
        Ok(ReleaseProgress {
            release: ReleaseId(self.id),
            actor: self.actor,
            kind: kind(&self.kind)?,
            campaign: self.campaign_id.map(CampaignId),
            undoes: self.undoes_id.map(ReleaseId),
            state: state(&self.state)?,
            cancelling: self.cancelling && self.state == "running",
            expected: self.expected.unsigned_abs(),
            conversations: self.conversations.unsigned_abs(),
            campaigns: self.campaigns.unsigned_abs(),
            kept: self.kept.unsigned_abs(),
            ran_ms: crate::count::clamp(self.ran_ms),
        })
    }
}

/// A kind of release, from its word.
pub(super) fn kind(word: &str) -> Result<ReleaseKind, StoreError> {
    word.parse()
        .map_err(|error: UnknownKind| StoreError::Corrupt(error.to_string()))
}

fn state(word: &str) -> Result<ReleaseState, StoreError> {
    Ok(match word {
        "running" => ReleaseState::Running,
        "finished" => ReleaseState::Finished,
        "failed" => ReleaseState::Failed,
        "cancelled" => ReleaseState::Cancelled,
        other => {
            return Err(StoreError::Corrupt(format!(
                "“{other}” is no state of a release"
            )));
        }
    })
}

/// `$1` organization, `$2` clock, `$3` release.
pub(crate) const PROGRESS: &str = formatcp!(
    "select {PROGRESS_COLUMNS} from {RELEASE_AND_ACTOR} where r.organization_id = $1 and r.id = $3"
);

/// How far one release is.
#[tracing::instrument(name = "db.release.progress", skip_all, fields(%release))]
pub(super) async fn of(
    store: &Store,
    organization: OrganizationId,
    release: ReleaseId,
) -> Result<ReleaseProgress, StoreError> {
    let row: Option<ProgressRow> = sqlx::query_as(PROGRESS)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(release.0)
        .fetch_optional(&store.pool)
        .await?;
    row.ok_or(AppError::NotFound)?.read()
}

/// `$1` organization, `$2` clock.
pub(crate) const RUNNING: &str = formatcp!(
    "select {PROGRESS_COLUMNS} from {RELEASE_AND_ACTOR} where r.organization_id = $1
        and r.scope <> 'texter'
        and (r.scope <> 'automatic' or r.undoes_id is not null)
        -- What runs has not finished.
        and (r.finished_at is null
             or r.finished_at > coalesce($2, statement_timestamp()) - interval '1 minute')
      order by r.finished_at is not null, r.id desc
      limit 4"
);

/// The releases by hand and undos of them that run, or ended within the last minute; what runs
/// comes first, then the newest; as many as a page shows.
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
    rows.into_iter().map(ProgressRow::read).collect()
}
