//! `baton organization set-requests`

use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::api::assignment::AssignmentForm;
use app::domain::{ApprovalLevel, OrganizationId};
use app::error::AppError;
use app::ports::AssignmentControl;
use clap::{ArgGroup, Args};
use server_store::Store;
use std::process::ExitCode;

/// Changes the rules of requests of an organization; what is not named stays as it is, and its pools do.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("rule").required(true).multiple(true))]
pub struct SetRequests {
    /// The organization's number, as `organization list` prints it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// Whether texters may request texts.
    #[arg(long, value_name = "true|false", group = "rule")]
    pub(super) requests: Option<bool>,

    /// What texters read while they may not.
    #[arg(long, value_name = "TEXT", group = "rule")]
    pub(super) message: Option<String>,

    /// The approval level of new members: automatic, approval_required or not_allowed.
    #[arg(long, value_name = "LEVEL", group = "rule")]
    pub(super) default_level: Option<ApprovalLevel>,

    /// Whether who has replies that can be answered gets no more texts until they are.
    #[arg(long, value_name = "true|false", group = "rule")]
    pub(super) finish_replies_first: Option<bool>,

    /// How many replies a texter may have unanswered.
    #[arg(long, value_name = "COUNT|none", group = "rule")]
    pub(super) most_open_replies: Option<String>,

    /// How many texts a texter is given in 24 hours.
    #[arg(long, value_name = "COUNT|none", group = "rule")]
    pub(super) most_texts_per_day: Option<String>,
}

impl SetRequests {
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
        let page = store.assignment(&owner).await.map_err(refusal)?;
        let now = page.rules;
        let form = AssignmentForm {
            requests_enabled: self.requests.unwrap_or(now.requests_enabled),
            requests_disabled_message: (self.message.clone())
                .unwrap_or(now.requests_disabled_message),
            default_approval_level: (self.default_level.unwrap_or(now.default_approval_level))
                .as_str()
                .to_owned(),
            finish_replies_first: (self.finish_replies_first).unwrap_or(now.finish_replies_first),
            most_open_replies: limit(self.most_open_replies.as_deref(), now.most_open_replies),
            most_texts_per_day: limit(self.most_texts_per_day.as_deref(), now.most_texts_per_day),
            pools: Vec::new(),
        };
        let parsed = form.parse().map_err(AppError::Fields);
        let (rules, _) = parsed.map_err(refusal)?;
        let pools = page.pools.iter().map(|pool| pool.settings).collect();
        let saved = store.save_assignment(&owner, page.version, rules, pools);
        saved.await.map_err(refusal)
    }
}

/// The limit as the form has it: nothing is none.
fn limit(new: Option<&str>, now: Option<i32>) -> String {
    match new {
        Some("none") => String::new(),
        Some(limit) => limit.to_owned(),
        None => now.map_or_else(String::new, |limit| limit.to_string()),
    }
}
