//! The audit log: who administered what, when and from where. What texters write and ask for is not in it; the
//! conversation and the requests have that.

mod actors;
mod differences;
pub(crate) mod events;
mod record;

#[cfg(test)]
mod tests;

pub use differences::Differences;
pub use events::events;
pub use record::{Change, record, record_alone, record_for_account};

use crate::Store;
use crate::database::{RESPOND_WITHIN, answered};
use app::domain::{AuditFilter, AuditKey, AuditPage, MemberId, Owner};
use app::error::AppError;
use app::ports::{AuditActors, AuditLog};
use async_trait::async_trait;

/// How many events a page in the browser has.
const PAGE: u16 = 50;

#[async_trait]
impl AuditLog for Store {
    async fn events(
        &self,
        viewer: &Owner,
        filter: AuditFilter,
        after: Option<AuditKey>,
    ) -> Result<AuditPage, AppError> {
        let found = events(self, viewer.organization, filter, after, PAGE);
        Ok(answered(RESPOND_WITHIN, found).await?)
    }

    async fn actors(
        &self,
        viewer: &Owner,
        chosen: Option<MemberId>,
    ) -> Result<AuditActors, AppError> {
        Ok(answered(RESPOND_WITHIN, actors::actors(self, viewer, chosen)).await?)
    }
}
