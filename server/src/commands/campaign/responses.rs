//! `baton campaign responses`

use app::ports::CampaignSetup;
use clap::Args;
use serde::{Deserialize, Serialize};
use server_store::Store;
use std::process::ExitCode;

use super::{Which, refuse};
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;

/// Prints the canned responses of a campaign, in the order in which texters see them.
#[derive(Debug, Args)]
pub struct Responses {
    #[command(flatten)]
    pub(super) which: Which,
}

/// A canned response, as files of them have it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileResponse {
    /// What texters know it by.
    pub title: String,
    /// The text, with its fields.
    pub text: String,
}

impl Responses {
    /// Prints them as JSON.
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        let printed = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        });
        print_line(printed.await?);
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<String, CommandError> {
        let Which {
            organization,
            campaign,
        } = self.which;
        let owner = owner_of(store, organization).await?;
        let settings = store.settings(&owner, campaign).await.map_err(refusal)?;
        let responses: Vec<FileResponse> = settings
            .responses
            .into_iter()
            .map(|one| FileResponse {
                title: one.title,
                text: one.body,
            })
            .collect();
        serde_json::to_string_pretty(&responses)
            .or_else(|error| refuse(format!("The canned responses cannot be printed: {error}.")))
    }
}
