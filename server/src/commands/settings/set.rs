//! `baton organization set`

use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use crate::import::Region;
use app::api::settings::SettingsForm;
use app::domain::{InvalidKeptDays, KeptDays, OrganizationId, TimeOfDay};
use app::error::AppError;
use app::ports::Settings;
use clap::{ArgGroup, Args};
use server_store::{Store, numbers};
use std::process::ExitCode;
use std::str::FromStr;

/// Changes settings of an organization; what is not named stays as it is.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("setting").required(true).multiple(true))]
pub struct SetSettings {
    /// The organization's number, as `organization list` prints it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// What its members see.
    #[arg(long, group = "setting")]
    pub(super) name: Option<String>,

    /// When new campaigns may begin to text.
    #[arg(long, value_name = "HH:MM", group = "setting")]
    pub(super) texting_from: Option<TimeOfDay>,

    /// From when on new campaigns may not text any more; 24:00 is midnight.
    #[arg(long, value_name = "HH:MM", group = "setting")]
    pub(super) texting_until: Option<TimeOfDay>,

    /// The time zone of new campaigns, such as America/New_York; empty for none.
    #[arg(long, value_name = "ZONE", group = "setting")]
    pub(super) time_zone: Option<String>,

    /// Whether texters see the last names of contacts.
    #[arg(long, value_name = "true|false", group = "setting")]
    pub(super) last_names: Option<bool>,

    /// What is texted last to a contact whom a member opts out; empty for nothing.
    #[arg(long, value_name = "TEXT", group = "setting")]
    pub(super) goodbye: Option<String>,

    /// The country in which numbers without a country code are, by its two letters.
    #[arg(long, value_name = "COUNTRY", group = "setting")]
    pub(super) region: Option<Region>,

    /// For how many days after a campaign was archived its messages are kept.
    #[arg(long, value_name = "DAYS|forever", group = "setting")]
    pub(super) keep_messages: Option<Kept>,

    /// Confirms that messages which are older than that are erased at once, for good.
    #[arg(long, requires = "keep_messages")]
    pub(super) erase: bool,
}

/// For how long messages are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// For good.
    Forever,
    /// For so many days.
    Days(KeptDays),
}

impl FromStr for Kept {
    type Err = InvalidKeptDays;

    fn from_str(text: &str) -> Result<Self, InvalidKeptDays> {
        match text.trim() {
            "forever" => Ok(Self::Forever),
            days => days.parse().map(Self::Days),
        }
    }
}

impl SetSettings {
    /// Changes them, and says so.
    pub async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line("Saved.");
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let page = store.organization_settings(&owner).await.map_err(refusal)?;
        let now = page.settings.clone();
        let time = |new: &Option<TimeOfDay>, now: TimeOfDay| {
            new.as_ref().unwrap_or(&now).as_str().to_owned()
        };
        let form = SettingsForm {
            name: self.name.clone().unwrap_or(now.name),
            texting_from: time(&self.texting_from, now.texting_from),
            texting_until: time(&self.texting_until, now.texting_until),
            time_zone: (self.time_zone.clone())
                .unwrap_or_else(|| now.time_zone.unwrap_or_default()),
            shows_last_names: self.last_names.unwrap_or(now.shows_last_names),
            opt_out_goodbye: self.goodbye.clone().unwrap_or_default(),
        };
        let mut settings = form.parse().map_err(AppError::Fields).map_err(refusal)?;
        if self.goodbye.is_none() {
            // As it was saved, even if a new one had to be better.
            settings.opt_out_goodbye = now.opt_out_goodbye;
        }
        if settings != page.settings {
            let saved = store.save_organization_settings(&owner, page.version, settings);
            saved.await.map_err(refusal)?;
        }
        if let Some(region) = self.region {
            let was = numbers::region(store, self.organization).await?;
            numbers::save_region(store, &owner, &was, &region.to_string()).await?;
        }
        // Last, because it may erase: not if a zone is refused, or somebody else saved meanwhile.
        if let Some(kept) = self.keep_messages {
            let days = match kept {
                Kept::Forever => None,
                Kept::Days(days) => Some(days),
            };
            let was = store.kept_messages(&owner).await.map_err(refusal)?;
            let saved = store
                .save_kept_messages(&owner, was, days, self.erase)
                .await;
            saved.map_err(refusal)?;
        }
        Ok(())
    }
}
