//! `baton campaign second-pass`

use app::domain::SecondPassDays;
use app::ports::SecondPasses;
use app::view_models::SecondPassWords;
use clap::Args;
use sentences::{admin, page};
use server_store::Store;
use server_store::releases::run_second_pass;

use super::Which;
use crate::commands::CommandError;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::section::section;

/// A second pass.
#[derive(Debug, Args)]
pub struct SecondPass {
    #[command(flatten)]
    pub(super) which: Which,

    /// How many days old the last text of a contact has to be, from 0 to 365.
    #[arg(long, value_name = "DAYS", default_value = "3")]
    pub(super) days: SecondPassDays,

    /// Change nothing, and show whom it would take, who is left out, and what would keep texters from requesting them.
    #[arg(long)]
    pub(super) dry_run: bool,
}

impl SecondPass {
    /// Runs it, or shows what it would take; what to print.
    pub(super) async fn run(&self, store: &Store) -> Result<String, CommandError> {
        let (organization, campaign) = (self.which.organization, self.which.campaign);
        if self.dry_run {
            let owner = owner_of(store, organization).await?;
            let preview = store.preview_second_pass(&owner, campaign, self.days);
            let preview = preview.await.map_err(refusal)?;
            return Ok(describe(SecondPassWords::of(&preview)));
        }
        let done = run_second_pass(store, organization, campaign, self.days).await?;
        Ok(if done.released_nothing() {
            page::second_pass_took_nothing().to_owned()
        } else {
            format!("{done}.")
        })
    }
}

/// The preview of its page, in lines.
fn describe(words: SecondPassWords) -> String {
    let mut lines = vec![words.sentence];
    lines.extend(words.texters);
    lines.extend(section(page::left_out_and_why(), &words.left_out));
    let cannot = admin::texters_cannot_request_all();
    lines.extend(section(cannot, &words.diagnosis));
    lines.push("Nothing was changed.".to_owned());
    lines.join("\n")
}
