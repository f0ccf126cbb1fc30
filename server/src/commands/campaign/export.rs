//! `baton campaign export contacts|messages`

use clap::Subcommand;
use server_store::Store;
use std::process::ExitCode;
use tokio::io::{AsyncWrite, stdout};

use super::Which;
use crate::commands::owner::owner_of;
use crate::commands::write_lines::write_lines;
use crate::commands::{CommandError, Database};
use crate::config::Config;
use crate::http::{export_contacts, export_messages};

/// What of a campaign is written to standard output as CSV, while it is read.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// Write the contacts of a campaign with where their conversations stand, their tags and custom fields.
    Contacts(Which),
    /// Write every message of a campaign, those of a conversation together.
    Messages(Which),
}

impl Export {
    pub(super) async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone()), &mut stdout()).await
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }

    pub(super) async fn run(
        &self,
        store: &Store,
        output: &mut (impl AsyncWrite + Unpin),
    ) -> Result<(), CommandError> {
        let (Self::Contacts(which) | Self::Messages(which)) = self;
        let (owner, campaign) = (owner_of(store, which.organization).await?, which.campaign);
        match self {
            Self::Contacts(_) => {
                let lines = export_contacts(store.clone(), owner, campaign).await;
                write_lines(output, lines.map_err(|error| which.refusal(error))?).await
            }
            Self::Messages(_) => {
                let lines = export_messages(store.clone(), owner, campaign).await;
                write_lines(output, lines.map_err(|error| which.refusal(error))?).await
            }
        }
    }
}
