//! A texter asks for more.

use super::eligibility::eligibility;
use super::hand_out::{Request, hand_out};
use crate::{Store, StoreError, notify};
use app::domain::{
    ApprovalLevel, PoolId, PoolKind, RequestId, RequestOutcome, RequestRefusal, RequestedPool,
    UnknownPoolKind, Viewer,
};
use app::error::AppError;
use sentences::page;
use sqlx::PgConnection;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::Instant;

/// The statements of a request name every index that they walk by their conditions, so that no number in them
/// changes the plan; planning them anew each time took longer than running them.
const PLANNED_ONCE: &str = "begin; set local plan_cache_mode = force_generic_plan";

/// How many requests a server fills at once. All begin at the head of the same pool: the more there are, the
/// more each has to pass over, and more than the database has cores for get nothing done sooner. Who waits here
/// holds no connection, so that texts are sent meanwhile.
const AT_ONCE: usize = 4;

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// For how long a request that others were in the way of is tried again: longer than the locks of a silent server
/// last. A refused one has written nothing, and its texter could only press again.
const RETRY_FOR: Duration = Duration::from_secs(6);

/// Fills the viewer's request at once, or leaves it pending where it needs approval.
pub(super) async fn create(
    store: &Store,
    viewer: &Viewer,
    pool: RequestedPool,
    wanted: u32,
) -> Result<RequestOutcome, StoreError> {
    let wanted = i32::try_from(wanted)
        .ok()
        .filter(|wanted| *wanted >= 1)
        .ok_or_else(|| AppError::Invalid(page::ask_for_at_least_one().into()))?;
    let mut first_turn_at = None;
    loop {
        // It is never closed, so that there is always a turn. Each attempt waits for one of its own: a row that is not
        // free concerns this texter, and not those who wait behind them.
        let turn = TURNS.acquire().await;
        let begun = *first_turn_at.get_or_insert_with(Instant::now);
        let outcome = attempt(store, viewer, pool, wanted).await;
        drop(turn);
        match outcome {
            Err(error) if error.is_contention() && begun.elapsed() < RETRY_FOR => {
                tracing::info!(%error, "a request is tried again");
            }
            outcome => return outcome,
        }
    }
}

/// Fills it, or leaves it pending, in one transaction.
#[tracing::instrument(name = "db.request.create", skip_all)]
async fn attempt(
    store: &Store,
    viewer: &Viewer,
    pool: RequestedPool,
    wanted: i32,
) -> Result<RequestOutcome, StoreError> {
    let clock = store.clock.pinned();
    let mut tx = store.begin_with(PLANNED_ONCE).await?;
    let pending = pending(store, &mut tx, viewer, pool, wanted).await?;
    // Read behind the row: a second request of the same texter waits there until this one has ended, and so does a
    // suspension, for the member that the row refers to.
    let eligibility = eligibility(&mut *tx, clock, viewer.organization, viewer.member)
        .await?
        .ok_or(AppError::NotAllowed)?;
    // Another pool is no help to somebody who may request from none.
    let (id, kind, wanted) =
        pending.map_err(|why| refusal(&eligibility.closed().unwrap_or(why)))?;
    if let Some(why) = eligibility.closed_for(kind) {
        return Err(refusal(&why).into());
    }
    if eligibility.level == ApprovalLevel::ApprovalRequired {
        notify::requests_changed(&mut *tx, viewer.organization, viewer.member).await?;
        tx.commit().await?;
        return Ok(RequestOutcome::Pending {
            kind,
            wanted: wanted.unsigned_abs(),
        });
    }
    let (allowed, cut) = eligibility.cut(kind, wanted.unsigned_abs());
    let request = Request {
        organization: viewer.organization,
        id,
        texter: viewer.member,
        holds_tags: eligibility.holds_tags,
        pool: pool.pool,
        kind,
        wanted: allowed,
        cut,
        decided_by: viewer.member,
    };
    let given = hand_out(&mut tx, clock, &request).await?;
    tx.commit().await?;
    if given.assigned == 0 {
        return Ok(RequestOutcome::Nothing { kind });
    }
    let members = given.before.into_iter().chain([viewer.member]);
    store
        .notifier
        .notices_changed(viewer.organization, given.campaigns, members);
    Ok(RequestOutcome::Assigned {
        kind,
        wanted: wanted.unsigned_abs(),
        assigned: given.assigned,
        cut: cut.filter(|_| given.assigned == allowed),
    })
}

