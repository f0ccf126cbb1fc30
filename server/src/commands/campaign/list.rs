//! `baton campaign list`

use app::domain::{
    CampaignFilter, CampaignQuery, CampaignRow, CampaignSort, CampaignTab, OrganizationId,
    TitleSearch,
};
use app::ports::Campaigns;
use clap::Args;
use server_store::Store;
use std::collections::HashSet;
use std::process::ExitCode;

use crate::commands::columns::columns;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;

/// Lists campaigns of an organization.
#[derive(Debug, Args)]
pub struct List {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// Which of them: those that were started, drafts, or archived ones.
    #[arg(
        long,
        value_name = "current|drafts|archived",
        default_value = "current"
    )]
    pub(super) state: CampaignTab,

    /// Only those whose title has this in it, in any case.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(super) search: String,

    /// In which order: the newest first, who has waited longest, the most replies that texters have not answered, or the
    /// earliest due date.
    #[arg(
        long,
        value_name = "newest|oldest_wait|most_unhandled|due_date",
        default_value = "newest"
    )]
    pub(super) sort: CampaignSort,
}

impl List {
    /// Prints them, a line each.
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone()), print_line).await
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }

    /// Prints one page after the other. A campaign that is moved back in its order meanwhile is printed once all the same.
    pub(super) async fn run(
        &self,
        store: &Store,
        mut print: impl FnMut(String),
    ) -> Result<(), CommandError> {
        let owner = owner_of(store, self.organization).await?;
        let query = CampaignQuery {
            tab: self.state,
            filter: CampaignFilter {
                title: TitleSearch::new(&self.search),
                ..CampaignFilter::default()
            },
            sort: self.sort,
        };
        let mut printed = HashSet::new();
        let mut after = None;
        loop {
            let page = store.list(&owner, &query, after).await.map_err(refusal)?;
            let rows = page.rows.iter();
            rows.filter(|row| printed.insert(row.counts.campaign))
                .map(line)
                .for_each(&mut print);
            after = page.next;
            if after.is_none() {
                return Ok(());
            }
        }
    }
}

fn line(row: &CampaignRow) -> String {
    let counts = row.counts;
    let due_on = row.due_on.map(|day| day.to_string());
    let oldest_wait = counts.oldest_wait.map(|wait| wait.0.to_string());
    let mode = row.autoassign.mode;
    let auto_release = mode.auto_release.map(|after| after.minutes().to_string());
    columns(&[
        &counts.campaign.to_string(),
        &row.state.to_string(),
        &row.contacts.to_string(),
        &counts.unsent.to_string(),
        &counts.unhandled.to_string(),
        &counts.in_pool.to_string(),
        &due_on.unwrap_or_default(),
        &row.title,
        // What older scripts do not know comes last.
        &oldest_wait.unwrap_or_default(),
        if mode.auto_assign { "on" } else { "off" },
        auto_release.as_deref().unwrap_or("off"),
        &row.teams.join(", "),
    ])
}
