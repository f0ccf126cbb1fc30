//! `baton campaign figures`

use clap::Args;
use futures::stream;
use server_store::Store;
use std::process::ExitCode;
use tokio::io::{AsyncWrite, stdout};

use super::Which;
use crate::commands::owner::owner_of;
use crate::commands::write_lines::write_lines;
use crate::commands::{CommandError, Database};
use crate::config::Config;
use crate::http::export_campaign_figures;

/// Writes the figures of a campaign to standard output as CSV: what is counted, in which period, and how many.
#[derive(Debug, Args)]
pub struct Figures {
    #[command(flatten)]
    pub(super) which: Which,
}

impl Figures {
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
        let owner = owner_of(store, self.which.organization).await?;
        let file = export_campaign_figures(store, &owner, self.which.campaign).await;
        let file = file.map_err(|error| self.which.refusal(error))?;
        write_lines(output, stream::iter([Ok(file)])).await
    }
}
