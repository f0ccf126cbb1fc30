//! What the request form shows now.

use super::contents::PoolContents;
use super::escalated::escalated;
use super::standing::standing;
use crate::store::{Store, StoreError};
use app::domain::{
    ApprovalLevel, PoolKind, PoolOffer, RequestId, RequestOffer, RequestsClosed, UnknownPoolKind,
    Viewer,
};
use app::error::AppError;

/// The state of the form for this texter, given what is in the organization's pools.
pub(super) async fn offer(
    store: &Store,
    viewer: &Viewer,
    contents: &[PoolContents],
) -> Result<RequestOffer, StoreError> {
    if let Some((request, what)) = pending(store, viewer).await? {
        return Ok(RequestOffer::Pending { request, what });
    }
    let (organization, member) = (viewer.organization, viewer.member);
    let standing = standing(&store.pool, store.clock.pinned(), organization, member)
        .await?
        .ok_or(AppError::NotFound)?;
    if let Some(why) = standing.closed() {
        return Ok(closed(&why));
    }
    let more = if standing.holds_tags {
        escalated(store, viewer).await?
    } else {
        Vec::new()
    };
    let mut pools: Vec<PoolOffer> = contents
        .iter()
        .filter(|pool| pool.enabled && pool.team.is_none_or(|team| standing.teams.contains(&team)))
        .map(|pool| {
            let more = more.iter().find(|(id, ..)| *id == pool.id);
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
            .unwrap_or(RequestsClosed::Nothing);
        return Ok(closed(&why));
    }
    Ok(RequestOffer::Open {
        pools,
        approval: standing.level == ApprovalLevel::ApprovalRequired,
    })
}

fn closed(why: &RequestsClosed) -> RequestOffer {
    RequestOffer::Closed {
        title: why.title().to_owned(),
        message: why.message(),
    }
}

/// The viewer's pending request, and what it asks for.
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
