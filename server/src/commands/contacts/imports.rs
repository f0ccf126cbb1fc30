//! `baton contacts imports`

use crate::commands::campaign::Which;
use crate::commands::columns::columns;
use crate::commands::import::describe_report;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use crate::contacts::CampaignContacts;
use app::domain::{Admin, ImportId};
use app::error::AppError;
use app::ports::{Campaigns, Contacts, ImportRow};
use clap::Args;
use server_store::Store;
use std::process::ExitCode;

/// Lists the imports of contacts to a campaign, the latest first, or prints the report of one of them.
#[derive(Debug, Args)]
pub struct Imports {
    #[command(flatten)]
    pub(super) which: Which,

    /// Print the report of this import: how many rows were added and how many were not, and why, row by row.
    #[arg(long, value_name = "ID")]
    pub(super) import: Option<ImportId>,
}

impl Imports {
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone()), print_line).await
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(
        &self,
        store: &Store,
        print: impl FnMut(String),
    ) -> Result<(), CommandError> {
        let owner = owner_of(store, self.which.organization).await?;
        // A campaign that is not there would have no imports.
        let found = Campaigns::find(store, &owner, self.which.campaign).await;
        found.map_err(|error| self.which.refusal(error))?;
        match self.import {
            Some(import) => self.report(store, &owner, import, print).await,
            None => self.list(store, &owner, print).await,
        }
    }

    /// Prints one page after the other.
    async fn list(
        &self,
        store: &Store,
        owner: &Admin,
        mut print: impl FnMut(String),
    ) -> Result<(), CommandError> {
        let contacts = CampaignContacts::new(store.clone());
        let mut before = None;
        loop {
            let page = contacts.imports(owner, self.which.campaign, before).await;
            let (rows, next) = page.map_err(refusal)?;
            rows.iter().map(line).for_each(&mut print);
            before = next;
            if before.is_none() {
                return Ok(());
            }
        }
    }

    async fn report(
        &self,
        store: &Store,
        owner: &Admin,
        import: ImportId,
        mut print: impl FnMut(String),
    ) -> Result<(), CommandError> {
        let Which {
            organization,
            campaign,
        } = self.which;
        let report = store.import_report(owner, campaign, import.0).await;
        let report = report.map_err(|error| match error {
            AppError::NotFound => CommandError::Refused(format!(
                "There is no import {import} on campaign {campaign} of organization {organization}. `baton contacts \
                 imports` prints the numbers of imports."
            )),
            error => refusal(error),
        })?;
        print(describe_report(&report).trim_end().to_owned());
        Ok(())
    }
}

fn line(row: &ImportRow) -> String {
    let who = row.actor.as_ref().map(|(_, name)| name.as_str());
    let undone = row.undone.map(|undone| undone.to_string());
    columns(&[
        &row.id.to_string(),
        &row.at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        who.unwrap_or("command line"),
        &row.file_name,
        &row.added.to_string(),
        &row.not_added.to_string(),
        &undone.unwrap_or_default(),
    ])
}
