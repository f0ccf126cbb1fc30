//! `baton organization create` and `figures`; its other commands are those of its settings, in `settings`, and of its numbers,
//! in `numbers`, and that of its audit log, in `audit`.

mod figures;

use std::io::{BufRead, stdin};
use std::process::ExitCode;

use app::domain::{AuditAction, AuditActor, AuditSubject, PhoneNumber, Sender};
use clap::{Args, Subcommand};
use rand::distr::{Alphanumeric, SampleString};
use sqlx::PgPool;

use super::audit::ExportAudit;
use super::numbers::{
    AddNumber, ChangeService, ListNumbers, RemoveNumber, SetRate, TakeNumberOutOfUse, TryNumber,
    UseNumber,
};
use super::refusal::store_refusal;
use super::settings::{ListOrganizations, SetRequests, SetSettings, ShowSettings};
use super::{CommandError, Database, account_exists, print_line};
use crate::config::Config;
use crate::import::{Region, explain_number};
use server_message::ServiceKind;
use server_store::audit::{self, Change};
use server_store::clock::Clock;
use server_store::members::NewAccount;
use server_store::numbers;
use server_store::organizations::{self, Created};

const GENERATED_PASSWORD: usize = 20;

/// What can be done with organizations.
#[derive(Debug, Subcommand)]
pub enum OrganizationCommand {
    /// Create an organization with its General pool and its owner.
    Create(Create),
    /// List the organizations of this installation.
    List(ListOrganizations),
    /// Print the settings of an organization.
    Settings(ShowSettings),
    /// Change settings of an organization: its name, hours, zone, goodbye and others.
    Set(SetSettings),
    /// Change the rules by which texters of an organization request texts.
    SetRequests(SetRequests),
    /// Give an organization another number, or a Messaging Service, to text from.
    AddNumber(AddNumber),
    /// List the numbers and Messaging Services of an organization.
    Numbers(ListNumbers),
    /// Give a number, or a Messaging Service, to no new conversation any more.
    TakeNumberOutOfUse(TakeNumberOutOfUse),
    /// Give a number, or a Messaging Service, to new conversations again.
    UseNumber(UseNumber),
    /// Set how many texts a second are sent from a number, or through a Messaging Service, at most.
    SetRate(SetRate),
    /// Have the texts of a number, or of a Messaging Service, carried by another service.
    ChangeService(ChangeService),
    /// Remove a number, or a Messaging Service, that is out of use and has no texts.
    RemoveNumber(RemoveNumber),
    /// Ask the service that carries the texts of a number, or of a Messaging Service, what is wrong with it.
    TryNumber(TryNumber),
    /// Write the audit log of an organization as CSV: who administered what, when and from where.
    Audit(ExportAudit),
    /// Write the figures of an organization as CSV, one number a line.
    Figures(figures::Figures),
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

    /// What the owner signs in with.
    #[arg(long)]
    owner_email: String,

    /// Make the account that is there already for that e-mail address the owner, with its password. Nobody has shown that
    /// the address is theirs: ask its holder first.
    #[arg(long)]
    existing_account: bool,

    /// Read the owner's password from the first line of standard input; otherwise one is made up and printed once.
    #[arg(long)]
    password_stdin: bool,

    /// A number the organization texts from, like +12025550123.
    #[arg(long, value_name = "NUMBER", requires = "service")]
    sending_number: Option<PhoneNumber>,

    /// Who carries the texts of that number.
    #[arg(long, value_name = "simulated|twilio", requires = "sending_number")]
    service: Option<ServiceKind>,
}

impl OrganizationCommand {
    /// Runs it.
    pub async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Create(create) => create.run_and_print(config).await,
            Self::List(list) => list.run_and_print(config).await,
            Self::Settings(show) => show.run_and_print(config).await,
            Self::Set(set) => set.run_and_print(config).await,
            Self::SetRequests(set) => set.run_and_print(config).await,
            Self::AddNumber(add) => add.run_and_print(config).await,
            Self::Numbers(list) => list.run_and_print(config).await,
            Self::TakeNumberOutOfUse(take) => take.run_and_print(config).await,
            Self::UseNumber(again) => again.run_and_print(config).await,
            Self::SetRate(set) => set.run_and_print(config).await,
            Self::ChangeService(change) => change.run_and_print(config).await,
            Self::RemoveNumber(remove) => remove.run_and_print(config).await,
            Self::TryNumber(attempt) => attempt.run_and_print(config).await,
            Self::Audit(export) => export.run_and_print(config).await,
            Self::Figures(figures) => figures.run_and_print(config).await,
        }
    }
}

impl Create {
    async fn run_and_print(&self, config: &Config) -> Result<ExitCode, CommandError> {
        let password = if self.password_stdin {
            read_password()?
        } else {
            generate_password()
        };
        let created = Database::with(config, async |pool| self.run(pool, &password).await).await?;
        print_line(format_args!(
            "Created {} (number {}).",
            self.name.trim(),
            created.organization.0
        ));
        match (created.owner_is_new, self.password_stdin) {
            (true, true) => print_line("The owner signs in with the password that was given."),
            (true, false) => print_line(format_args!(
                "The owner's password, shown only now: {password}"
            )),
            (false, _) => {
                print_line("The owner already has an account and signs in with its password.")
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    #[tracing::instrument(name = "db.organization.create_with_owner", skip_all)]
    async fn run(&self, pool: &PgPool, password: &str) -> Result<Created, CommandError> {
        server_auth::refuse_guessable(password, &[&self.owner_name, &self.owner_email])?;
        let sender = self.sender().await?;
        let password_hash = server_auth::hash(password.to_owned()).await?;
        let owner = NewAccount {
            email: &self.owner_email,
            name: &self.owner_name,
            password_hash: &password_hash,
        };
        let mut transaction = pool.begin().await?;
        let created = organizations::create(&mut transaction, &self.name, &owner).await?;
        if !created.owner_is_new && !self.existing_account {
            return Err(CommandError::Refused(account_exists(&self.owner_email)));
        }
        let clock = Clock::database();
        let actor = AuditActor::command_line(created.organization);
        let change = Change::new(AuditAction::OrganizationCreated, AuditSubject::Organization);
        audit::record(&mut transaction, &clock, actor, change).await?;
        if let Some((sender, service)) = sender.zip(self.service) {
            numbers::add_within(&mut transaction, &clock, actor, &sender, service)
                .await
                .map_err(store_refusal)?;
        }
        transaction.commit().await?;
        Ok(created)
    }

    /// Its number, as its page of numbers would read it.
    async fn sender(&self) -> Result<Option<Sender>, CommandError> {
        let Some(number) = &self.sending_number else {
            return Ok(None);
        };
        let number = explain_number(number.as_str(), Region::default()).await;
        let number = number.map_err(CommandError::Refused)?;
        Ok(Some(Sender::Number(number)))
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
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

#[cfg(test)]
mod tests;
