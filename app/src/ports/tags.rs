//! The port of tags.

use crate::domain::{Admin, TagId};
use crate::error::AppError;
use async_trait::async_trait;

/// A tag and what it is used for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagRow {
    /// Which tag.
    pub id: TagId,
    /// What it is called.
    pub title: String,
    /// Whether only the teams that hold it are given its conversations.
    pub escalation: bool,
    /// How many conversations carry it.
    pub conversations: u32,
    /// How many teams hold it.
    pub teams: u32,
}

/// What the form of a tag saves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagBasics {
    /// What it is called.
    pub title: String,
    /// Whether only the teams that hold it are given its conversations.
    pub escalation: bool,
}

/// Tags of the viewer's organization. Admins only.
#[async_trait]
pub trait Tags: Send + Sync {
    /// Every tag that has `search` in its title, by title: an organization has at most 200.
    ///
    /// # Errors
    /// The database.
    async fn tags(&self, viewer: &Admin, search: &str) -> Result<Vec<TagRow>, AppError>;

    /// One of them.
    ///
    /// # Errors
    /// No such tag; the database.
    async fn tag(&self, viewer: &Admin, tag: TagId) -> Result<TagRow, AppError>;

    /// Creates a tag.
    ///
    /// # Errors
    /// The title is taken, in any case; too many; the database.
    async fn create_tag(
        &self,
        viewer: &Admin,
        title: &str,
        escalation: bool,
    ) -> Result<TagId, AppError>;

    /// Renames it, and makes it an escalation tag or an ordinary one, if it still is what it `was`; nothing happens if it
    /// is the same. How many conversations began or ceased to be escalated by that.
    ///
    /// # Errors
    /// No such tag; somebody else saved it since; the title is taken, in any case; the database.
    async fn save_tag(
        &self,
        viewer: &Admin,
        tag: TagId,
        was: &TagBasics,
        basics: &TagBasics,
    ) -> Result<u32, AppError>;

    /// Deletes a tag that nothing carries.
    ///
    /// # Errors
    /// No such tag; conversations carry it; the database.
    async fn delete_tag(&self, viewer: &Admin, tag: TagId) -> Result<(), AppError>;
}
