//! `baton bench`: the options of each benchmark, and its scratch database.

use std::fmt::Display;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::database::migrator;
use super::{CommandError, Database, Sharing, print_line};
use crate::config::Config;
use crate::engine::{AutoRelease, AutoReleaseSettings};
use crate::health::Health;
use crate::import::{Region, contacts};
use app::domain::{Admin, CampaignId};
use server_bench::{BenchError, Scratch, claim, import, inbound, live, pages, release};
use server_store::Store;
use tokio_util::sync::CancellationToken;

/// Measurements, on a database of their own that is dropped afterwards.
#[derive(Debug, Subcommand)]
pub enum BenchCommand {
    /// Preview, release, texters meanwhile and automatic release, beside a baseline in SQL in the same run.
    Release(Bench<release::Scale>),
    /// Requests of many texters at once through two servers, beside a baseline in SQL in the same run.
    Claim(Bench<claim::Scale>),
    /// Open pages of texters while the pool changes: what requests and pages take, and what the server uses.
    Live(Bench<live::Scale>),
    /// Inbound texts through the signed webhook of a real server, beside a baseline in SQL in the same run.
    Inbound(Bench<inbound::Scale>),
    /// Files of contacts while texters send and request, beside each of both alone in the same run.
    Import(Bench<import::Scale>),
    /// The pages of admins among many campaigns and conversations, beside the plainest of them in the same run.
    Pages(Bench<pages::Scale>),
}

/// What is measured, and how it is printed.
#[derive(Debug, Args)]
pub struct Bench<Scale: Args> {
    #[command(flatten)]
    scale: Scale,
    /// Print the figures as JSON.
    #[arg(long)]
    json: bool,
}

impl BenchCommand {
    /// Measures and prints.
    ///
    /// # Errors
    /// The sizes are impossible, or the run was invalid.
    pub async fn run(&self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Release(Bench { scale, json }) => {
                let run = async |scratch: &Scratch| {
                    release::run(scratch, *scale, automatic_release, report_progress).await
                };
                measure(config, scale.validation_error(), *json, run).await
            }
            Self::Claim(Bench { scale, json }) => {
                let run =
                    async |scratch: &Scratch| claim::run(scratch, *scale, report_progress).await;
                measure(config, scale.validation_error(), *json, run).await
            }
            Self::Live(Bench { scale, json }) => {
                let run =
                    async |scratch: &Scratch| live::run(scratch, *scale, report_progress).await;
                measure(config, scale.validation_error(), *json, run).await
            }
            Self::Inbound(Bench { scale, json }) => {
                let run =
                    async |scratch: &Scratch| inbound::run(scratch, *scale, report_progress).await;
                measure(config, scale.validation_error(), *json, run).await
            }
            Self::Import(Bench { scale, json }) => {
                let run = async |scratch: &Scratch| {
                    import::run(scratch, *scale, import_file, report_progress).await
                };
                measure(config, scale.validation_error(), *json, run).await
            }
            Self::Pages(Bench { scale, json }) => {
                let run =
                    async |scratch: &Scratch| pages::run(scratch, *scale, report_progress).await;
                measure(config, scale.validation_error(), *json, run).await
            }
        }
    }
}

/// Automatic release as the engine runs it.
async fn automatic_release(store: Store, stop: CancellationToken) {
    let health = Health::default().component("automatic release", AutoRelease::POLL);
    let engine = AutoRelease::new(store, AutoReleaseSettings::default());
    engine.run(health, stop).await;
}

/// Adds the contacts of a file, and says how many.
async fn import_file(
    store: &Store,
    admin: &Admin,
    campaign: CampaignId,
    csv: String,
) -> Result<u32, BenchError> {
    let region = Region::default();
    let report = contacts(store, admin.actor(), campaign, csv.as_bytes(), region).await;
    let report = report.map_err(|error| BenchError::Invalid(error.to_string()))?;
    Ok(report.added)
}

/// Writes a phase to standard error; standard output has the figures alone.
fn report_progress(phase: &str) {
    eprintln!("{phase} …");
}

async fn measure<Report: Display + Serialize>(
    config: &Config,
    validation_error: Option<&str>,
    json: bool,
    run: impl AsyncFnOnce(&Scratch) -> Result<Report, BenchError>,
) -> Result<ExitCode, CommandError> {
    if let Some(validation_error) = validation_error {
        return Err(CommandError::Refused(validation_error.to_owned()));
    }
    let database = Database::open(config, Sharing::Shared).await?;
    let result = async {
        let scratch = Scratch::create(&database.pool, &migrator()).await?;
        let report = run(&scratch).await;
        scratch.drop(&database.pool).await?;
        report
    }
    .await;
    database.close().await?;
    let report = result?;
    if json {
        print_line(serde_json::to_string_pretty(&report).map_err(|error| {
            CommandError::Refused(format!("The figures cannot be written: {error}"))
        })?);
    } else {
        print_line(format_args!("{report}"));
    }
    Ok(ExitCode::SUCCESS)
}
