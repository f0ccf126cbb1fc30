//! `baton import --campaign ID file.csv`

mod report;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::domain::{AuditActor, CampaignId, ImportId, ImportReport, OrganizationId};
use clap::Args;
use tokio::fs::File;
use tokio::io::AsyncRead;

use report::describe;

use super::{CommandError, Database, print_line};
use crate::config::Config;
use crate::import::{Columns, ImportOptions, NamedColumn, Region, import};
use server_store::Store;
use server_store::contacts::organizations_with_campaign;

/// Adds the contacts of a CSV file to a campaign.
#[derive(Debug, Args)]
pub struct Import {
    /// The campaign's number, as `campaign create` printed it.
    #[arg(long, value_name = "ID")]
    campaign: CampaignId,

    /// The organization's number; needed only if several have a campaign with that number.
    #[arg(long, value_name = "ID")]
    organization: Option<OrganizationId>,

    /// The country in which numbers without a country code are, by its two letters [default: the organization's].
    #[arg(long, value_name = "COUNTRY")]
    region: Option<Region>,

    /// What a column is that Baton would not understand by its heading: firstName, lastName, cell, zip, timeZone,
    /// externalId, custom or ignore; may be repeated.
    #[arg(long, value_name = "COLUMN=MEANING")]
    map: Vec<NamedColumn>,

    /// Put its contacts in the place of those that are there, on a campaign that has texted no one yet.
    #[arg(long)]
    replace: bool,

    /// The file, with the columns firstName, lastName and cell, and perhaps zip and timeZone; - reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Import {
    /// Imports, and prints what came of it. It is a success if any row was understood.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        let (import, report) = Database::with(config, async |pool| {
            self.import(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(describe(&report).trim_end());
        print_line(format_args!("The import has the number {import}."));
        let understood = report.total() - report.missing - report.invalid;
        Ok(match understood {
            0 => ExitCode::FAILURE,
            _ => ExitCode::SUCCESS,
        })
    }

    async fn import(&self, store: &Store) -> Result<(ImportId, ImportReport), CommandError> {
        let organization = match self.organization {
            Some(organization) => organization,
            None => self.only_organization(store).await?,
        };
        let file: Box<dyn AsyncRead + Send + Unpin> = if self.file == Path::new("-") {
            Box::new(tokio::io::stdin())
        } else {
            let opened = File::open(&self.file).await;
            Box::new(opened.map_err(|error| {
                refused(format!("Cannot read {}: {error}.", self.file.display()))
            })?)
        };
        let region = match self.region {
            Some(region) => region,
            None => Region::of_organization(store, organization)
                .await
                .map_err(|error| refused(error.to_string()))?,
        };
        let actor = AuditActor::command_line(organization);
        let name = self.file.file_name().unwrap_or_default();
        let options = ImportOptions {
            region,
            columns: Columns::Named(self.map.clone()),
            file_name: name.to_string_lossy().into_owned(),
            replace: self.replace,
            ..ImportOptions::default()
        };
        let imported = import(store, actor, self.campaign, file, options).await;
        imported.map_err(|error| refused(error.to_string()))
    }

    async fn only_organization(&self, store: &Store) -> Result<OrganizationId, CommandError> {
        match organizations_with_campaign(store, self.campaign)
            .await
            .map_err(|error| refused(error.to_string()))?
            .as_slice()
        {
            [organization] => Ok(*organization),
            [] => Err(refused(format!(
                "There is no campaign with the number {}.",
                self.campaign
            ))),
            several => {
                let ids: Vec<String> = several.iter().map(ToString::to_string).collect();
                Err(refused(format!(
                    "Several organizations have that campaign: add --organization with one of {}.",
                    ids.join(", ")
                )))
            }
        }
    }
}

fn refused(sentence: String) -> CommandError {
    CommandError::Refused(sentence)
}

#[cfg(test)]
mod tests;
