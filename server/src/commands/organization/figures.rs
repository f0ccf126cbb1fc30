//! `baton organization figures`

use app::domain::OrganizationId;
use clap::Args;
use futures::stream;
use server_store::Store;
use std::process::ExitCode;
use tokio::io::{AsyncWrite, stdout};

use crate::commands::owner::owner_of;
use crate::commands::refusal::refusal;
use crate::commands::write_lines::write_lines;
use crate::commands::{CommandError, Database};
use crate::config::Config;
use crate::http::export_organization_figures;

/// Writes the figures of an organization to standard output as CSV: who is active, how many people wait and for how long at
/// this pace, and the texts and answers of the last two weeks.
#[derive(Debug, Args)]
pub struct Figures {
    /// The organization's number, as `organization list` prints it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,
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
        let owner = owner_of(store, self.organization).await?;
        let file = export_organization_figures(store, &owner).await;
        let file = file.map_err(refusal)?;
        write_lines(output, stream::iter([Ok(file)])).await
    }
}
