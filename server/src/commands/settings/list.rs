//! `baton organization list`

use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use clap::Args;
use sqlx::PgPool;
use std::process::ExitCode;

/// Lists the organizations of this installation, with their numbers.
#[derive(Debug, Args)]
pub struct ListOrganizations {}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    name: String,
}

impl ListOrganizations {
    /// Prints them, a line each, in the order in which they were created.
    pub async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        let listed = Database::with(config, async |pool| list(pool).await).await?;
        for Row { id, name } in &listed {
            print_line(format_args!("{id:<8} {name}"));
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// All of them: an installation has few.
#[tracing::instrument(name = "db.organization.list", skip_all)]
async fn list(pool: &PgPool) -> Result<Vec<Row>, CommandError> {
    let rows = sqlx::query_as("select id, name from organization order by id");
    Ok(rows.fetch_all(pool).await?)
}
