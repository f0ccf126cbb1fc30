//! `baton campaign autoassign`

use std::str::FromStr;

use app::domain::{AutoassignMode, IdleInterval, InvalidInterval};
use app::ports::Campaigns;
use clap::{ArgGroup, Args};
use server_store::Store;

use super::Which;
use crate::commands::CommandError;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;

/// Sets the two switches of Autoassign Mode; the one that is not named stays as it is.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("switch").required(true).multiple(true))]
pub struct Autoassign {
    #[command(flatten)]
    pub(super) which: Which,

    /// Whether texters can request its conversations.
    #[arg(long, value_name = "true|false", group = "switch")]
    pub(super) assign: Option<bool>,

    /// Release its unhandled replies when they are waiting for so many minutes, from 5 to 10080; or off.
    #[arg(long, value_name = "MINUTES|off", group = "switch")]
    pub(super) release: Option<AutoRelease>,
}

/// The second switch, with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AutoRelease(pub(super) Option<IdleInterval>);

impl FromStr for AutoRelease {
    type Err = InvalidInterval;

    fn from_str(text: &str) -> Result<Self, InvalidInterval> {
        if text == "off" {
            return Ok(Self(None));
        }
        let minutes = text.parse().map_err(|_| InvalidInterval::NotANumber)?;
        IdleInterval::from_minutes(minutes).map(|interval| Self(Some(interval)))
    }
}

impl Autoassign {
    /// Saves them.
    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let (organization, campaign) = (self.which.organization, self.which.campaign);
        let owner = owner_of(store, organization).await?;
        let window = store.autoassign(&owner, campaign).await.map_err(refusal)?;
        let mode = AutoassignMode {
            auto_assign: self.assign.unwrap_or(window.mode.auto_assign),
            auto_release: match self.release {
                Some(AutoRelease(interval)) => interval,
                None => window.mode.auto_release,
            },
        };
        let saved = store.save_autoassign(&owner, campaign, window.version, mode);
        saved.await.map_err(refusal)?;
        Ok(())
    }
}
