//! `baton bench release`

use std::process::ExitCode;

use clap::{Args, Subcommand};
use sqlx::PgPool;

use super::database::migrator;
use super::{CommandError, Database, Sharing, say};
use crate::bench::{self, BenchError, Scale, Scratch};
use crate::config::Config;

/// Measurements, on a database of their own that is dropped afterwards.
#[derive(Debug, Subcommand)]
pub enum BenchCommand {
    /// Preview, release, texters meanwhile and automatic release, beside bare SQL in the same run.
    Release(Release),
}

/// `baton bench release`
#[derive(Debug, Args)]
pub struct Release {
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
    /// Sizes that make no sense; the database.
    pub async fn run(&self, config: &Config) -> Result<ExitCode, CommandError> {
        let Self::Release(release) = self;
        if let Some(complaint) = release.scale.complaint() {
            return Err(CommandError::Refused(complaint.to_owned()));
        }
        let database = Database::open(config, Sharing::Together).await?;
        let measured = release.measure(&database.pool).await;
        database.close().await?;
        let report = measured?;
        if release.json {
            say(serde_json::to_string_pretty(&report).map_err(|error| {
                CommandError::Refused(format!("The figures cannot be written: {error}"))
            })?);
        } else {
            say(format_args!("{report}"));
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Release {
    async fn measure(&self, server: &PgPool) -> Result<bench::Report, BenchError> {
        let scratch = Scratch::make(server, &migrator()).await?;
        // What goes on is told on standard error; the figures alone are on standard output.
        let report = bench::run(&scratch, self.scale, |what| eprintln!("{what} …")).await;
        scratch.drop(server).await?;
        report
    }
}
