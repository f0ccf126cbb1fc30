//! `baton import --campaign ID file.csv`

mod preview;
mod report;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::OnceLock;

use app::domain::{AuditActor, CampaignId, ImportId, ImportReport, OrganizationId};
use clap::Args;

use preview::describe_preview;
pub(super) use report::describe as describe_report;

use super::input_file::input_file;
use super::{CommandError, Database, print_line};
use crate::config::Config;
use crate::import::{
    Columns, ImportError, ImportOptions, NamedColumn, Preview, Region, import, preview,
};
use server_store::Store;
use server_store::contacts::{Importable, importable, organizations_with_campaign};

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

    /// Put its contacts in the place of those that are there, on a draft.
    #[arg(long)]
    replace: bool,

    /// Import nothing, and show what its columns are taken for, and its first rows as they would be taken.
    #[arg(long, conflicts_with = "replace")]
    dry_run: bool,

    /// The file, with the column cell, and perhaps firstName, lastName, zip and timeZone; - reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Import {
    /// Imports, and prints what came of it. It is a success if any row was understood; of a dry run if the columns are.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        if self.dry_run {
            let preview = Database::with(config, async |pool| {
                self.preview(&Store::new(pool.clone())).await
            })
            .await?;
            print_line(describe_preview(&preview).trim_end());
            return Ok(match preview.problem {
                Some(_) => ExitCode::FAILURE,
                None => ExitCode::SUCCESS,
            });
        }
        let (import, report, note) = Database::with(config, async |pool| {
            self.import(&Store::new(pool.clone())).await
        })
        .await?;
        if let Some(note) = note {
            print_line(note);
        }
        print_line(describe_report(&report).trim_end());
        print_line(format_args!("The import has the number {import}."));
        let understood = report.total() - report.missing - report.invalid;
        Ok(match understood {
            0 => ExitCode::FAILURE,
            _ => ExitCode::SUCCESS,
        })
    }

    /// Its number, what became of its rows, and what there is to know about its columns.
    async fn import(
        &self,
        store: &Store,
    ) -> Result<(ImportId, ImportReport, Option<&'static str>), CommandError> {
        let organization = self.organization(store).await?;
        let file = input_file(&self.file).await?;
        let actor = AuditActor::command_line(organization);
        let name = self.file.file_name().unwrap_or_default();
        let note = OnceLock::new();
        let options = ImportOptions {
            region: self.region(store, organization).await?,
            columns: Columns::Named(self.map.clone()),
            file_name: name.to_string_lossy().into_owned(),
            replace: self.replace,
            note: Some(&note),
            ..ImportOptions::default()
        };
        let imported = import(store, actor, self.campaign, file, options).await;
        let (id, report) = imported.map_err(|error| refused(error.to_string()))?;
        Ok((id, report, note.into_inner()))
    }

    /// What the page of an uploaded file shows before it is imported.
    async fn preview(&self, store: &Store) -> Result<Preview, CommandError> {
        let organization = self.organization(store).await?;
        let file = input_file(&self.file).await?;
        let region = self.region(store, organization).await?;
        let columns = Columns::Named(self.map.clone());
        let previewed = match importable(store, organization, self.campaign).await? {
            Importable::Yes => preview(store, file, region, &columns).await,
            Importable::Archived => Err(ImportError::Archived),
            Importable::Absent => Err(ImportError::NoSuchCampaign),
        };
        previewed.map_err(|error| refused(error.to_string()))
    }

    async fn region(
        &self,
        store: &Store,
        organization: OrganizationId,
    ) -> Result<Region, CommandError> {
        match self.region {
            Some(region) => Ok(region),
            None => Region::of_organization(store, organization)
                .await
                .map_err(|error| refused(error.to_string())),
        }
    }

    async fn organization(&self, store: &Store) -> Result<OrganizationId, CommandError> {
        match self.organization {
            Some(organization) => Ok(organization),
            None => self.only_organization(store).await,
        }
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
