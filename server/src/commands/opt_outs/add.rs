//! `baton opt-outs add`

use crate::commands::actor::{actor, refused};
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use crate::import::Region;
use crate::opt_outs::read_typed;
use app::domain::OrganizationId;
use clap::Args;
use server_store::{Store, opt_outs};
use std::process::ExitCode;

/// Opts numbers out of everything in an organization, all of them or none.
#[derive(Debug, Args)]
pub struct Add {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// The phone numbers, like +12025550124, or as they are written in the organization's country.
    #[arg(value_name = "NUMBER", required = true)]
    pub(super) numbers: Vec<String>,
}

impl Add {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let added = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        });
        let (recorded, already) = added.await?;
        print_line(format_args!(
            "Opted out now: {recorded}. Opted out before: {already}."
        ));
        Ok(ExitCode::SUCCESS)
    }

    /// How many numbers are opted out now, and how many were before.
    pub(super) async fn run(&self, store: &Store) -> Result<(u32, u32), CommandError> {
        let actor = actor(store, self.organization).await?;
        let region = Region::of_organization(store, self.organization).await?;
        let numbers = read_typed(&self.numbers.join("\n"), region).await;
        let numbers = numbers.map_err(refused)?;
        let recorded = opt_outs::add(store, actor, &numbers).await?;
        let all = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        Ok((recorded, all.saturating_sub(recorded)))
    }
}
