//! One batch of a release: one statement, one commit.

use super::lease::{End, Lease};
use super::plan::Slice;
use super::target::Target;
use crate::database::begin_transaction;
use crate::rules::{ByMode, NOW, ZONES, by_mode};
use crate::{Store, StoreError, notify};
use app::domain::{CampaignId, MemberId, OrganizationId};
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use std::time::Duration;

/// Begins the transaction of a batch. One that cannot get its rows gives way to the texters, and is tried again
/// in halves. No number in its statements changes how they walk the index, so they are planned once a connection.
pub(super) const BEGIN: &str =
    "begin; set local statement_timeout = '3s'; set local plan_cache_mode = force_generic_plan";

/// How long a batch may take, its commit and its notification with it. Its statements end within three seconds each;
/// this is for a connection that has gone silent.
pub(super) const BATCH_TIMEOUT: Duration = Duration::from_secs(10);

/// How often a batch that cannot be halved is tried.
pub(super) const MAX_ATTEMPTS: u32 = 5;

/// What every batch of a release has in common.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub lease: Lease,
    /// Who started it; `None` = the engine.
    pub actor: Option<MemberId>,
    pub target: Target,
    pub clock: DateTime<Utc>,
}

/// What a batch has changed.
#[derive(Debug)]
pub(super) struct Released {
    pub organization: OrganizationId,
    /// How many conversations.
    pub rows: u32,
    pub campaigns: Vec<CampaignId>,
    /// Those whose lists changed.
    pub losers: Vec<MemberId>,
}

impl Released {
    /// Notifies others of it, after the commit.
    pub async fn notify(self, store: &Store) {
        let changed =
            notify::notices_changed(&store.pool, self.organization, self.campaigns, self.losers);
        notify::after_commit(changed).await;
    }
}

/// One batch. `$1` to `$7` are those of [`Target::bind`]; `$8` to `$12` are its slices in step, `$13` who released,
/// `$14` the release, `$15` whether those who lost something get a notice.
pub(crate) const RELEASE: ByMode = by_mode!(
    "with released as (
         update conversation cv
            set assigned_to = null,
                released_from = cv.assigned_to,
                released_by = $14,
                lease_epoch = cv.lease_epoch + 1
           from campaign ca, {ZONES} zone,
                unnest($8::bigint[], $9::timestamptz[], $10::bigint[], $11::timestamptz[], $12::bigint[])
                    as slice (campaign_id, after, after_id, until, until_id)
          where cv.organization_id = $1
            and cv.campaign_id = slice.campaign_id
            and (cv.idle_since, cv.id) > (coalesce(slice.after, '-infinity'), coalesce(slice.after_id, 0))
            and (cv.idle_since, cv.id)
                <= (coalesce(slice.until, 'infinity'), coalesce(slice.until_id, 0))
            and ca.organization_id = cv.organization_id
            and ca.id = cv.campaign_id
            and zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
            and {CONCERNED}
            and {IDLE}
            and {LEFT_OUT_BECAUSE} is null
         returning cv.id, cv.campaign_id, cv.released_from, cv.lease_epoch
     ), audit as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, campaign_ids,
                 actor_id, release_id, happened_at)
         select $1, 'released', array_agg(id order by id), array_agg(released_from order by id),
                array_agg(lease_epoch order by id), array_agg(distinct campaign_id),
                $13, $14, {NOW}
           from released
         having count(*) > 0
     ), notified as (
         insert into release_notice
                (organization_id, member_id, release_id, conversations, created_at)
         select $1, released_from, $14, count(*), {NOW}
           from released
          where $15
          group by released_from
         on conflict (organization_id, member_id, release_id) do update
            set conversations = release_notice.conversations + excluded.conversations
     ), counted as (
         update release
            set conversations = conversations + (select count(*) from released)
          where organization_id = $1 and id = $14 and state = 'running'
     )
     select (select count(*) from released) as conversations,
            array(select distinct campaign_id from released) as campaigns,
            array(select distinct released_from from released) as losers"
);

/// Releases what of these slices still qualifies, in a transaction of its own; whether the release is
/// to stop instead.
#[tracing::instrument(name = "db.release.batch_transaction", skip_all)]
pub(super) async fn release(
    store: &Store,
    run: &Run,
    batch: &[Slice],
) -> Result<Option<End>, StoreError> {
    let mut transaction = begin_transaction(&store.pool, Some(BEGIN)).await?;
    if let Some(end) = run.lease.check(&mut transaction).await? {
        return Ok(Some(end));
    }
    let released = release_within(&mut transaction, run, batch).await?;
    transaction.commit().await?;
    tracing::debug!(
        release = run.lease.release.0,
        rows = released.rows,
        "batch released"
    );
    released.notify(store).await;
    Ok(None)
}

#[derive(sqlx::FromRow)]
struct Row {
    conversations: i64,
    campaigns: Vec<i64>,
    losers: Vec<i64>,
}

/// Releases what of these slices still qualifies, writes who lost it, and adds to the release's
/// count, all in one statement. Whoever commits it notifies.
///
/// The whole rule stands in the `update` itself: a row that somebody else changed meanwhile is judged
/// anew by the database before it is touched, so a `select … for update` in front would only cost
/// (18 to 56 %, measured).
#[tracing::instrument(name = "db.release.batch", skip_all)]
pub(super) async fn release_within(
    transaction: &mut PgConnection,
    run: &Run,
    batch: &[Slice],
) -> Result<Released, StoreError> {
    let row: Row = run
        .target
        .bind(
            sqlx::query_as(RELEASE.get(run.target.mode())),
            run.lease.organization,
            Some(run.clock),
        )
        .bind(of(batch, |slice| slice.campaign.0))
        .bind(of(batch, |slice| slice.after.map(|key| key.idle_since)))
        .bind(of(batch, |slice| slice.after.map(|key| key.id)))
        .bind(of(batch, |slice| slice.until.map(|key| key.idle_since)))
        .bind(of(batch, |slice| slice.until.map(|key| key.id)))
        .bind(run.actor.map(|actor| actor.0))
        .bind(run.lease.release.0)
        .bind(!matches!(run.target, Target::Own(_) | Target::Suspended(_)))
        .fetch_one(&mut *transaction)
        .await?;
    Ok(Released {
        organization: run.lease.organization,
        rows: crate::count::clamp(row.conversations),
        campaigns: row.campaigns.into_iter().map(CampaignId).collect(),
        losers: row.losers.into_iter().map(MemberId).collect(),
    })
}

/// One part of each slice.
fn of<T>(batch: &[Slice], part: impl Fn(&Slice) -> T) -> Vec<T> {
    batch.iter().map(part).collect()
}
