//! The batches of a second pass: one statement, one commit each.

use crate::audit::{self, Change};
use crate::count::clamp;
use crate::database::{RESPOND_WITHIN, answered, begin_transaction};
use crate::releases::batch::{BATCH_TIMEOUT, BEGIN, MAX_ATTEMPTS, Released};
use crate::releases::lease::{End, Lease};
use crate::rules::{LEFT_OUT_OF_SECOND_PASS, NOW, SECOND_PASS};
use crate::{Store, StoreError};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, MemberId, SecondPassDays};
use chrono::{DateTime, Utc};
use const_format::formatcp;

/// Contacts that one batch looks at, as many as one of a release may hold.
const BATCH_CONTACTS: i64 = 1_000;

/// What every batch of a second pass has in common.
#[derive(Debug, Clone)]
pub(in crate::releases) struct SecondPassRun {
    pub lease: Lease,
    /// Who started it.
    pub actor: AuditActor,
    pub campaign: CampaignId,
    pub days: SecondPassDays,
    /// The moment from which the days are counted back.
    pub clock: DateTime<Utc>,
}

/// One batch. `$1` organization, `$2` clock, `$3` campaign, `$4` days, `$5` the cell after which it begins, `$6` how
/// many contacts it looks at, `$7` who started it, `$8` the second pass.
///
/// The contacts of a campaign are walked by their cells, by the index that keeps those unique. What is judged by the
/// messages is judged as the statement began; a row that somebody changed since is judged anew by itself, and left alone
/// if its holder acted on it: they may just have texted.
pub(crate) const TAKE: &str = formatcp!(
    "with page as materialized (
         select co.id, co.cell
           from contact co
          where co.organization_id = $1 and co.campaign_id = $3 and co.cell > $5::text
          order by co.cell
          limit $6
     ), seen as materialized (
         select cv.id, cv.held_since
           from page
           join conversation cv on cv.organization_id = $1 and cv.id = page.id
           join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
          where cv.campaign_id = $3
            and {LEFT_OUT_OF_SECOND_PASS} is null
     ), taken as (
         update conversation cv
            set status = 'needs_message',
                assigned_to = null,
                released_from = cv.assigned_to,
                released_by = $8,
                lease_epoch = cv.lease_epoch + 1
           from seen
          where cv.organization_id = $1
            and cv.campaign_id = $3
            and cv.id = seen.id
            and cv.held_since is not distinct from seen.held_since
            and {SECOND_PASS}
         returning cv.id, cv.released_from, cv.lease_epoch
     ), audit as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, campaign_ids,
                 actor_id, release_id, happened_at)
         select $1, 'released', array_agg(id order by id), array_agg(released_from order by id),
                array_agg(lease_epoch order by id), array[$3::bigint], $7, $8, {NOW}
           from taken
         having count(*) > 0
     ), counted as (
         update release
            set conversations = conversations + (select count(*) from taken)
          where organization_id = $1 and id = $8 and state = 'running'
         returning conversations
     )
     select (select max(cell) from page) as last,
            (select count(*) from taken) as conversations,
            exists (select from counted
                     where conversations > 0 and conversations = (select count(*) from taken)) as is_first,
            array(select distinct released_from from taken where released_from is not null) as losers"
);

#[derive(sqlx::FromRow)]
struct Row {
    /// The last cell that was looked at; `None` = there were none left.
    last: Option<String>,
    conversations: i64,
    /// Whether it is the first batch that took somebody.
    is_first: bool,
    losers: Vec<i64>,
}

/// Goes through the contacts of the campaign. What was taken before is not messaged any more, so that whoever goes on
/// with an abandoned second pass may begin at the beginning.
pub(super) async fn batches(store: &Store, run: &SecondPassRun) -> Result<End, StoreError> {
    let mut after = String::new();
    let mut attempts = 1;
    loop {
        match answered(BATCH_TIMEOUT, batch(store, run, &after)).await {
            Ok(Next::After(cell)) => (after, attempts) = (cell, 1),
            Ok(Next::End(end)) => return Ok(end),
            Err(error) if error.is_contention() && attempts < MAX_ATTEMPTS => {
                attempts += 1;
                answered(RESPOND_WITHIN, run.lease.heartbeat(store)).await?;
            }
            Err(error) => return Err(error),
        }
    }
}

/// What comes behind a batch.
enum Next {
    /// The contacts behind this cell.
    After(String),
    /// Nothing more.
    End(End),
}

#[tracing::instrument(name = "db.second_pass.batch", skip_all)]
async fn batch(store: &Store, run: &SecondPassRun, after: &str) -> Result<Next, StoreError> {
    let organization = run.lease.organization;
    let mut transaction = begin_transaction(&store.pool, Some(BEGIN)).await?;
    if let Some(end) = run.lease.check(&mut transaction).await? {
        return Ok(Next::End(end));
    }
    let row: Row = sqlx::query_as(TAKE)
        .bind(organization.0)
        .bind(run.clock)
        .bind(run.campaign.0)
        .bind(run.days.days())
        .bind(after)
        .bind(BATCH_CONTACTS)
        .bind(run.actor.member.map(|actor| actor.0))
        .bind(run.lease.release.0)
        .fetch_one(&mut *transaction)
        .await?;
    if row.is_first {
        let subject = AuditSubject::Campaign(run.campaign);
        let change = Change::new(AuditAction::SecondPassStarted, subject);
        let days = run.days.days().to_string();
        let change = change.detail(&days);
        audit::record(&mut transaction, &store.clock, run.actor, change).await?;
    }
    transaction.commit().await?;
    if row.conversations > 0 {
        let taken = Released {
            organization,
            rows: clamp(row.conversations),
            campaigns: vec![run.campaign],
            losers: row.losers.into_iter().map(MemberId).collect(),
        };
        taken.notify(store).await;
    }
    Ok(row.last.map_or(Next::End(End::Finished), Next::After))
}
