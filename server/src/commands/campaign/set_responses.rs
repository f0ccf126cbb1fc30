//! `baton campaign set-responses`

use app::api::campaigns::{ResponseInput, parse_responses};
use app::domain::CannedResponse;
use app::error::AppError;
use app::ports::{CampaignSetup, SectionSave};
use clap::Args;
use sentences::page;
use server_store::Store;
use std::path::PathBuf;
use tokio::io::AsyncReadExt;

use super::responses::FileResponse;
use super::{Which, refuse};
use crate::commands::CommandError;
use crate::commands::input_file::input_file;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;

/// More than the most and longest responses take, however they are escaped.
const MAX_BYTES: u64 = 2 * 1024 * 1024;

/// Sets the canned responses of a campaign, all of them or none.
#[derive(Debug, Args)]
pub struct SetResponses {
    #[command(flatten)]
    pub(super) which: Which,

    /// The file, a list in JSON as `campaign responses` prints it: [{"title": "Where to vote", "text": "At the library."}];
    /// [] removes all; - reads standard input.
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

impl SetResponses {
    /// Sets them. One whose title stays is the same response as before, also for texters who have it before them.
    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let Which {
            organization,
            campaign,
        } = self.which;
        let owner = owner_of(store, organization).await?;
        let file = self.read().await?;
        let now = store.settings(&owner, campaign).await.map_err(refusal)?;
        let inputs = inputs(file, &now.responses);
        let responses = parse(&inputs)?;
        // Overwrites nothing that somebody else saved since it was read.
        let save = SectionSave {
            version: now.versions.responses,
            by_itself: false,
        };
        let saved = store.save_responses(&owner, campaign, &save, &responses);
        saved.await.map_err(refusal)
    }

    async fn read(&self) -> Result<Vec<FileResponse>, CommandError> {
        let file = input_file(&self.file).await?;
        let mut text = Vec::new();
        let read = file.take(MAX_BYTES + 1).read_to_end(&mut text).await;
        match read {
            Ok(length) if length as u64 > MAX_BYTES => refuse(format!(
                "The file is larger than {} MB: canned responses take less.",
                MAX_BYTES / 1024 / 1024
            )),
            Ok(_) => serde_json::from_slice(&text).or_else(|error| {
                refuse(format!(
                    "The file is not a list of canned responses: {error}. Write it as `baton campaign responses` prints \
                     it: [{{\"title\": \"…\", \"text\": \"…\"}}]."
                ))
            }),
            Err(error) => refuse(format!("Cannot read {}: {error}.", self.file.display())),
        }
    }
}

/// The responses of a file as the form has them, each with the id of the one that has its title.
fn inputs(file: Vec<FileResponse>, standing: &[CannedResponse]) -> Vec<ResponseInput> {
    let mut standing: Vec<&CannedResponse> = standing.iter().collect();
    let input = |FileResponse { title, text }| {
        let same = standing.iter().position(|one| one.title == title.trim());
        let id = same.and_then(|at| standing.remove(at).id);
        ResponseInput {
            id: id.map(|id| id.to_string()).unwrap_or_default(),
            title,
            body: text,
            ..ResponseInput::default()
        }
    };
    file.into_iter().map(input).collect()
}

/// What the form would make of them; a refusal says which one it is about.
fn parse(inputs: &[ResponseInput]) -> Result<Vec<CannedResponse>, CommandError> {
    for (index, input) in inputs.iter().enumerate() {
        let sentence = match parse_responses(std::slice::from_ref(input)) {
            Ok(responses) if responses.is_empty() => page::response_needs_a_title().to_owned(),
            Ok(_) => continue,
            Err(errors) => errors.sentences().collect::<Vec<_>>().join(" "),
        };
        return refuse(format!("Canned response {}: {sentence}", index + 1));
    }
    parse_responses(inputs)
        .map_err(AppError::Fields)
        .map_err(refusal)
}
