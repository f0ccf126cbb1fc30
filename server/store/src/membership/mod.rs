//! What members are: their roles, and suspensions.

mod change_role;
mod lift;
mod lock;
mod pending_request;
mod release_held;
mod still_admin;
mod suspend;

#[cfg(test)]
mod tests;

pub(crate) use still_admin::still_admin;

use super::Store;
use app::domain::{Admin, MemberId, ReleaseProgress, Role};
use app::error::AppError;
use app::ports::{MemberRoles, NewRole, Suspension};
use async_trait::async_trait;

#[async_trait]
impl MemberRoles for Store {
    async fn change_role(&self, viewer: &Admin, change: NewRole) -> Result<(), AppError> {
        Ok(change_role::change_role(self, viewer, change).await?)
    }

    async fn suspend(
        &self,
        viewer: &Admin,
        suspension: Suspension,
    ) -> Result<Option<ReleaseProgress>, AppError> {
        Ok(suspend::suspend(self, viewer, suspension).await?)
    }

    async fn has_pending_request(
        &self,
        viewer: &Admin,
        member: MemberId,
    ) -> Result<bool, AppError> {
        Ok(pending_request::has_pending_request(self, viewer, member).await?)
    }

    async fn release_held(
        &self,
        viewer: &Admin,
        member: MemberId,
    ) -> Result<Option<ReleaseProgress>, AppError> {
        Ok(release_held::release_held(self, viewer, member).await?)
    }

    async fn lift_suspension(&self, viewer: &Admin, member: MemberId) -> Result<Role, AppError> {
        Ok(lift::lift(self, viewer, member).await?)
    }
}
