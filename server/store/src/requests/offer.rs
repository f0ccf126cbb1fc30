//! What the request form shows now.

use super::PoolWaiting;
use super::eligibility::{Eligibility, eligibility};
use super::escalated::escalated;
use super::pool_counts::PoolCount;
use crate::{Store, StoreError};
use app::domain::{
    ApprovalLevel, PoolKind, PoolOffer, RequestId, RequestOffer, RequestRefusal, UnknownPoolKind,
    Viewer,
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
    if let Some(pending) = pending(store, viewer).await? {
        return Ok(OfferContext(State::Fixed(pending)));
    }
    let (organization, member) = (viewer.organization, viewer.member);
    let eligibility = eligibility(&store.pool, store.clock.pinned(), organization, member)
        .await?
        .ok_or(AppError::NotFound)?;
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

    /// Whether the texter was given something a moment ago, so that they would see that older counts of the pools are
    /// wrong.
    pub fn just_given(&self) -> bool {
        matches!(&self.0, State::Open(eligibility, _) if eligibility.just_given)
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
            PoolOffer {
                id: pool.id,
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
            .filter(|_| something)
            .unwrap_or(RequestRefusal::Nothing);
        return closed(&why);
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

/// The viewer's pending request, and what it asks for.
#[tracing::instrument(name = "db.request.find_pending", skip_all)]
async fn pending(store: &Store, viewer: &Viewer) -> Result<Option<RequestOffer>, StoreError> {
    let row = sqlx::query!(
        r#"select r.id, r.kind::text as "kind!", r.wanted, coalesce(t.title, p.title) as "pool!"
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
        let kind: PoolKind = row
            .kind
            .parse()
            .map_err(|wrong: UnknownPoolKind| StoreError::Corrupt(wrong.to_string()))?;
        let what = page::from_pool(&kind.counted(row.wanted.unsigned_abs()), &row.pool);
        let request = RequestId(row.id);
        Ok(RequestOffer::Pending { request, what })
    })
    .transpose()
}
