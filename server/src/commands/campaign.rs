//! `baton campaign create`, `baton campaign start`

use std::process::ExitCode;

use app::domain::{CampaignId, MAX_SCRIPT_CHARACTERS, OrganizationId};
use clap::{Args, Subcommand};
use sqlx::PgPool;

use super::{CommandError, Database, TimeOfDay, print_line};
use crate::config::Config;
use server_store::{Store, campaign_setup};

/// What can be done with campaigns.
#[derive(Debug, Subcommand)]
pub enum CampaignCommand {
    /// Create a campaign, a draft; contacts are imported into it afterwards, and then it is started.
    Create(Create),
    /// Start a draft that has contacts, a script and a number to text from, as **Launch** does.
    Start(Start),
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
    #[arg(long, value_name = "HH:MM", default_value = "09:00")]
    texting_from: TimeOfDay,

    /// No texts from this time of day on; 24:00 is midnight.
    #[arg(long, value_name = "HH:MM", default_value = "21:00")]
    texting_until: TimeOfDay,

    /// What earlier versions had; a campaign without contacts is not started any more.
    #[arg(long, hide = true)]
    start: bool,

    /// Let its conversations be handed out through the request form.
    #[arg(long)]
    auto_assign: bool,
}

/// Starts a draft.
#[derive(Debug, Args)]
pub struct Start {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    organization: OrganizationId,

    /// The campaign's number, as `campaign create` printed it.
    #[arg(long, value_name = "ID")]
    campaign: CampaignId,
}

impl CampaignCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Create(create) => create.run_and_print(config).await,
            Self::Start(start) => start.run_and_print(config).await,
        }
    }
}

impl Start {
    async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        })
        .await?;
        print_line(format_args!("Started campaign {}.", self.campaign));
        Ok(ExitCode::SUCCESS)
    }

    async fn run(&self, store: &Store) -> Result<(), CommandError> {
        Ok(campaign_setup::launch(store, self.organization, self.campaign).await?)
    }
}

impl Create {
    async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        let id = Database::with(config, async |pool| self.run(pool).await).await?;
        print_line(format_args!(
            "Created the campaign “{}” (number {id}).",
            self.title.trim()
        ));
        Ok(ExitCode::SUCCESS)
    }

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
            "insert into campaign (organization_id, title, script, time_zone_id, texting_from, texting_until, auto_assign) \
             values ($1, btrim($2), $3, $4, $5::time, $6::time, $7) returning id",
        )
        .bind(self.organization)
        .bind(&self.title)
        .bind(self.script())
        .bind(zone)
        .bind(self.texting_from.as_str())
        .bind(self.texting_until.as_str())
        .bind(self.auto_assign)
        .fetch_one(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// The script, its line breaks as they are sent.
    fn script(&self) -> String {
        self.script.replace("\r\n", "\n").trim_end().to_owned()
    }

    /// Checks what the browser and the schema would refuse too, with messages that say what to do.
    #[tracing::instrument(name = "db.campaign.check_new", skip_all)]
    async fn check(&self, pool: &PgPool) -> Result<(), CommandError> {
        let refuse = |sentence: String| Err(CommandError::Refused(sentence));
        if self.title.trim().is_empty() || self.title.trim().chars().count() > 200 {
            return refuse("A title can have 1 to 200 characters.".to_owned());
        }
        if self.script().chars().count() > MAX_SCRIPT_CHARACTERS {
            return refuse(format!(
                "A script has at most {MAX_SCRIPT_CHARACTERS} characters."
            ));
        }
        if self.texting_from >= self.texting_until {
            return refuse("Texting hours must begin before they end.".to_owned());
        }
        if self.start {
            return refuse(
                "A campaign is started when it has contacts. Create it without --start, import its contacts, \
                 and run `baton campaign start`."
                    .to_owned(),
            );
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

#[cfg(test)]
mod tests {
    use super::{Create, Start};
    use app::domain::CampaignId;
    use server_store::testing::World;
    use sqlx::PgPool;

    fn command(world: &World, script: &str) -> Create {
        Create {
            organization: world.organization.0,
            title: "Early vote".into(),
            time_zone: "America/New_York".into(),
            script: script.into(),
            texting_from: "09:00".parse().unwrap(),
            texting_until: "24:00".parse().unwrap(),
            start: false,
            auto_assign: false,
        }
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn a_campaign_is_started_once_it_lacks_nothing(pool: PgPool) {
        let world = World::new(pool.clone()).await;
        let id = command(&world, "Hi\r\nthere").run(&pool).await.unwrap();
        let row: (String, String, bool) = sqlx::query_as(
            "select script, texting_until::text, started_at is null from campaign where id = $1",
        )
        .bind(id)
        .fetch_one(&pool)
        .await
        .unwrap();
        assert_eq!(row, ("Hi\nthere".into(), "24:00:00".into(), true));
        let start = Start {
            organization: world.organization,
            campaign: CampaignId(id),
        };
        assert_eq!(
            start.run(&world.store).await.unwrap_err().to_string(),
            "This campaign cannot be launched yet. It still needs contacts."
        );
        world.pooled(CampaignId(id), 10).await;
        start.run(&world.store).await.unwrap();
        assert_eq!(
            start.run(&world.store).await.unwrap_err().to_string(),
            "This campaign has already been launched."
        );
    }

    #[sqlx::test(migrator = "server_store::MIGRATOR")]
    async fn what_the_browser_refuses_is_refused_here(pool: PgPool) {
        let world = World::new(pool.clone()).await;
        let long = command(&world, &"x".repeat(1601));
        let started = Create {
            start: true,
            ..command(&world, "Hi")
        };
        for (refused, sentence) in [
            (long, "A script has at most 1600 characters."),
            (started, "A campaign is started when it has contacts."),
        ] {
            let refusal = refused.run(&pool).await.unwrap_err().to_string();
            assert!(refusal.starts_with(sentence), "{refusal}");
        }
        assert_eq!(world.count("select count(*) from campaign").await, 0);
    }
}
