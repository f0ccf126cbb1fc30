//! `baton member figures`

use super::acting::Whom;
use crate::commands::refusal::refusal;
use crate::commands::write_lines::write_lines;
use crate::commands::{CommandError, Database};
use crate::config::Config;
use crate::http::export_texter_figures;
use clap::Args;
use futures::stream;
use server_store::Store;
use std::process::ExitCode;
use tokio::io::{AsyncWrite, stdout};

/// Writes the figures of a member to standard output as CSV: what they sent and answered in the last 30 days and how fast,
/// what they hold, and what releases took from them.
#[derive(Debug, Args)]
pub struct Figures {
    #[command(flatten)]
    pub(super) whom: Whom,
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
        let acting = self.whom.find(&store.pool).await?;
        let file = export_texter_figures(store, &acting.owner, acting.member).await;
        let file = file.map_err(refusal)?;
        write_lines(output, stream::iter([Ok(file)])).await
    }
}
