//! Signing in and out.

use super::{SignInThrottle, WHOSE, Whose, password};
use crate::store::{Store, StoreError};
use app::domain::{MemberId, OrganizationId};
use app::error::AppError;
use app::ports::{Credentials, Identity};
use async_trait::async_trait;
use http::request::Parts;
use std::sync::Arc;
use tower_sessions::Session;

/// Sessions over the store. The request's extensions carry the session's handle.
#[derive(Debug, Clone)]
pub struct SessionIdentity {
    store: Store,
    throttle: Arc<SignInThrottle>,
}

impl SessionIdentity {
    /// Signs in against this store.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            throttle: Arc::default(),
        }
    }

    /// The account's password hash, and the membership that it works in: the oldest that is not suspended.
    async fn find(&self, email: &str) -> Result<(Option<String>, Option<Whose>), StoreError> {
        let row: Option<(String, Option<i64>, Option<i64>)> = sqlx::query_as(
            "select a.password_hash, m.organization_id, m.id
               from account a
               left join lateral (
                    select m.organization_id, m.id
                      from member m
                     where m.account_id = a.id and m.role <> 'suspended'
                     order by m.id
                     limit 1) m on true
              where a.email = $1",
        )
        .bind(email)
        .fetch_optional(&self.store.pool)
        .await?;
        let Some((hash, organization, member)) = row else {
            return Ok((None, None));
        };
        let whose = organization
            .zip(member)
            .map(|(organization, member)| Whose {
                organization: OrganizationId(organization),
                member: MemberId(member),
            });
        Ok((Some(hash), whose))
    }
}

fn session(request: &Parts) -> Result<&Session, AppError> {
    request.extensions.get().ok_or(AppError::Unavailable)
}

fn unavailable(error: impl std::fmt::Display) -> AppError {
    tracing::error!(%error, "signing in or out");
    AppError::Unavailable
}

#[async_trait]
impl Identity for SessionIdentity {
    async fn sign_in(&self, request: &Parts, credentials: Credentials) -> Result<(), AppError> {
        let session = session(request)?;
        let email = credentials.email.trim().to_lowercase();
        self.throttle.attempt(&email)?;
        let (hash, whose) = self.find(&email).await?;
        let matches = password::verify(credentials.password, hash)
            .await
            .map_err(unavailable)?;
        let Some(whose) = whose.filter(|_| matches) else {
            return Err(AppError::WrongCredentials);
        };
        // A new id, so that one which was planted before does not become a signed-in one.
        session.cycle_id().await.map_err(unavailable)?;
        session.insert(WHOSE, whose).await.map_err(unavailable)?;
        Ok(())
    }

    async fn sign_out(&self, request: &Parts) -> Result<(), AppError> {
        session(request)?.flush().await.map_err(unavailable)
    }
}
