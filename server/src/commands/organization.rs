//! `baton organization create`

use std::io::{BufRead, stdin};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use rand::distr::{Alphanumeric, SampleString};
use sqlx::PgPool;

use super::{CommandError, Database, say};
use crate::config::Config;

/// The shortest password that is taken; length is the one rule that helps.
const SHORTEST_PASSWORD: usize = 12;
const GENERATED_PASSWORD: usize = 20;

/// What can be done with organizations.
#[derive(Debug, Subcommand)]
pub enum OrganizationCommand {
    /// Create an organization with its General pool and its owner.
    Create(Create),
}

/// Creates an organization.
#[derive(Debug, Args)]
pub struct Create {
    /// What its members see.
    #[arg(long)]
    name: String,

    /// The owner's name.
    #[arg(long)]
    owner_name: String,

    /// What the owner signs in with. An account that is there already is used, with its password.
    #[arg(long)]
    owner_email: String,

    /// Read the owner's password from the first line of standard input; otherwise one is made up and printed once.
    #[arg(long)]
    password_stdin: bool,

    /// A number the organization texts from, like +15550100.
    #[arg(long, value_name = "NUMBER", requires = "service")]
    sending_number: Option<String>,

    /// Who carries the texts of that number.
    #[arg(long, value_parser = ["simulated", "twilio"], requires = "sending_number")]
    service: Option<String>,
}

/// What was created.
struct Created {
    organization: i64,
    /// Nothing if the owner had an account already.
    password: Option<String>,
}

impl OrganizationCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        let Self::Create(create) = self;
        create.check()?;
        let password = if create.password_stdin {
            read_password()?
        } else {
            generate_password()
        };
        let created = Database::with(config, async |pool| create.run(pool, password).await).await?;
        say(format_args!(
            "Created {} (number {}).",
            create.name.trim(),
            created.organization
        ));
        match created.password {
            Some(_) if create.password_stdin => {
                say("The owner signs in with the password that was given.")
            }
            Some(password) => say(format_args!(
                "The owner's password, shown only now: {password}"
            )),
            None => say("The owner has an account already and signs in with its password."),
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Create {
    /// What the schema would refuse too, but in words that say what to do.
    fn check(&self) -> Result<(), CommandError> {
        let refuse = |sentence: &str| Err(CommandError::Refused(sentence.to_owned()));
        let is_name = |name: &str| (1..=200).contains(&name.trim().chars().count());
        if !is_name(&self.name) || !is_name(&self.owner_name) {
            return refuse(
                "The organization's and the owner's name have to have 1 to 200 characters each.",
            );
        }
        let email = self.email();
        let parts = email.split_once('@');
        if parts.is_none_or(|(user, host)| user.is_empty() || host.is_empty()) {
            return refuse("The owner's e-mail address has to look like ada@example.org.");
        }
        Ok(())
    }

    /// As accounts are looked up: without surrounding space, in lower case.
    fn email(&self) -> String {
        self.owner_email.trim().to_lowercase()
    }

    async fn run(&self, pool: &PgPool, password: String) -> Result<Created, CommandError> {
        let hash = hash(&password).await?;
        let mut transaction = pool.begin().await?;
        let organization: i64 =
            sqlx::query_scalar("insert into organization (name) values (btrim($1)) returning id")
                .bind(&self.name)
                .fetch_one(&mut *transaction)
                .await?;
        let made: Option<i64> = sqlx::query_scalar(
            "insert into account (email, name, password_hash) values ($1, btrim($2), $3) on conflict (email) do nothing returning id",
        )
        .bind(self.email())
        .bind(&self.owner_name)
        .bind(hash)
        .fetch_optional(&mut *transaction)
        .await?;
        sqlx::query("insert into member (organization_id, account_id, role) select $1, id, 'owner' from account where email = $2")
            .bind(organization)
            .bind(self.email())
            .execute(&mut *transaction)
            .await?;
        sqlx::query("insert into pool (organization_id, title) values ($1, 'General')")
            .bind(organization)
            .execute(&mut *transaction)
            .await?;
        if let Some((number, service)) = self.sending_number.as_ref().zip(self.service.as_ref()) {
            sqlx::query(
                "insert into sending_number (organization_id, number, service) values ($1, $2, $3)",
            )
            .bind(organization)
            .bind(number)
            .bind(service)
            .execute(&mut *transaction)
            .await?;
        }
        transaction.commit().await?;
        Ok(Created {
            organization,
            password: made.map(|_| password),
        })
    }
}

fn generate_password() -> String {
    Alphanumeric.sample_string(&mut rand::rng(), GENERATED_PASSWORD)
}

fn read_password() -> Result<String, CommandError> {
    let mut line = String::new();
    let read = stdin().lock().read_line(&mut line);
    read.map_err(|error| {
        CommandError::Refused(format!(
            "The password cannot be read from standard input: {error}."
        ))
    })?;
    let password = line.trim_end_matches(['\r', '\n']).to_owned();
    if password.chars().count() < SHORTEST_PASSWORD {
        let sentence = format!("The password has to have at least {SHORTEST_PASSWORD} characters.");
        return Err(CommandError::Refused(sentence));
    }
    Ok(password)
}

async fn hash(_password: &str) -> Result<String, CommandError> {
    Err(CommandError::Refused(
        "auth::password is not there yet".to_owned(),
    ))
}
