//! Automatic release, as the engine asks for it.

use super::batch::{BATCH_TIMEOUT, BEGIN, MAX_ATTEMPTS, Released, Run, release_within};
use super::insert::{NewRelease, insert};
use super::lease::ABANDONED_AFTER;
use super::plan::{self, BATCH_ROWS, Slice};
use super::preview::{Tally, tally};
use super::runner::{PLAN_TIMEOUT, conclude, finish_with_retries, release_slices};
use super::target::Target;
use crate::database::{RESPOND_WITHIN, answered, begin_transaction};
use crate::rules::{CAMPAIGN_OPEN, NOW};
use crate::{Store, StoreError};
use app::domain::{CampaignId, IdleInterval, OrganizationId};
use chrono::{DateTime, Utc};
use const_format::formatcp;
use sqlx::PgConnection;

/// Releases what is due on a campaign whose auto-release is on, and says how many. Nothing due = nothing
/// written. Of several servers that do this at once one does it, and the others have nothing to do.
///
/// # Errors
/// The database. What was taken before it failed stands, and is in the history.
pub async fn release_automatically(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<u32, StoreError> {
    let switched_on = switched_on(store, organization, campaign);
    let Some(on) = answered(RESPOND_WITHIN, switched_on).await? else {
        return Ok(0);
    };
    let (target, clock) = (on.target(), Some(on.clock));
    // Most looks find nothing: they cost this statement and take no lock.
    let tally = answered(PLAN_TIMEOUT, tally(store, organization, clock, &target)).await?;
    if tally.conversations == 0 {
        return Ok(0);
    }
    let planned = i64::from(tally.conversations);
    let mut batches = if planned <= BATCH_ROWS {
        vec![vec![Slice::whole(campaign, planned)]]
    } else {
        let slices = plan::slices(store, organization, clock, &target);
        plan::batches(answered(PLAN_TIMEOUT, slices).await?)
    };
    let rest = batches.split_off(batches.len().min(1)).concat();
    let first = batches.concat();
    let mut attempts = 1;
    let begun = loop {
        match answered(BATCH_TIMEOUT, begin(store, &on, &tally, &first)).await {
            Err(error) if error.is_contention() && attempts < MAX_ATTEMPTS => attempts += 1,
            begun => break begun?,
        }
    };
    let Some(run) = begun else { return Ok(0) };
    let end = release_slices(store, &run, rest).await;
    let progress = match conclude(store, &run.lease, end).await {
        Err(error) if error.is_passing() => finish_with_retries(store, &run).await?,
        ended => ended?,
    };
    Ok(progress.conversations)
}

/// A campaign that releases by itself.
struct SwitchedOn {
    organization: OrganizationId,
    campaign: CampaignId,
    interval: IdleInterval,
    /// The moment that all of this release measures by, so that no more becomes due than was planned.
    clock: DateTime<Utc>,
}

impl SwitchedOn {
    fn target(&self) -> Target {
        Target::Automatic(self.campaign, self.interval)
    }
}

/// `$1` organization, `$2` clock, `$3` campaign.
pub(crate) const SWITCHED_ON: &str = formatcp!(
    "select ca.auto_release_minutes, {NOW} as clock
       from campaign ca
      where ca.organization_id = $1
        and ca.id = $3
        and ca.auto_release_minutes is not null
        and ca.auto_assign
        and {CAMPAIGN_OPEN}"
);

#[derive(sqlx::FromRow)]
struct Row {
    auto_release_minutes: i32,
    clock: DateTime<Utc>,
}

/// What the campaign is set to; `None` = the switch is off, or it is paused.
#[tracing::instrument(name = "db.auto_release.find", skip_all, fields(%campaign))]
async fn switched_on(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<Option<SwitchedOn>, StoreError> {
    let row: Option<Row> = sqlx::query_as(SWITCHED_ON)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(campaign.0)
        .fetch_optional(&store.pool)
        .await?;
    row.map(|row| {
        let interval = IdleInterval::from_minutes(row.auto_release_minutes.unsigned_abs())
            .map_err(|error| StoreError::Corrupt(format!("campaign {campaign}: {error}")))?;
        Ok(SwitchedOn {
            organization,
            campaign,
            interval,
            clock: row.clock,
        })
    })
    .transpose()
}

/// Claims the campaign, writes the release and its first batch, all in one transaction; `None` = another
/// server has it, somebody changed its switches, or nothing was left to take, and nothing was written.
///
/// The claim is the campaign's row until the commit, and after that the release that runs on it. A dead
/// server's release is no claim; it is finished by [`super::resume_abandoned`].
#[tracing::instrument(name = "db.auto_release.begin", skip_all)]
async fn begin(
    store: &Store,
    on: &SwitchedOn,
    tally: &Tally,
    first: &[Slice],
) -> Result<Option<Run>, StoreError> {
    let mut transaction = begin_transaction(&store.pool, Some(BEGIN)).await?;
    let begun = claim(&mut transaction, on, tally, first).await;
    let Ok(Some((run, released))) = begun else {
        // It holds the campaign until it is rolled back, which dropping it does later: the next attempt would find it
        // claimed, and take it for another server's.
        let rolled_back = transaction.rollback().await;
        begun?;
        rolled_back?;
        return Ok(None);
    };
    transaction.commit().await?;
    released.notify(store).await;
    Ok(Some(run))
}

/// The claim, the release and its first batch; `None` as [`begin`] says.
#[tracing::instrument(name = "db.auto_release.claim", skip_all)]
async fn claim(
    transaction: &mut PgConnection,
    on: &SwitchedOn,
    tally: &Tally,
    first: &[Slice],
) -> Result<Option<(Run, Released)>, StoreError> {
    let claimed = sqlx::query!(
        "select from campaign ca
          where ca.organization_id = $1
            and ca.id = $2
            and ca.auto_release_minutes = $3
            and not exists (select from release r
                             where r.organization_id = ca.organization_id
                               and r.campaign_id = ca.id
                               and r.scope = 'automatic'
                               and r.undoes_id is null
                               and r.state = 'running'
                               and r.heartbeat_at > statement_timestamp() - $4 * interval '1 second')
            for no key update skip locked",
        on.organization.0,
        on.campaign.0,
        on.interval.minutes().cast_signed(),
        ABANDONED_AFTER.as_secs_f64(),
    )
    .fetch_optional(&mut *transaction)
    .await?;
    if claimed.is_none() {
        return Ok(None);
    }
    let new = NewRelease {
        organization: on.organization,
        actor: None,
        terms: (&on.target()).into(),
        expected: tally.conversations,
        left_out: &tally.left_out,
    };
    let inserted = insert(transaction, Some(on.clock), &new).await?;
    let run = Run {
        lease: inserted.lease,
        actor: None,
        target: on.target(),
        clock: inserted.clock,
    };
    let released = release_within(transaction, &run, first).await?;
    if released.rows == 0 {
        return Ok(None);
    }
    Ok(Some((run, released)))
}
