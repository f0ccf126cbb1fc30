//! `baton contacts find`

use crate::commands::campaign::Which;
use crate::commands::columns::columns;
use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use crate::contacts::CampaignContacts;
use app::ports::{Campaigns, ContactRow, Contacts};
use clap::Args;
use server_store::Store;
use std::process::ExitCode;

/// Lists contacts of a campaign: all of them by last name, or those that are searched for.
#[derive(Debug, Args)]
pub struct Find {
    #[command(flatten)]
    pub(super) which: Which,

    /// The beginning of a name or of an external id, or a cell or its last digits.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(super) search: String,
}

impl Find {
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone()), print_line).await
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }

    /// Prints one page after the other.
    pub(super) async fn run(
        &self,
        store: &Store,
        mut print: impl FnMut(String),
    ) -> Result<(), CommandError> {
        let Which {
            organization,
            campaign,
        } = self.which;
        let owner = owner_of(store, organization).await?;
        // A campaign that is not there would have no contacts.
        let found = Campaigns::find(store, &owner, campaign).await;
        found.map_err(|error| self.which.refusal(error))?;
        let contacts = CampaignContacts::new(store.clone());
        let mut after = None;
        loop {
            let page = contacts.contacts(&owner, campaign, &self.search, after);
            let page = page.await.map_err(refusal)?;
            if page.begins_anew {
                let sentence = "The list is not whole: contacts were changed while it was printed. Run the command again.";
                return Err(refused(sentence.to_owned()));
            }
            page.rows.iter().map(line).for_each(&mut print);
            after = page.next;
            if after.is_none() {
                return Ok(());
            }
        }
    }
}

fn line(row: &ContactRow) -> String {
    columns(&[
        &row.id.to_string(),
        row.cell.as_str(),
        &row.first_name,
        &row.last_name,
        row.external_id.as_deref().unwrap_or_default(),
        row.zone.as_deref().unwrap_or_default(),
        row.status.as_str(),
        if row.opted_out { "opted out" } else { "" },
    ])
}

fn refused(sentence: String) -> CommandError {
    CommandError::Refused(sentence)
}
