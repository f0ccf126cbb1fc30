//! `baton campaign create`

use std::process::ExitCode;

use chrono::NaiveTime;
use clap::{Args, Subcommand};
use sqlx::PgPool;

use super::{CommandError, Database, print_line};
use crate::config::Config;

/// What can be done with campaigns.
#[derive(Debug, Subcommand)]
pub enum CampaignCommand {
    /// Create a campaign; contacts are imported into it afterwards.
    Create(Create),
}

/// Creates a campaign.
#[derive(Debug, Args)]
pub struct Create {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    organization: i64,

    /// What texters and admins see.
    #[arg(long)]
    title: String,

    /// The zone in which contacts live who bring none of their own, such as America/New_York.
    #[arg(long, value_name = "ZONE")]
    time_zone: String,

    /// The script of the first text; {firstName} and the like are filled in.
    #[arg(long, default_value = "")]
    script: String,

    /// No texts before this time of day.
    #[arg(long, value_name = "HH:MM", default_value = "09:00", value_parser = time_of_day)]
    texting_from: NaiveTime,

    /// No texts from this time of day on.
    #[arg(long, value_name = "HH:MM", default_value = "21:00", value_parser = time_of_day)]
    texting_until: NaiveTime,

    /// Start it at once; otherwise it is a draft.
    #[arg(long)]
    start: bool,

    /// Let its conversations be handed out through the request form.
    #[arg(long)]
    auto_assign: bool,
}

fn time_of_day(value: &str) -> Result<NaiveTime, String> {
    NaiveTime::parse_from_str(value, "%H:%M")
        .map_err(|_| "it must be a time of day like 09:00".to_owned())
}

impl CampaignCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        let Self::Create(create) = self;
        let id = Database::with(config, async |pool| create.run(pool).await).await?;
        print_line(format_args!(
            "Created the campaign “{}” (number {id}).",
            create.title.trim()
        ));
        Ok(ExitCode::SUCCESS)
    }
}

impl Create {
    #[tracing::instrument(name = "db.campaign.create", skip_all)]
    async fn run(&self, pool: &PgPool) -> Result<i64, CommandError> {
        self.check(pool).await?;
        let mut transaction = pool.begin().await?;
        // "Do nothing" would not return the id of a zone that exists.
        let zone: i16 = sqlx::query_scalar(
            "insert into time_zone (name) values ($1) on conflict (name) do update set name = excluded.name returning id",
        )
        .bind(&self.time_zone)
        .fetch_one(&mut *transaction)
        .await?;
        let id: i64 = sqlx::query_scalar(
            "insert into campaign (organization_id, title, script, time_zone_id, texting_from, texting_until, started_at, auto_assign) \
             values ($1, btrim($2), $3, $4, $5, $6, case when $7 then now() end, $8) returning id",
        )
        .bind(self.organization)
        .bind(&self.title)
        .bind(&self.script)
        .bind(zone)
        .bind(self.texting_from)
        .bind(self.texting_until)
        .bind(self.start)
        .bind(self.auto_assign)
        .fetch_one(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Checks what the schema would refuse too, with messages that say what to do.
    #[tracing::instrument(name = "db.campaign.check_new", skip_all)]
    async fn check(&self, pool: &PgPool) -> Result<(), CommandError> {
        let refuse = |sentence: String| Err(CommandError::Refused(sentence));
        if self.title.trim().is_empty() || self.title.trim().chars().count() > 200 {
            return refuse("A title can have 1 to 200 characters.".to_owned());
        }
        if self.texting_from >= self.texting_until {
            return refuse("Texting hours must begin before they end.".to_owned());
        }
        let (organization, zone): (bool, bool) = sqlx::query_as(
            "select exists (select from organization where id = $1), exists (select from pg_timezone_names where name = $2)",
        )
        .bind(self.organization)
        .bind(&self.time_zone)
        .fetch_one(pool)
        .await?;
        if !organization {
            return refuse(format!(
                "There is no organization with the number {}.",
                self.organization
            ));
        }
        if !zone {
            return refuse(format!(
                "There is no time zone {:?}. Write one like America/New_York.",
                self.time_zone
            ));
        }
        Ok(())
    }
}