/// What a plain request is refused with.
pub(super) fn refusal(why: &RequestRefusal) -> AppError {
    match why {
        RequestRefusal::Disabled { .. } => AppError::RequestsDisabled,
        why => AppError::Invalid(format!("{}. {}", why.title(), why.message())),
    }
}

/// Writes the request, pending, cut down to what the pool lets one request take; gives what the pool
/// hands out, and the number. What the form showed of a pool may be over: one that is disabled gives nothing, nor one
/// that hands out something else; what was written of that is to be rolled back.
#[tracing::instrument(name = "db.request.insert", skip_all, fields(pool = %requested.pool))]
async fn pending(
    store: &Store,
    tx: &mut PgConnection,
    viewer: &Viewer,
    requested: RequestedPool,
    wanted: i32,
) -> Result<Result<(RequestId, PoolKind, i32), RequestRefusal>, StoreError> {
    let row = sqlx::query!(
        r#"insert into assignment_request
                (organization_id, pool_id, member_id, wanted, assigned, state, kind, created_at)
         select p.organization_id, p.id, $3, least($4, p.max_per_request), 0, 'pending', p.kind,
                coalesce($5, statement_timestamp())
           from pool p
          where p.organization_id = $1 and p.id = $2 and p.enabled
            and (p.team_id is null
                 or exists (select from team_member tm
                             where tm.organization_id = p.organization_id
                               and tm.team_id = p.team_id and tm.member_id = $3))
         returning id, kind::text as "kind!", wanted"#,
        viewer.organization.0,
        requested.pool.0,
        viewer.member.0,
        wanted,
        store.clock.pinned(),
    )
    .fetch_optional(&mut *tx)
    .await;
    let request = match row {
        Err(sqlx::Error::Database(error))
            if error.constraint() == Some("assignment_request_pending") =>
        {
            return Err(AppError::RequestPending.into());
        }
        row => row?,
    };
    let Some(request) = request else {
        let pool = title(tx, viewer, requested.pool).await?;
        return Ok(Err(RequestRefusal::PoolDisabled { pool }));
    };
    let kind: PoolKind = request
        .kind
        .parse()
        .map_err(|wrong: UnknownPoolKind| StoreError::Corrupt(wrong.to_string()))?;
    if requested.kind.is_some_and(|shown| shown != kind) {
        let pool = title(tx, viewer, requested.pool).await?;
        return Ok(Err(RequestRefusal::PoolChanged { pool }));
    }
    Ok(Ok((RequestId(request.id), kind, request.wanted)))
}

/// What a pool is called that the viewer may request from while it is enabled.
#[tracing::instrument(name = "db.pool.find_title", skip_all, fields(%pool))]
async fn title(tx: &mut PgConnection, viewer: &Viewer, pool: PoolId) -> Result<String, StoreError> {
    let title = sqlx::query_scalar!(
        r#"select coalesce(t.title, p.title) as "title!"
           from pool p
           left join team t on t.organization_id = p.organization_id and t.id = p.team_id
          where p.organization_id = $1 and p.id = $2
            and (p.team_id is null
                 or exists (select from team_member tm
                             where tm.organization_id = p.organization_id
                               and tm.team_id = p.team_id and tm.member_id = $3))"#,
        viewer.organization.0,
        pool.0,
        viewer.member.0,
    )
    .fetch_optional(tx)
    .await?;
    Ok(title.ok_or(AppError::NotFound)?)
}
