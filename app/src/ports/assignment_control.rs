//! The port of Assignment Control: what each pool hands out, and the rules of requests.

use crate::domain::{Age, ApprovalLevel, PoolId, PoolKind, TeamId, Viewer};
use crate::error::AppError;
use async_trait::async_trait;

/// What is edited of a pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolSettings {
    /// Which pool.
    pub pool: PoolId,
    /// Whether texters may draw from it.
    pub enabled: bool,
    /// What it hands out.
    pub kind: PoolKind,
    /// The most that one request may take, 1 to 1000.
    pub max_per_request: i32,
}

/// What is edited of the organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRules {
    /// Whether texters may request texts at all.
    pub requests_enabled: bool,
    /// What they read while they may not.
    pub requests_disabled_message: String,
    /// What new members get.
    pub default_approval_level: ApprovalLevel,
    /// Who holds replies that they can answer gets nothing more until they have.
    pub finish_replies_first: bool,
    /// How many replies a texter may hold unanswered.
    pub most_open_replies: Option<i32>,
    /// How many texts a texter is given in 24 hours.
    pub most_texts_per_day: Option<i32>,
}

/// What lies in a pool now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolFill {
    /// Which pool.
    pub pool: PoolId,
    /// What it hands out.
    pub kind: PoolKind,
    /// How many texts could be handed out now, were the pool enabled.
    pub waiting: u32,
    /// How long the oldest of them waits; first texts do not.
    pub oldest_wait: Option<Age>,
}

/// A row of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolRow {
    /// What is edited.
    pub settings: PoolSettings,
    /// Whose pool it is; General is nobody's.
    pub team: Option<PoolTeam>,
    /// What lies in it.
    pub fill: PoolFill,
}

/// The team of a pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolTeam {
    /// Which team.
    pub id: TeamId,
    /// What it is called.
    pub title: String,
    /// How many members it has.
    pub members: u32,
    /// The escalation tags that it holds.
    pub tags: Vec<String>,
}

/// The whole page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentPage {
    /// What a save has to name, so that it overwrites nobody's.
    pub version: i32,
    /// The organization's part.
    pub rules: RequestRules,
    /// Teams by priority and title, then General.
    pub pools: Vec<PoolRow>,
}

/// Reads and saves it. Admins only.
#[async_trait]
pub trait AssignmentControl: Send + Sync {
    /// All that is set, and what lies in the pools.
    ///
    /// # Errors
    /// Not allowed; the database.
    async fn assignment(&self, viewer: &Viewer) -> Result<AssignmentPage, AppError>;

    /// Saves all of it, or nothing.
    ///
    /// # Errors
    /// Not allowed; saved by somebody else since `version`; a pool of another organization; the database.
    async fn save_assignment(
        &self,
        viewer: &Viewer,
        version: i32,
        rules: RequestRules,
        pools: Vec<PoolSettings>,
    ) -> Result<(), AppError>;

    /// What lies in each pool now.
    ///
    /// # Errors
    /// Not allowed; the database.
    async fn pool_fills(&self, viewer: &Viewer) -> Result<Vec<PoolFill>, AppError>;
}
