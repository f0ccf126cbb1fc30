//! `baton opt-outs lift`

use crate::commands::actor::{actor, refused};
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use crate::import::{Region, explain_number};
use crate::opt_outs::read_reason;
use app::domain::{OrganizationId, PhoneNumber};
use clap::Args;
use server_store::{Store, opt_outs};
use std::process::ExitCode;

/// Lifts the opt-out of a number. Whoever had not been texted yet is to be messaged again, and who waited for an answer waits
/// again; other conversations stay closed.
#[derive(Debug, Args)]
pub struct Lift {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// The phone number, like +12025550124, or as it is written in the organization's country.
    #[arg(long)]
    pub(super) number: String,

    /// Why it is lifted; kept in the history of the number and in the audit log.
    #[arg(long)]
    pub(super) reason: String,
}

impl Lift {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let lifted = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        });
        print_line(format_args!(
            "{} can be texted again. If its contact sent a stop word, their carrier blocks texts until they send START.",
            lifted.await?
        ));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<PhoneNumber, CommandError> {
        let actor = actor(store, self.organization).await?;
        let region = Region::of_organization(store, self.organization).await?;
        let number = explain_number(&self.number, region).await;
        let number = number.map_err(refused)?;
        let reason = read_reason(&self.reason).map_err(refused)?;
        opt_outs::lift(store, actor, &number, &reason).await?;
        Ok(number)
    }
}
