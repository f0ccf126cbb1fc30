//! The Autoassign Mode window: its two switches, and what automatic release is doing.

use super::IdleInterval;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What the window edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutoassignMode {
    /// Hand the campaign's conversations out through the request form.
    pub auto_assign: bool,
    /// Release unhandled replies by themselves when they are idle for so long; `None` = off.
    pub auto_release: Option<IdleInterval>,
}

/// Why automatic release does nothing although its switch is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AutoReleasePause {
    /// The campaign was never started.
    NotStarted,
    /// The campaign is archived.
    Archived,
    /// The campaign is paused.
    CampaignPaused,
    /// Nothing is handed out: auto-assign is off.
    AutoAssignOff,
    /// It is outside the campaign's texting hours.
    OutsideHours {
        /// When they open.
        #[serde(with = "chrono::serde::ts_seconds")]
        until: DateTime<Utc>,
    },
}

/// What automatic release is doing on a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AutoReleaseState {
    /// The switch is off.
    Off,
    /// It is on.
    On {
        /// When the next reply reaches the interval, if one is on its way there.
        #[serde(with = "chrono::serde::ts_seconds_option")]
        next_due: Option<DateTime<Utc>>,
    },
    /// The switch is on, and nothing is released now.
    Paused(AutoReleasePause),
    /// The last attempt failed; it is tried again.
    Failing {
        /// When.
        #[serde(with = "chrono::serde::ts_seconds")]
        retry_at: DateTime<Utc>,
    },
}

/// The last automatic release that took anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastAutoRelease {
    /// When.
    #[serde(with = "chrono::serde::ts_seconds")]
    pub at: DateTime<Utc>,
    /// How many replies.
    pub conversations: u32,
}

/// What the window and the campaign's row say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutoReleaseStatus {
    /// What it is doing.
    pub state: AutoReleaseState,
    /// The last one.
    pub last: Option<LastAutoRelease>,
}

/// The window, as it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutoassignWindow {
    /// What is saved.
    pub mode: AutoassignMode,
    /// Grows with each save. A save carries the version that its window was opened with, and is refused
    /// if somebody else saved since.
    pub version: i32,
    /// What automatic release is doing.
    pub status: AutoReleaseStatus,
}
