//! `baton contacts remove`

use super::whom::Whom;
use crate::commands::owner::owner_of;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use crate::contacts::CampaignContacts;
use app::ports::Contacts;
use clap::Args;
use server_store::Store;
use std::process::ExitCode;

/// Removes a contact. The texter who has it loses it.
#[derive(Debug, Args)]
pub struct Remove {
    #[command(flatten)]
    pub(super) whom: Whom,
}

impl Remove {
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(format_args!(
            "Removed the contact (number {}).",
            self.whom.contact
        ));
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(&self, store: &Store) -> Result<(), CommandError> {
        let Whom { which, contact } = &self.whom;
        let owner = owner_of(store, which.organization).await?;
        let contacts = CampaignContacts::new(store.clone());
        let removed = contacts.remove_contact(&owner, which.campaign, *contact);
        removed.await.map_err(|error| self.whom.refusal(error))
    }
}
