//! A request is approved, which fills it.

use super::deny::{gone, may_decide_on_own};
use super::eligibility::eligibility;
use super::hand_out::{Request, hand_out};
use super::lock_member::lock_member;
use super::pool_refusal::PoolNow;
use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{
    Approval, ApprovalLevel, AuditAction, AuditSubject, MemberId, PoolId, PoolKind, RequestId,
    UnknownPoolKind, Viewer,
};
use app::error::AppError;
use sentences::page;
use sqlx::PgConnection;

/// The request under its lock, with what its pool is now.
struct Locked {
    member_id: i64,
    texter: String,
    pool_id: i64,
    pool: String,
    kind: String,
    asked_for: i32,
    /// Cut down to what the pool lets one request take by now.
    wanted: i32,
    enabled: bool,
    same_kind: bool,
    theirs: bool,
}

impl Locked {
    fn pool_now(&self) -> PoolNow {
        PoolNow {
            enabled: self.enabled,
            same_kind: self.same_kind,
            theirs: self.theirs,
        }
    }
}

/// Approves it, unless it is the viewer's own and an admin has to. What changed since it was made counts as it is now:
/// the pool and its limit, who the texter is and what they hold. Two who approve at once fill it once, because of the
/// lock.
pub(super) async fn approve(
    store: &Store,
    viewer: &Viewer,
    id: RequestId,
    always: bool,
) -> Result<Approval, StoreError> {
    let clock = store.clock.pinned();
    let mut tx = store.begin().await?;
    let Some(locked) = lock(&mut tx, viewer, id).await? else {
        return Err(gone(&mut tx, viewer, id).await?.into());
    };
    let (texter, kind) = (MemberId(locked.member_id), kind(&locked)?);
    if texter == viewer.member && !may_decide_on_own(viewer) {
        return Err(AppError::NotAllowed.into());
    }
    // A suspension waits from here on; one that came before is read.
    lock_member(&mut tx, viewer.organization, texter).await?;
    let eligibility = eligibility(&mut *tx, clock, viewer.organization, texter).await?;
    let Some(eligibility) = eligibility else {
        let sentence = page::can_no_longer_get_texts(&locked.texter);
        return Err(AppError::Invalid(sentence).into());
    };
    let closed = eligibility.closed_for(kind);
    if let Some(why) = closed.or_else(|| locked.pool_now().refusal(&locked.pool)) {
        let sentence = why.for_decider(&locked.texter);
        return Err(AppError::Invalid(sentence).into());
    }
    let (allowed, cut) = eligibility.cut(kind, locked.wanted.unsigned_abs());
    let request = Request {
        organization: viewer.organization,
        id,
        texter,
        holds_tags: eligibility.holds_tags,
        pool: PoolId(locked.pool_id),
        kind,
        wanted: allowed,
        cut,
        decided_by: viewer.member,
    };
    if locked.wanted < locked.asked_for {
        narrow(&mut tx, viewer, id, locked.wanted).await?;
    }
    let given = hand_out(&mut tx, clock, &request).await?;
    if given.assigned == 0 {
        return Ok(Approval::NothingThere { pool: locked.pool });
    }
    let subject = AuditSubject::Member(texter);
    let assigned = given.assigned.to_string();
    let approved = Change::new(AuditAction::RequestApproved, subject).detail(&assigned);
    audit::record(&mut tx, &store.clock, viewer.actor(), approved).await?;
    if always && trust(&mut tx, viewer, texter).await? {
        let [was, is] = [ApprovalLevel::ApprovalRequired, ApprovalLevel::Automatic];
        let detail = format!("{} → {}", was.as_str(), is.as_str());
        let trusted = Change::new(AuditAction::LevelChanged, subject).detail(&detail);
        audit::record(&mut tx, &store.clock, viewer.actor(), trusted).await?;
    }
    let members = given.before.into_iter().chain([texter]);
    notify::changed(&mut *tx, viewer.organization, given.campaigns, members).await?;
    notify::requests_changed(&mut *tx, viewer.organization, texter).await?;
    tx.commit().await?;
    Ok(Approval::Assigned {
        texter: locked.texter,
        kind,
        assigned: given.assigned,
    })
}

fn kind(locked: &Locked) -> Result<PoolKind, StoreError> {
    locked
        .kind
        .parse()
        .map_err(|wrong: UnknownPoolKind| StoreError::Corrupt(wrong.to_string()))
}

#[tracing::instrument(name = "db.request.lock", skip_all, fields(%id))]
async fn lock(
    tx: &mut PgConnection,
    viewer: &Viewer,
    id: RequestId,
) -> Result<Option<Locked>, StoreError> {
    Ok(sqlx::query_as!(
        Locked,
        r#"select r.member_id, a.name as texter, r.pool_id as "pool_id!", coalesce(t.title, p.title) as "pool!", r.kind::text as "kind!",
                r.wanted as asked_for, least(r.wanted, p.max_per_request) as "wanted!",
                p.enabled, p.kind = r.kind as "same_kind!",
                (p.team_id is null
                 or exists (select from team_member tm
                             where tm.organization_id = r.organization_id
                               and tm.team_id = p.team_id and tm.member_id = r.member_id)) as "theirs!"
           from assignment_request r
           join pool p on p.organization_id = r.organization_id and p.id = r.pool_id
           left join team t on t.organization_id = p.organization_id and t.id = p.team_id
           join member m on m.organization_id = r.organization_id and m.id = r.member_id
           join account a on a.id = m.account_id
          where r.organization_id = $1 and r.id = $2 and r.state = 'pending'
            for update of r"#,
        viewer.organization.0,
        id.0,
    )
    .fetch_optional(tx)
    .await?)
}

/// Writes that no more was asked for than the pool lets one request take by now, as when a request is made. Its texter
/// would read that there was no more.
#[tracing::instrument(name = "db.request.narrow", skip_all, fields(%id))]
async fn narrow(
    tx: &mut PgConnection,
    viewer: &Viewer,
    id: RequestId,
    wanted: i32,
) -> Result<(), StoreError> {
    let narrowed = sqlx::query!(
        "update assignment_request set wanted = $3
          where organization_id = $1 and id = $2 and state = 'pending'",
        viewer.organization.0,
        id.0,
        wanted,
    );
    if narrowed.execute(tx).await?.rows_affected() == 0 {
        return Err(AppError::DecidedAlready.into());
    }
    Ok(())
}

/// From now on the texter's requests are filled at once.
#[tracing::instrument(name = "db.member.trust", skip_all)]
async fn trust(
    tx: &mut PgConnection,
    viewer: &Viewer,
    texter: MemberId,
) -> Result<bool, StoreError> {
    let trusted = sqlx::query!(
        "update member set approval_level = 'automatic'
          where organization_id = $1 and id = $2 and approval_level = 'approval_required'",
        viewer.organization.0,
        texter.0,
    );
    Ok(trusted.execute(tx).await?.rows_affected() == 1)
}
