//! What the request form shows now.

use super::PoolWaiting;
use super::eligibility::{Eligibility, eligibility};
use super::escalated::escalated;
use super::pool_counts::PoolCount;
use super::pool_refusal::PoolNow;
use crate::{Store, StoreError};
use app::domain::{
    ApprovalLevel, PoolKind, PoolOffer, RequestId, RequestOffer, RequestRefusal, RequestedPool,
    UnknownPoolKind, Viewer, requested_texts,
};
use app::error::AppError;
use sentences::page;

/// What decides on a texter's requests apart from what is in the pools. It changes when they are named in a change,
/// when settings change, and slowly with time; what carries escalation tags, with the pools.
#[derive(Debug, Clone)]
pub struct OfferContext(State);

#[derive(Debug, Clone)]
enum State {
    /// Nothing can be asked for.
    Fixed(RequestOffer),
    /// Something can, where there is something; and how much with escalation tags there is for them.
    Open(Eligibility, Vec<PoolWaiting>),
}

/// Reads it.
pub(super) async fn offer_context(
    store: &Store,
    viewer: &Viewer,
) -> Result<OfferContext, StoreError> {
    let pending = pending(store, viewer).await?;
    let (organization, member) = (viewer.organization, viewer.member);
    let eligibility = eligibility(&store.pool, store.clock.pinned(), organization, member)
        .await?
        .ok_or(AppError::NotFound)?;
    if let Some(pending) = pending {
        return Ok(OfferContext(State::Fixed(pending.offer(&eligibility))));
    }
    if let Some(why) = eligibility.closed() {
        return Ok(OfferContext(State::Fixed(closed(&why))));
    }
    let escalated = if eligibility.holds_tags {
        escalated(store, viewer).await?
    } else {
        Vec::new()
    };
    Ok(OfferContext(State::Open(eligibility, escalated)))
}

impl OfferContext {
    /// Whether it depends on what is in the pools too.
    pub fn follows_pools(&self) -> bool {
        matches!(&self.0, State::Open(eligibility, _) if eligibility.holds_tags)
    }

    /// Whether the texter was given something a moment ago, or told that nothing was left, so that they would see that
    /// older counts of the pools are wrong.
    pub fn just_asked(&self) -> bool {
        matches!(&self.0, State::Open(eligibility, _) if eligibility.just_asked)
    }

    /// The state of the form, given what is in the organization's pools.
    pub fn offer(&self, pool_counts: &[PoolCount]) -> RequestOffer {
        match &self.0 {
            State::Fixed(offer) => offer.clone(),
            State::Open(eligibility, escalated) => open(eligibility, escalated, pool_counts),
        }
    }
}

fn open(
    eligibility: &Eligibility,
    escalated: &[PoolWaiting],
    pool_counts: &[PoolCount],
) -> RequestOffer {
    let mut pools: Vec<PoolOffer> = pool_counts
        .iter()
        .filter(|pool| {
            pool.enabled
                && pool
                    .team
                    .is_none_or(|team| eligibility.teams.contains(&team))
        })
        .map(|pool| {
            let more = escalated.iter().find(|more| more.pool == pool.id);
            let requested = RequestedPool {
                pool: pool.id,
                kind: Some(pool.kind),
            };
            PoolOffer {
                choice: requested.to_string(),
                title: pool.title.clone(),
                kind: pool.kind,
                waiting: pool.waiting + more.map_or(0, |more| more.waiting),
                oldest_wait: pool.oldest_wait.max(more.and_then(|more| more.oldest_wait)),
                max_per_request: pool.max_per_request,
            }
        })
        .filter(|pool| pool.waiting > 0)
        .collect();
    let something = !pools.is_empty();
    pools.retain(|pool| eligibility.closed_for(pool.kind).is_none());
    if pools.is_empty() {
        let why = eligibility
            .closed_for(PoolKind::Replies)
            .filter(|_| something);
        return why.as_ref().map_or_else(nothing, closed);
    }
    RequestOffer::Open {
        pools,
        approval: eligibility.level == ApprovalLevel::ApprovalRequired,
    }
}

fn closed(why: &RequestRefusal) -> RequestOffer {
    RequestOffer::Closed {
        title: why.title().to_owned(),
        message: why.message(),
    }
}

/// There is nothing to hand out.
fn nothing() -> RequestOffer {
    RequestOffer::Closed {
        title: page::no_texts_title().to_owned(),
        message: page::updates_by_itself().to_owned(),
    }
}

/// A pending request, and its pool as it is now.
struct Pending {
    request: RequestId,
    kind: PoolKind,
    wanted: u32,
    pool: String,
    /// The most that the pool lets one request take.
    most: u32,
    pool_now: PoolNow,
}

impl Pending {
    /// The request with its size, and whether it waits for somebody to approve it, or nobody can for now.
    fn offer(&self, eligibility: &Eligibility) -> RequestOffer {
        let what = requested_texts(self.kind, self.wanted, &self.pool, self.most);
        let why = eligibility.closed_for(self.kind);
        let message = match why.or_else(|| self.pool_now.refusal(&self.pool)) {
            Some(why) => why.of_pending(&what),
            None => page::waiting_for_approval(&what),
        };
        RequestOffer::Pending {
            request: self.request,
            message,
        }
    }
}

/// The viewer's pending request.
#[tracing::instrument(name = "db.request.find_pending", skip_all)]
async fn pending(store: &Store, viewer: &Viewer) -> Result<Option<Pending>, StoreError> {
    let row = sqlx::query!(
        r#"select r.id, r.kind::text as "kind!", r.wanted, coalesce(t.title, p.title) as "pool!",
                p.max_per_request, p.enabled, p.kind = r.kind as "same_kind!",
                (p.team_id is null
                 or exists (select from team_member tm
                             where tm.organization_id = r.organization_id
                               and tm.team_id = p.team_id and tm.member_id = r.member_id)) as "theirs!"
           from assignment_request r
           join pool p on p.organization_id = r.organization_id and p.id = r.pool_id
           left join team t on t.organization_id = p.organization_id and t.id = p.team_id
          where r.organization_id = $1 and r.member_id = $2 and r.state = 'pending'"#,
        viewer.organization.0,
        viewer.member.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    row.map(|row| {
        Ok(Pending {
            request: RequestId(row.id),
            kind: row
                .kind
                .parse()
                .map_err(|wrong: UnknownPoolKind| StoreError::Corrupt(wrong.to_string()))?,
            wanted: row.wanted.unsigned_abs(),
            pool: row.pool,
            most: row.max_per_request.unsigned_abs(),
            pool_now: PoolNow {
                enabled: row.enabled,
                same_kind: row.same_kind,
                theirs: row.theirs,
            },
        })
    })
    .transpose()
}
