//! `baton campaign create`, `baton campaign start`

use std::process::ExitCode;

use app::domain::{CampaignId, MAX_SCRIPT_CHARACTERS, OrganizationId, TimeOfDay};
use clap::{Args, Subcommand};
use sqlx::PgPool;

use super::{CommandError, Database, print_line};
use crate::config::Config;
use server_store::time_zones::time_zone;
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

    /// The zone in which contacts live who bring none of their own, such as America/New_York; without it that of the
    /// organization's settings.
    #[arg(long, value_name = "ZONE")]
    time_zone: Option<String>,

    /// The script of the first text; {firstName} and the like are filled in.
    #[arg(long, default_value = "")]
    script: String,

    /// No texts before this time of day; without it as the organization's settings say.
    #[arg(long, value_name = "HH:MM")]
    texting_from: Option<TimeOfDay>,

    /// No texts from this time of day on; 24:00 is midnight. Without it as the organization's settings say.
    #[arg(long, value_name = "HH:MM")]
    texting_until: Option<TimeOfDay>,

    /// What earlier versions had; a campaign without contacts is not started any more.
    #[arg(long, hide = true)]
    start: bool,

    /// Let its conversations be handed out through the request form.
    #[arg(long)]
    auto_assign: bool,
}

/// What a new campaign begins with where the command does not say.
#[derive(sqlx::FromRow)]
struct Defaults {
    texting_from: String,
    texting_until: String,
    time_zone_id: Option<i16>,
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
        self.check()?;
        let mut transaction = pool.begin().await?;
        let defaults: Option<Defaults> = sqlx::query_as(
            "select left(texting_from::text, 5) as texting_from, left(texting_until::text, 5) as texting_until, time_zone_id
               from organization where id = $1",
        )
        .bind(self.organization)
        .fetch_optional(&mut *transaction)
        .await?;
        let Some(defaults) = defaults else {
            return refuse(format!(
                "There is no organization with the number {}.",
                self.organization
            ));
        };
        let hour = |given: &Option<TimeOfDay>, default: String| {
            given.as_ref().map_or(default, |time| time.as_str().to_owned())
        };
        let texting_from = hour(&self.texting_from, defaults.texting_from);
        let texting_until = hour(&self.texting_until, defaults.texting_until);
        // Of five characters each, which have the order of the times.
        if texting_from >= texting_until {
            return refuse("Texting hours must begin before they end.".to_owned());
        }
        let zone = match &self.time_zone {
            Some(name) => match time_zone(&mut transaction, name).await? {
                Some(zone) => zone,
                None => {
                    return refuse(format!(
                        "There is no time zone {name:?}. Write one like America/New_York."
                    ));
                }
            },
            None => match defaults.time_zone_id {
                Some(zone) => zone,
                None => {
                    return refuse(
                        "The organization has no time zone of new campaigns. Choose one under Settings, or give \
                         --time-zone."
                            .to_owned(),
                    );
                }
            },
        };
        let id: i64 = sqlx::query_scalar(
            "insert into campaign (organization_id, title, script, time_zone_id, texting_from, texting_until, auto_assign) \
             values ($1, btrim($2), $3, $4, $5::time, $6::time, $7) returning id",
        )
        .bind(self.organization)
        .bind(&self.title)
        .bind(self.script())
        .bind(zone)
        .bind(texting_from)
        .bind(texting_until)
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
    fn check(&self) -> Result<(), CommandError> {
        if self.title.trim().is_empty() || self.title.trim().chars().count() > 200 {
            return refuse("A title can have 1 to 200 characters.".to_owned());
        }
        if self.script().chars().count() > MAX_SCRIPT_CHARACTERS {
            return refuse(format!(
                "A script has at most {MAX_SCRIPT_CHARACTERS} characters."
            ));
        }
        if self.start {
            return refuse(
                "A campaign is started when it has contacts. Create it without --start, import its contacts, \
                 and run `baton campaign start`."
                    .to_owned(),
            );
        }
        Ok(())
    }
}

fn refuse<T>(sentence: String) -> Result<T, CommandError> {
    Err(CommandError::Refused(sentence))
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
            time_zone: Some("America/New_York".into()),
            script: script.into(),
            texting_from: Some("09:00".parse().unwrap()),
            texting_until: Some("24:00".parse().unwrap()),
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
