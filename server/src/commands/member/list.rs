//! `baton member list`

use super::super::{CommandError, Database, print_line};
use crate::config::Config;
use clap::Args;
use sqlx::PgPool;
use std::fmt;
use std::process::ExitCode;

/// Lists the members of an organization.
#[derive(Debug, Args)]
pub struct List {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: i64,
}

/// A member.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    role: String,
    level: String,
    email: String,
    name: String,
    /// The titles of their teams; none: they are on none.
    teams: Option<String>,
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            role,
            level,
            email,
            name,
            teams,
        } = self;
        write!(f, "{role:<14} {level:<17} {email}  {name}")?;
        match teams {
            Some(teams) => write!(f, "  ({teams})"),
            None => Ok(()),
        }
    }
}

impl List {
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        let rows = Database::with(config, async |pool| self.run(pool).await).await?;
        if rows.is_empty() {
            let sentence = format!("There is no organization {}.", self.organization);
            return Err(CommandError::Refused(sentence));
        }
        for row in rows {
            print_line(row);
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Each of them, the highest role first.
    #[tracing::instrument(name = "db.member.list", skip_all)]
    pub(super) async fn run(&self, pool: &PgPool) -> Result<Vec<Row>, CommandError> {
        Ok(sqlx::query_as(
            "select m.role::text, m.approval_level::text as level, a.email, a.name,
                    (select string_agg(t.title, ', ' order by t.priority, t.title)
                       from team_member tm
                       join team t on t.organization_id = tm.organization_id and t.id = tm.team_id
                      where tm.organization_id = m.organization_id and tm.member_id = m.id) as teams
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
