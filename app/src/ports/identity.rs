//! The port of sessions: signing in and out, and the language.

use crate::domain::Viewer;
use crate::error::AppError;
use async_trait::async_trait;
use http::request::Parts;
use sentences::Language;

/// What a person signs in with.
#[derive(Clone)]
pub struct Credentials {
    /// E-mail; case and surrounding space do not matter.
    pub email: String,
    /// Password, as typed.
    pub password: String,
}

/// Sessions. The request carries the session's handle, which the server put there.
#[async_trait]
pub trait Identity: Send + Sync {
    /// Starts a session under a new id.
    ///
    /// # Errors
    /// Wrong credentials, a suspended or absent membership (said in the same words), too many attempts, or too
    /// many people at once; an e-mail or a password that is longer than any.
    async fn sign_in(&self, request: &Parts, credentials: Credentials) -> Result<(), AppError>;

    /// Ends the session; no error if there is none.
    ///
    /// # Errors
    /// The database.
    async fn sign_out(&self, request: &Parts) -> Result<(), AppError>;

    /// Chooses the language of this browser, and that of the person, if somebody is signed in.
    ///
    /// # Errors
    /// The database.
    async fn set_language(
        &self,
        request: &Parts,
        viewer: Option<&Viewer>,
        language: Language,
    ) -> Result<(), AppError>;
}
