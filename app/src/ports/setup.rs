//! The port of the first steps: an installation without an organization gets one.

use crate::error::AppError;
use async_trait::async_trait;
use http::request::Parts;

/// What the first visitor types.
#[derive(Clone)]
pub struct FirstSteps {
    /// The one-time code that the server has printed.
    pub code: String,
    /// The organization's name.
    pub organization: String,
    /// The owner's name.
    pub name: String,
    /// What the owner signs in with.
    pub email: String,
    /// The owner's password.
    pub password: String,
}

/// The first steps. The request carries the session's handle, which the server put there.
#[async_trait]
pub trait Setup: Send + Sync {
    /// Whether there is no organization yet.
    ///
    /// # Errors
    /// The database.
    async fn is_needed(&self) -> Result<bool, AppError>;

    /// Makes the organization, and signs its owner in. Of two at once one does.
    ///
    /// # Errors
    /// [`AppError::NotFound`] once there is an organization. The fields that are not valid, with their sentences; too many
    /// attempts, or too many people at once; the database.
    async fn set_up(&self, request: &Parts, first_steps: FirstSteps) -> Result<(), AppError>;
}
