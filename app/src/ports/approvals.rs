//! The port for decisions on requests.

use crate::domain::{Approval, Decider, PendingRequest, RequestDecision, RequestId};
use crate::error::AppError;
use async_trait::async_trait;

/// Requests of the viewer's organization that wait for somebody who may decide.
#[async_trait]
pub trait Approvals: Send + Sync {
    /// Those after a key, at most `limit`, the oldest first.
    ///
    /// # Errors
    /// The database.
    async fn pending(
        &self,
        viewer: &Decider,
        after: Option<RequestId>,
        limit: u32,
    ) -> Result<Vec<PendingRequest>, AppError>;

    /// How many there are.
    ///
    /// # Errors
    /// The database.
    async fn count_pending(&self, viewer: &Decider) -> Result<u32, AppError>;

    /// What came of a decision: of a request that the viewer decided on, or that is still pending.
    ///
    /// # Errors
    /// The database.
    async fn decision(
        &self,
        viewer: &Decider,
        request: RequestId,
    ) -> Result<Option<RequestDecision>, AppError>;

    /// Fills a request. With `always` the texter's next requests need nobody's approval. If nothing can be
    /// handed out, nothing changes.
    ///
    /// # Errors
    /// No such request; it was decided on; it is the viewer's own, and they are no admin; its texter may not be given
    /// texts now; its pool is disabled, hands out something else or is not the texter's any more; the database.
    async fn approve(
        &self,
        viewer: &Decider,
        request: RequestId,
        always: bool,
    ) -> Result<Approval, AppError>;

    /// Denies a request; its texter reads the reason. Gives the texter's name.
    ///
    /// # Errors
    /// No such request; it was decided on; it is the viewer's own, and they are no admin; a reason longer than 500
    /// characters; the database.
    async fn deny(
        &self,
        viewer: &Decider,
        request: RequestId,
        reason: &str,
    ) -> Result<String, AppError>;
}
