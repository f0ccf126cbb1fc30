//! From a session to the viewer, once a request.

use super::{PgSessionStore, WHOSE, Whose};
use crate::store::{Store, StoreError};
use app::domain::{Role, UnknownRole, Viewer};
use app::error::AppError;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use std::sync::Arc;
use tower_sessions::Session;
use tower_sessions::session::Id;

/// Puts the [`Viewer`] into the request, if its session has one. The role is read anew each time, so
/// that a suspension works at once.
pub async fn establish_viewer(
    State(store): State<Store>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    match viewer(&store, &session).await {
        Ok(Some(viewer)) => {
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

/// The viewer of a session as it is in the database now, for what goes on after its request was answered.
/// `None`: it has ended, or its member was suspended.
///
/// # Errors
/// The database.
pub async fn viewer_now(store: &Store, session: Option<Id>) -> Result<Option<Viewer>, StoreError> {
    let sessions = Arc::new(PgSessionStore::new(store.pool.clone()));
    viewer(store, &Session::new(session, sessions, None)).await
}

async fn viewer(store: &Store, session: &Session) -> Result<Option<Viewer>, StoreError> {
    let whose: Option<Whose> = session
        .get(WHOSE)
        .await
        .map_err(|error| StoreError::Corrupt(format!("session: {error}")))?;
    let Some(Whose {
        organization,
        member,
    }) = whose
    else {
        return Ok(None);
    };
    let row: Option<(String, String, String)> = sqlx::query_as(
        "select o.name, a.name, m.role::text
           from member m
           join organization o on o.id = m.organization_id
           join account a on a.id = m.account_id
          where m.organization_id = $1 and m.id = $2 and m.role <> 'suspended'",
    )
    .bind(organization.0)
    .bind(member.0)
    .fetch_optional(&store.pool)
    .await?;
    row.map(|(organization_name, name, role)| {
        let role: Role = role
            .parse()
            .map_err(|error: UnknownRole| StoreError::Corrupt(error.to_string()))?;
        Ok(Viewer {
            organization,
            organization_name,
            member,
            name,
            role,
        })
    })
    .transpose()
}
