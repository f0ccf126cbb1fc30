//! `baton organization settings`

use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::{KeptDays, OrganizationId};
use app::ports::{AssignmentControl, Settings};
use clap::Args;
use server_store::{Store, numbers};
use std::process::ExitCode;

/// Prints the settings of an organization, each as the option that sets it.
#[derive(Debug, Args)]
pub struct ShowSettings {
    /// The organization's number, as `organization list` prints it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,
}

impl ShowSettings {
    /// Prints them, a line each.
    pub async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        let lines = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        });
        for (option, value) in lines.await? {
            print_line(format_args!("{option:<24} {value}"));
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(
        &self,
        store: &Store,
    ) -> Result<Vec<(&'static str, String)>, CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let settings = store.organization_settings(&owner).await.map_err(refusal)?;
        let settings = settings.settings;
        let kept = store.kept_messages(&owner).await.map_err(refusal)?;
        let rules = store.assignment(&owner).await.map_err(refusal)?.rules;
        let region = numbers::region(store, self.organization).await?;
        let limit =
            |limit: Option<i32>| limit.map_or_else(|| "none".into(), |most| most.to_string());
        Ok(vec![
            ("--name", settings.name),
            ("--texting-from", settings.texting_from.as_str().to_owned()),
            (
                "--texting-until",
                settings.texting_until.as_str().to_owned(),
            ),
            ("--time-zone", settings.time_zone.unwrap_or_default()),
            ("--last-names", settings.shows_last_names.to_string()),
            ("--goodbye", on_one_line(&settings.opt_out_goodbye)),
            ("--region", region),
            (
                "--keep-messages",
                kept.map_or_else(
                    || "forever".into(),
                    |kept: KeptDays| kept.days().to_string(),
                ),
            ),
            ("--requests", rules.requests_enabled.to_string()),
            ("--message", on_one_line(&rules.requests_disabled_message)),
            (
                "--default-level",
                rules.default_approval_level.as_str().to_owned(),
            ),
            (
                "--finish-replies-first",
                rules.finish_replies_first.to_string(),
            ),
            ("--most-open-replies", limit(rules.most_open_replies)),
            ("--most-texts-per-day", limit(rules.most_texts_per_day)),
        ])
    }
}

/// A line for each setting, also where a text has several.
fn on_one_line(text: &str) -> String {
    text.replace('\n', "\\n")
}
