//! The viewer of a request, read from their session.

use super::session_store::{IDLE, LIFETIME, RENEWAL_INTERVAL, id_hash};
use super::{PgSessionStore, TrustedProxies, client_address};
use app::domain::{MemberId, OrganizationId, Origin, Role, Viewer};
use app::error::AppError;
use app::ports::{OtherOrganization, OtherOrganizations};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::{Store, StoreError, stored_word};
use std::time::Duration;
use tower_sessions::Session;
use tower_sessions::session::Id;

/// The time limit of a session's renewal, which the next request can do as well.
const RENEWAL_TIMEOUT: Duration = Duration::from_secs(1);

/// The address of event streams, and of their topics below it. Pages open them without the user, so they do not count
/// as use of the session.
const EVENTS: &str = "/events";

/// The middleware that adds the [`Viewer`] to the request, if it has a session. It reads the role at every request, so
/// that a suspension takes effect at once.
pub async fn establish_viewer(
    State(store): State<Store>,
    State(trusted_proxies): State<TrustedProxies>,
    session: Session,
    request: Request,
    next: Next,
) -> Response {
    let below_events = request.uri().path().strip_prefix(EVENTS);
    let used = !below_events.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let (parts, body) = request.into_parts();
    let address = client_address(&parts, &trusted_proxies);
    let mut request = Request::from_parts(parts, body);
    match answered(RESPOND_WITHIN, viewer(&store, session.id(), used)).await {
        Ok(Some((mut viewer, others))) => {
            viewer.origin = Origin::Client(address.client());
            if !others.is_empty() {
                request.extensions_mut().insert(OtherOrganizations(others));
            }
            request.extensions_mut().insert(viewer);
        }
        Ok(None) => {}
        Err(error) => {
            let sentence = AppError::from(error).to_string();
            return (StatusCode::SERVICE_UNAVAILABLE, sentence).into_response();
        }
    }
    next.run(request).await
}

/// The current viewer of a session, for streams that outlive their request. `None` if the session has ended or its
/// member is suspended.
pub async fn viewer_now(store: &Store, session: Option<Id>) -> Result<Option<Viewer>, StoreError> {
    let found = viewer(store, session, false).await?;
    Ok(found.map(|(viewer, _)| viewer))
}

/// Renews the session. A failure is only logged, because the session is valid for days.
async fn renew(store: &Store, session: &Id) {
    let sessions = PgSessionStore::new(store.clone());
    match tokio::time::timeout(RENEWAL_TIMEOUT, sessions.renew(session)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            tracing::warn!(%error, "could not extend a session; the next request tries again");
        }
        Err(_) => tracing::warn!(
            within = ?RENEWAL_TIMEOUT,
            "could not extend a session in time; the next request tries again"
        ),
    }
}

struct Row {
    organization: i64,
    organization_name: String,
    member: i64,
    name: String,
    role: String,
    language: Option<String>,
    other_ids: Vec<i64>,
    other_names: Vec<String>,
    /// Whether the session is due for renewal.
    renewal_due: bool,
}

/// The viewer of a session, and the other organizations that they may change to, in one query, because every request
/// needs it.
#[tracing::instrument(name = "db.viewer.find", skip_all)]
async fn viewer(
    store: &Store,
    session: Option<Id>,
    used: bool,
) -> Result<Option<(Viewer, Vec<OtherOrganization>)>, StoreError> {
    let Some(session) = session else {
        return Ok(None);
    };
    let row: Option<Row> = sqlx::query_as!(
        Row,
        r#"with clock as (
             select coalesce($2, statement_timestamp()) as now),
         ours as (
             select (record->'whose'->>'organization')::bigint as organization,
                    (record->'whose'->>'member')::bigint as member,
                    -- Sessions from before there was an epoch began in the first one.
                    coalesce((record->'whose'->>'epoch')::integer, 0) as epoch,
                    expires_at <= least(clock.now + $3::interval, signed_in_at + $4::interval) - $5::interval as renewal_due
               from session, clock
              where id_hash = $1 and expires_at > clock.now)
         select ours.organization as "organization!", o.name as organization_name, ours.member as "member!", a.name,
                m.role::text as "role!", a.language, others.ids as "other_ids!", others.names as "other_names!",
                ours.renewal_due as "renewal_due!"
           from ours
           join member m on m.organization_id = ours.organization and m.id = ours.member
           join organization o on o.id = m.organization_id
           join account a on a.id = m.account_id
          cross join lateral (
                select coalesce(array_agg(other.organization_id order by there.name, there.id), '{}') as ids,
                       coalesce(array_agg(there.name order by there.name, there.id), '{}') as names
                  from member other join organization there on there.id = other.organization_id
                 where other.account_id = m.account_id and other.organization_id <> m.organization_id
                   and other.role <> 'suspended') others
          where m.role <> 'suspended' and m.session_epoch = ours.epoch"#,
        id_hash(&session),
        store.clock.pinned(),
        IDLE as _,
        LIFETIME as _,
        RENEWAL_INTERVAL as _,
    )
    .fetch_optional(&store.pool)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    if used && row.renewal_due {
        renew(store, &session).await;
    }
    let role: Role = stored_word(&row.role)?;
    let others = row.other_ids.into_iter().zip(row.other_names);
    let others = others.map(|(organization, name)| OtherOrganization {
        organization: OrganizationId(organization),
        name,
    });
    let viewer = Viewer {
        organization: OrganizationId(row.organization),
        organization_name: row.organization_name,
        member: MemberId(row.member),
        name: row.name,
        role,
        // One that is not known any more is none.
        language: row.language.and_then(|code| code.parse().ok()),
        origin: Origin::Client(None),
    };
    Ok(Some((viewer, others.collect())))
}
