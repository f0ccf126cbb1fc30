//! What the request form shows now.

use super::contents::PoolContents;
use super::escalated::escalated;
use super::standing::{Standing, standing};
use crate::store::{Store, StoreError};
use app::domain::{
    Age, ApprovalLevel, PoolId, PoolKind, PoolOffer, RequestId, RequestOffer, RequestRefusal,
    UnknownPoolKind, Viewer,
};
use app::error::AppError;

/// What decides on a texter's requests apart from what is in the pools. It changes when they are named in a change,
/// when settings change, and slowly with time; what carries escalation tags, with the pools.
#[derive(Debug, Clone)]
pub struct Eligibility(State);

#[derive(Debug, Clone)]
enum State {
    /// Nothing can be asked for.
    Fixed(RequestOffer),
    /// Something can, where there is something; and how much with escalation tags there is for them.
    Open(Standing, Vec<(PoolId, u32, Option<Age>)>),
}

/// Reads it.
pub(super) async fn eligibility(store: &Store, viewer: &Viewer) -> Result<Eligibility, StoreError> {
    if let Some((request, what)) = pending(store, viewer).await? {
        return Ok(Eligibility(State::Fixed(RequestOffer::Pending {
            request,
            what,
        })));
    }
    let (organization, member) = (viewer.organization, viewer.member);
    let standing = standing(&store.pool, store.clock.pinned(), organization, member)
        .await?
        .ok_or(AppError::NotFound)?;
    if let Some(why) = standing.closed() {
        return Ok(Eligibility(State::Fixed(closed(&why))));
    }
    let escalated = if standing.holds_tags {
        escalated(store, viewer).await?
    } else {
        Vec::new()
    };
    Ok(Eligibility(State::Open(standing, escalated)))
}

impl Eligibility {
    /// Whether it depends on what is in the pools too.
    pub fn follows_pools(&self) -> bool {
        matches!(&self.0, State::Open(standing, _) if standing.holds_tags)
    }

    /// The state of the form, given what is in the organization's pools.
    pub fn offer(&self, contents: &[PoolContents]) -> RequestOffer {
        match &self.0 {
            State::Fixed(offer) => offer.clone(),
            State::Open(standing, escalated) => open(standing, escalated, contents),
        }
    }
}

fn open(
    standing: &Standing,
    escalated: &[(PoolId, u32, Option<Age>)],
    contents: &[PoolContents],
) -> RequestOffer {
    let mut pools: Vec<PoolOffer> = contents
        .iter()
        .filter(|pool| pool.enabled && pool.team.is_none_or(|team| standing.teams.contains(&team)))
        .map(|pool| {
            let more = escalated.iter().find(|(id, ..)| *id == pool.id);
            PoolOffer {
                id: pool.id,
                title: pool.title.clone(),
                kind: pool.kind,
                waiting: pool.waiting + more.map_or(0, |(_, waiting, _)| *waiting),
                oldest_wait: pool.oldest_wait.max(more.and_then(|(.., oldest)| *oldest)),
                max_per_request: pool.max_per_request,
            }
        })
        .filter(|pool| pool.waiting > 0)
        .collect();
    let something = !pools.is_empty();
    pools.retain(|pool| standing.closed_for(pool.kind).is_none());
    if pools.is_empty() {
        let why = standing
            .closed_for(PoolKind::Replies)
            .filter(|_| something)
            .unwrap_or(RequestRefusal::Nothing);
        return closed(&why);
    }
    RequestOffer::Open {
        pools,
        approval: standing.level == ApprovalLevel::ApprovalRequired,
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
async fn pending(
    store: &Store,
    viewer: &Viewer,
) -> Result<Option<(RequestId, String)>, StoreError> {
    let row: Option<(i64, String, i32, String)> = sqlx::query_as(
        "select r.id, r.kind::text, r.wanted, coalesce(t.title, p.title)
           from assignment_request r
           join pool p on p.organization_id = r.organization_id and p.id = r.pool_id
           left join team t on t.organization_id = p.organization_id and t.id = p.team_id
          where r.organization_id = $1 and r.member_id = $2 and r.state = 'pending'",
    )
    .bind(viewer.organization.0)
    .bind(viewer.member.0)
    .fetch_optional(&store.pool)
    .await?;
    row.map(|(id, kind, wanted, pool)| {
        let kind: PoolKind = kind
            .parse()
            .map_err(|wrong: UnknownPoolKind| StoreError::Corrupt(wrong.to_string()))?;
        let what = format!("{} from {pool}", kind.counted(wanted.unsigned_abs()));
        Ok((RequestId(id), what))
    })
    .transpose()
}
