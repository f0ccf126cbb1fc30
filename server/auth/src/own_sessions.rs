//! The sessions of an account.

use super::session_store::{IDLE, LIFETIME, id_hash};
use app::domain::{MemberId, OrganizationId, Viewer};
use app::error::AppError;
use app::ports::{Browser, OwnSession};
use chrono::{DateTime, Utc};
use server_store::{Store, StoreError};
use tower_sessions::session::Id;

/// The maximum number of sessions that are listed.
const MAX_LISTED: i64 = 50;

struct Row {
    organization: String,
    browser: Option<String>,
    system: Option<String>,
    signed_in_at: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
    is_this: bool,
}

/// The valid sessions of the viewer's account, in all of its organizations, this one first, then the latest.
#[tracing::instrument(name = "db.session.list", skip_all)]
pub(super) async fn list(
    store: &Store,
    viewer: &Viewer,
    this: Option<Id>,
) -> Result<Vec<OwnSession>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as!(
        Row,
        r#"select o.name as organization, s.record->'browser'->>'name' as browser, s.record->'browser'->>'system' as system, s.signed_in_at,
                -- The last renewal, of which a session that ends for its age says nothing.
                case when s.expires_at < s.signed_in_at + $7::interval
                     then greatest(s.signed_in_at, s.expires_at - $5::interval) end as used_at,
                coalesce(s.id_hash = $4, false) as "is_this!"
           from member me
           join member m on m.account_id = me.account_id and m.role <> 'suspended'
           join organization o on o.id = m.organization_id
           join session s on (s.record->'whose'->>'member')::bigint = m.id
          where me.organization_id = $1 and me.id = $2
            and s.expires_at > coalesce($3, statement_timestamp())
            and coalesce((s.record->'whose'->>'epoch')::integer, 0) = m.session_epoch
          order by coalesce(s.id_hash = $4, false) desc, s.signed_in_at desc
          limit $6"#,
        viewer.organization.0,
        viewer.member.0,
        store.clock.pinned(),
        this.map(|id| id_hash(&id)),
        IDLE as _,
        MAX_LISTED,
        LIFETIME as _,
    )
    .fetch_all(&store.pool)
    .await?;
    Ok(rows.into_iter().map(OwnSession::from).collect())
}

impl From<Row> for OwnSession {
    fn from(row: Row) -> Self {
        let browser = row.browser.zip(row.system);
        Self {
            organization: row.organization,
            browser: browser.map(|(name, system)| Browser { name, system }),
            signed_in_at: row.signed_in_at,
            used_at: row.used_at,
            is_this: row.is_this,
        }
    }
}

/// Ends all sessions of the member's account, and gives the epoch of new ones. The trigger on `member` notifies of it.
#[tracing::instrument(name = "db.session.end_all", skip_all)]
pub(super) async fn end_all(
    tx: &mut sqlx::PgConnection,
    organization: OrganizationId,
    member: MemberId,
) -> Result<i32, StoreError> {
    lock_memberships(tx, organization, member).await?;
    // A session is valid in the epoch of its sign-in alone.
    let epoch = sqlx::query_scalar!(
        r#"with ended as (
             update member m
                set session_epoch = m.session_epoch + 1
               from member me
              where me.organization_id = $1 and me.id = $2 and m.account_id = me.account_id
             returning m.id, m.session_epoch)
         select session_epoch as "epoch!" from ended where id = $2"#,
        organization.0,
        member.0,
    );
    let epoch = epoch.fetch_optional(tx).await?;
    Ok(epoch.ok_or(AppError::SignedOut)?)
}

/// Locks all memberships of the member's account, in one order, so that nobody starts a session by one of them while all
/// are being ended.
#[tracing::instrument(name = "db.member.lock_own", skip_all)]
pub(super) async fn lock_memberships(
    tx: &mut sqlx::PgConnection,
    organization: OrganizationId,
    member: MemberId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select m.id
           from member me join member m on m.account_id = me.account_id
          where me.organization_id = $1 and me.id = $2
          order by m.id
            for no key update of m",
        organization.0,
        member.0,
    )
    .fetch_all(tx)
    .await?;
    Ok(())
}

/// When the viewer signed in to the session, if it is valid still: it may have ended since the request began, which
/// takes as long as its form is on its way.
#[tracing::instrument(name = "db.session.signed_in_at", skip_all)]
pub(super) async fn signed_in_at(
    tx: &mut sqlx::PgConnection,
    store: &Store,
    viewer: &Viewer,
    session: Option<Id>,
) -> Result<DateTime<Utc>, StoreError> {
    let signed_in_at = sqlx::query_scalar!(
        "select s.signed_in_at
           from member me
           join session s on (s.record->'whose'->>'member')::bigint = me.id
                         and coalesce((s.record->'whose'->>'epoch')::integer, 0) = me.session_epoch
          where me.organization_id = $1 and me.id = $2 and me.role <> 'suspended'
            and s.id_hash = $3 and s.expires_at > coalesce($4, statement_timestamp())",
        viewer.organization.0,
        viewer.member.0,
        session.map(|id| id_hash(&id)),
        store.clock.pinned(),
    );
    let signed_in_at = signed_in_at.fetch_optional(tx).await?;
    Ok(signed_in_at.ok_or(AppError::SignedOut)?)
}
