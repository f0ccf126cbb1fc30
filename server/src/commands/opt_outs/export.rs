//! `baton opt-outs export`

use crate::commands::actor::{actor, refused};
use crate::commands::write_lines::write_lines;
use crate::commands::{CommandError, Database};
use crate::config::Config;
use crate::http::opt_out_lines;
use crate::import::Region;
use crate::opt_outs::read_search;
use app::domain::{AuditAction, AuditSubject, OrganizationId};
use clap::Args;
use sentences::page;
use server_store::Store;
use server_store::audit::{Change, record_alone};
use std::process::ExitCode;
use tokio::io::{AsyncWrite, stdout};

/// Writes the opt-outs of an organization to standard output as CSV, the newest first.
#[derive(Debug, Args)]
pub struct Export {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// Only those of a number, or of its last digits.
    #[arg(long, value_name = "NUMBER", default_value = "")]
    pub(super) search: String,
}

impl Export {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
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
        let actor = actor(store, self.organization).await?;
        let region = Region::of_organization(store, self.organization).await?;
        let search = read_search(&self.search, region).await;
        let search = search.ok_or_else(|| refused(page::search_by_number()))?;
        let change = Change::new(AuditAction::OptOutsExported, AuditSubject::Organization);
        record_alone(store, actor, change).await?;
        let lines = opt_out_lines(store.clone(), self.organization, search);
        write_lines(output, lines).await
    }
}
