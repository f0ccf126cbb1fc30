//! The people of an organization, and what becomes of their requests.

mod levels;
mod list;
mod other_teams;
pub(crate) mod person;

#[cfg(test)]
mod tests;

use super::Store;
use app::domain::{Admin, MemberId, Role};
use app::error::AppError;
use app::ports::{LevelChange, OtherTeams, People, PeoplePage, Person};
use async_trait::async_trait;

#[async_trait]
impl People for Store {
    async fn people(
        &self,
        viewer: &Admin,
        search: &str,
        role: Option<Role>,
        after: Option<MemberId>,
    ) -> Result<PeoplePage, AppError> {
        Ok(list::list(self, viewer.organization, search, role, after).await?)
    }

    async fn person(&self, viewer: &Admin, member: MemberId) -> Result<Person, AppError> {
        Ok(person::person(self, viewer.organization, member).await?)
    }

    async fn other_teams(
        &self,
        viewer: &Admin,
        member: MemberId,
        search: &str,
    ) -> Result<OtherTeams, AppError> {
        Ok(other_teams::other_teams(self, viewer.organization, member, search).await?)
    }

    async fn save_levels(
        &self,
        viewer: &Admin,
        changes: Vec<LevelChange>,
    ) -> Result<u32, AppError> {
        Ok(levels::save(self, viewer.actor(), &changes).await?)
    }
}
