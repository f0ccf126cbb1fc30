//! Teams: who is on them, what they draw from, what they are trusted with.

mod change;
mod create;
mod delete;
pub(crate) mod entries;
mod list;
mod save;
mod stranded;
mod title;

#[cfg(test)]
mod tests;

use super::Store;
use app::domain::{Admin, TeamId};
use app::error::AppError;
use app::ports::{
    TeamBasics, TeamChange, TeamEntries, TeamList, TeamLoss, TeamPart, TeamRow, Teams,
};
use async_trait::async_trait;

pub use create::create;

#[async_trait]
impl Teams for Store {
    async fn teams(&self, viewer: &Admin, search: &str) -> Result<Vec<TeamRow>, AppError> {
        Ok(list::list(self, viewer.organization, None, search).await?)
    }

    async fn team(&self, viewer: &Admin, team: TeamId) -> Result<TeamRow, AppError> {
        let rows = list::list(self, viewer.organization, Some(team), "").await?;
        rows.into_iter().next().ok_or(AppError::NotFound)
    }

    async fn team_entries(
        &self,
        viewer: &Admin,
        team: TeamId,
        list: TeamList,
        parts: bool,
        search: &str,
        after: Option<i64>,
    ) -> Result<TeamEntries, AppError> {
        let organization = viewer.organization;
        Ok(entries::entries(self, organization, team, list, parts, search, after).await?)
    }

    async fn create_team(
        &self,
        viewer: &Admin,
        title: &str,
        priority: i32,
    ) -> Result<TeamId, AppError> {
        Ok(create::create_alone(self, viewer.actor(), title, priority).await?)
    }

    async fn save_team(
        &self,
        viewer: &Admin,
        team: TeamId,
        were: &TeamBasics,
        basics: &TeamBasics,
    ) -> Result<(), AppError> {
        Ok(save::save(self, viewer.actor(), team, were, basics).await?)
    }

    async fn change_team(
        &self,
        viewer: &Admin,
        team: TeamId,
        part: TeamPart,
        change: TeamChange,
    ) -> Result<u32, AppError> {
        Ok(change::change(self, viewer.actor(), team, part, change).await?)
    }

    async fn stranded_without(
        &self,
        viewer: &Admin,
        team: TeamId,
        part: TeamPart,
    ) -> Result<u32, AppError> {
        Ok(change::stranded_without(self, viewer.organization, team, part).await?)
    }

    async fn team_loss(&self, viewer: &Admin, team: TeamId) -> Result<TeamLoss, AppError> {
        Ok(delete::loss(self, viewer, team).await?)
    }

    async fn delete_team(
        &self,
        viewer: &Admin,
        team: TeamId,
        confirmed: bool,
    ) -> Result<(), AppError> {
        Ok(delete::delete(self, viewer, team, confirmed).await?)
    }
}
