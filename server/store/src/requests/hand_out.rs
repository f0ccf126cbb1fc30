//! Handing out: as much of what a request asks for as there is, all of it or nothing by the transaction it is in.

use super::{by_segment, by_wait};
use crate::StoreError;
use crate::count::clamp;
use crate::rules::NOW;
use app::domain::{CampaignId, MemberId, OrganizationId, PoolId, PoolKind, RequestCut, RequestId};
use chrono::{DateTime, Utc};
use const_format::formatcp;
use sqlx::PgConnection;

/// How many more than are wanted are looked at first, so that those that others are just taking can be passed
/// over: as many as some forty requests of 25 take at once. By the wait, those that may not be given now are
/// passed over among them, before the segments are asked.
const SLACK: i32 = 1_000;

/// How many more the looks by segment take in, one after the other, for as long as others took what a look saw: a few
/// requests of 1,000 lock more than one look sees, and a statement that the machine lets wait finds its list taken.
/// Whoever gets nothing by the last look meets the very end of a pool.
const LOOKS: [i32; 3] = [SLACK, 8 * SLACK, 64 * SLACK];

/// A request that is to be filled; its row is there, and pending.
#[derive(Debug, Clone, Copy)]
pub(super) struct Request {
    pub organization: OrganizationId,
    pub id: RequestId,
    pub texter: MemberId,
    /// Whether their teams hold escalation tags, so that more may be given to them than to others.
    pub holds_tags: bool,
    pub pool: PoolId,
    pub kind: PoolKind,
    /// At least one.
    pub wanted: u32,
    /// What cut this number down, if anything did.
    pub cut: Option<RequestCut>,
    /// Who decided on it: the texter, where nobody has to.
    pub decided_by: MemberId,
}

/// What was handed out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct HandedOut {
    /// How many.
    pub assigned: u32,
    /// On which campaigns.
    pub campaigns: Vec<CampaignId>,
    /// Who had lost some of them. They may still be writing, and can send nothing any more.
    pub before: Vec<MemberId>,
}

/// Fills a request as far as can be, in the caller's transaction. What comes first is taken first; if less is
/// found than is wanted, then because there is no more, or because others were taking the rest at that moment.
#[tracing::instrument(name = "db.request.hand_out", skip_all)]
pub(super) async fn hand_out(
    tx: &mut PgConnection,
    clock: Option<DateTime<Utc>>,
    request: &Request,
) -> Result<HandedOut, StoreError> {
    let mut given = HandedOut::default();
    // Who holds tags may be given what does not lie in this order.
    if request.kind == PoolKind::Replies && !request.holds_tags {
        take(tx, clock, request, by_wait::CLAIM, SLACK, &mut given).await?;
    }
    for slack in LOOKS {
        if given.assigned >= request.wanted {
            break;
        }
        let before = given.assigned;
        let statement = by_segment::CLAIM.get(request.kind);
        let seen = take(tx, clock, request, statement, slack, &mut given).await?;
        // What was seen and not taken is somebody else's by now, or they are about to take it.
        if seen == given.assigned - before {
            break;
        }
    }
    fill(tx, clock, request, given.assigned).await?;
    Ok(given)
}

/// What a statement that hands out has done.
#[derive(sqlx::FromRow)]
struct Claimed {
    /// How many it has looked at.
    seen: i64,
    assigned: i64,
    campaigns: Vec<i64>,
    /// Who had lost some of them.
    losers: Vec<i64>,
}

/// Takes what is missing by one statement, and gives how many it has looked at.
#[tracing::instrument(name = "db.request.claim", skip_all)]
async fn take(
    tx: &mut PgConnection,
    clock: Option<DateTime<Utc>>,
    request: &Request,
    statement: &'static str,
    slack: i32,
    given: &mut HandedOut,
) -> Result<u32, StoreError> {
    let missing = request.wanted - given.assigned;
    let claimed: Claimed = sqlx::query_as(statement)
        .bind(request.organization.0)
        .bind(clock)
        .bind(request.texter.0)
        .bind(missing.cast_signed())
        .bind(request.pool.0)
        .bind(request.id.0)
        .bind(request.decided_by.0)
        .bind(slack)
        .fetch_one(tx)
        .await?;
    given.assigned += clamp(claimed.assigned);
    given
        .campaigns
        .extend(claimed.campaigns.into_iter().map(CampaignId));
    given
        .before
        .extend(claimed.losers.into_iter().map(MemberId));
    Ok(clamp(claimed.seen))
}

/// `$1` organization, `$2` clock, `$3` how many were assigned, `$4` what cut the request down, `$5` who
/// decided, `$6` request.
pub(crate) const FILL: &str = formatcp!(
    "update assignment_request r
        set assigned = $3,
            state = case when $3 > 0 then 'assigned' else 'nothing' end::request_state,
            cut_by = $4::text::request_cut,
            decided_by = nullif($5, r.member_id),
            decided_at = {NOW}
      where r.organization_id = $1 and r.id = $6 and r.state = 'pending'"
);

/// Writes what the request got. One that waits for approval stays as it is if there was nothing, one that is
/// filled at once ends.
#[tracing::instrument(name = "db.request.fill", skip_all)]
async fn fill(
    tx: &mut PgConnection,
    clock: Option<DateTime<Utc>>,
    request: &Request,
    assigned: u32,
) -> Result<(), StoreError> {
    if assigned == 0 && request.decided_by != request.texter {
        return Ok(());
    }
    let filled = sqlx::query(FILL)
        .bind(request.organization.0)
        .bind(clock)
        .bind(assigned.cast_signed())
        .bind(request.cut.map(RequestCut::as_str))
        .bind(request.decided_by.0)
        .bind(request.id.0)
        .execute(tx)
        .await?;
    if filled.rows_affected() == 1 {
        Ok(())
    } else {
        // Its row is locked by this transaction, which found it pending.
        Err(StoreError::Corrupt(format!(
            "request {} was decided on while it was being filled",
            request.id
        )))
    }
}
