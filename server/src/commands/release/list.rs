//! `baton release list`

use super::filter::Filter;
use crate::commands::actor::actor;
use crate::commands::columns::columns;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use app::domain::{OrganizationId, ReleaseRecord};
use app::view_models::{state_words, what_words, who_words};
use clap::Args;
use server_store::Store;
use server_store::releases::history::{Detail, history};
use std::process::ExitCode;

/// Lists the releases of an organization, automatic ones each by itself.
#[derive(Debug, Args)]
pub struct List {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    #[command(flatten)]
    pub(super) filter: Filter,
}

impl List {
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone()), print_line).await
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }

    /// Prints one page after the other.
    pub(super) async fn run(
        &self,
        store: &Store,
        mut print: impl FnMut(String),
    ) -> Result<(), CommandError> {
        // There is such an organization.
        actor(store, self.organization).await?;
        let filter = self.filter.of_history();
        let mut after = None;
        loop {
            let page = history(store, self.organization, filter, Detail::Each, after).await?;
            page.rows.iter().map(line).for_each(&mut print);
            after = page.next;
            if after.is_none() {
                return Ok(());
            }
        }
    }
}

fn line(record: &ReleaseRecord) -> String {
    let progress = &record.progress;
    let (_, state) = state_words(progress.state);
    let undo_for = progress.undo_for.map(|left| left.0.to_string());
    let undone_by = record.undone_by.map(|undo| undo.to_string());
    columns(&[
        &progress.release.to_string(),
        &record.started_at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        state,
        &progress.conversations.to_string(),
        &undo_for.unwrap_or_default(),
        &undone_by.unwrap_or_default(),
        &who_words(record),
        &what_words(record),
        record.campaign_title.as_deref().unwrap_or_default(),
    ])
}
