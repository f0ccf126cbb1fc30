//! `baton member list`

use super::super::{CommandError, Database, print_line};
use crate::config::Config;
use clap::Args;
use sqlx::PgPool;
use std::process::ExitCode;

/// Lists the members of an organization.
#[derive(Debug, Args)]
pub struct List {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    organization: i64,
}

impl List {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let rows = Database::with(config, async |pool| self.run(pool).await).await?;
        if rows.is_empty() {
            let sentence = format!("There is no organization {}.", self.organization);
            return Err(CommandError::Refused(sentence));
        }
        for (role, email, name) in rows {
            print_line(format_args!("{role:<14} {email}  {name}"));
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Role, e-mail address and name of each, the highest role first.
    #[tracing::instrument(name = "db.member.list", skip_all)]
    async fn run(&self, pool: &PgPool) -> Result<Vec<(String, String, String)>, CommandError> {
        Ok(sqlx::query_as(
            "select m.role::text, a.email, a.name
               from member m
               join account a on a.id = m.account_id
              where m.organization_id = $1
              order by m.role desc, a.email",
        )
        .bind(self.organization)
        .fetch_all(pool)
        .await?)
    }
}
