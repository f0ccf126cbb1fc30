//! The command line: one subcommand a file.
//!
//! Adding one: a file with its `Args` and an `async fn run`, a variant of [`Command`], a line in
//! [`Command::run`]. A command that needs the database opens it with [`Database::open`], which also starts the
//! private cluster, and closes it on every path.

mod account_exists;
mod actor;
mod application;
mod audit;
pub mod bench;
pub mod campaign;
pub mod cluster;
mod columns;
mod contacts;
mod database;
mod demo;
mod descriptors;
pub mod doctor;
mod error;
mod find_member;
pub mod import;
mod input_file;
mod listener;
pub mod member;
pub mod migrate;
pub mod numbers;
mod opt_outs;
mod organization;
mod owner;
mod print_line;
mod refusal;
mod release;
mod section;
pub mod serve;
mod services;
mod settings;
mod signals;
mod site;
mod stop;
mod tag;
pub mod team;
mod title;
mod write_lines;

use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use account_exists::account_exists;
pub use database::{Database, Sharing};
pub use error::CommandError;
pub use print_line::print_line;

use crate::config::{Config, without_empty_variables};
use crate::telemetry;

/// Rendering a page on a runtime with a single worker can wait for itself.
const FEWEST_WORKERS: usize = 4;
/// What is still running when everything else is closed gets this long.
const LAST_WAIT: Duration = Duration::from_secs(1);

/// Peer-to-peer texting in which no one who texts back waits because a volunteer walked away.
#[derive(Debug, Parser)]
#[command(name = "baton", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    config: Config,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages and the webhooks, and run the engine (this is what `baton` alone does).
    Serve,
    /// Bring the database's schema up to date, and do nothing else.
    Migrate,
    /// Run another program with a private PostgreSQL cluster.
    #[command(subcommand)]
    Cluster(cluster::ClusterCommand),
    /// Organizations: the tenants.
    #[command(subcommand)]
    Organization(organization::OrganizationCommand),
    /// Members of an organization: invite links, roles, approval levels, suspensions, sign-outs and password links.
    #[command(subcommand)]
    Member(member::MemberCommand),
    /// Teams: members, campaigns and escalation tags with a pool of their own.
    #[command(subcommand)]
    Team(team::TeamCommand),
    /// Tags: those that sort conversations, and escalation tags.
    #[command(subcommand)]
    Tag(tag::TagCommand),
    /// Campaigns: contacts, a script and texting hours.
    #[command(subcommand)]
    Campaign(campaign::CampaignCommand),
    /// Contacts of a campaign: finding, correcting and removing them, and the imports that they came by.
    #[command(subcommand)]
    Contacts(contacts::ContactsCommand),
    /// Add the contacts of a CSV file to a campaign.
    Import(import::Import),
    /// Releases: their history, its export, and undo.
    #[command(subcommand)]
    Release(release::ReleaseCommand),
    /// Opt-outs by number: whom no one in an organization can text.
    #[command(subcommand)]
    OptOuts(opt_outs::OptOutsCommand),
    /// Measure how fast it is on this machine.
    #[command(subcommand)]
    Bench(bench::BenchCommand),
    /// Check whether everything that Baton needs is there, a line each.
    Doctor,
}

impl Command {
    async fn run(self, config: &Config) -> Result<ExitCode, CommandError> {
        match self {
            Self::Serve => serve::run(config).await,
            Self::Migrate => migrate::run(config).await,
            Self::Cluster(command) => command.run(config).await,
            Self::Organization(command) => command.run(config).await,
            Self::Member(command) => command.run(config).await,
            Self::Team(command) => command.run(config).await,
            Self::Tag(command) => command.run(config).await,
            Self::Campaign(command) => command.run(config).await,
            Self::Contacts(command) => command.run(config).await,
            Self::Import(command) => command.run(config).await,
            Self::Release(command) => command.run(config).await,
            Self::OptOuts(command) => command.run(config).await,
            Self::Bench(command) => command.run(config).await,
            Self::Doctor => doctor::run(config).await,
        }
    }
}

/// Reads the command line, runs what it says, and turns what went wrong into a sentence on standard error and
/// an exit code.
pub fn main() -> ExitCode {
    let arguments = without_empty_variables(Cli::command()).get_matches();
    let parsed = Cli::from_arg_matches(&arguments);
    let Cli { command, config } = parsed.unwrap_or_else(|error| error.exit());
    match start(command.unwrap_or(Command::Serve), &config) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("baton: {error}");
            ExitCode::FAILURE
        }
    }
}

fn start(command: Command, config: &Config) -> Result<ExitCode, CommandError> {
    telemetry::init()?;
    config.check()?;
    let workers = thread::available_parallelism()
        .map_or(FEWEST_WORKERS, |cores| cores.get().max(FEWEST_WORKERS));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        .enable_all()
        .build()
        .map_err(CommandError::Runtime)?;
    let result = runtime.block_on(command.run(config));
    runtime.shutdown_timeout(LAST_WAIT);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn without_a_subcommand_options_configure_the_server() {
        let cli = Cli::try_parse_from(["baton", "--addr", "127.0.0.1:4000"]).unwrap();
        assert!(cli.command.is_none());
        assert_eq!(cli.config.addr.port(), 4000);
    }

    #[test]
    fn options_may_stand_behind_the_subcommand() {
        let cli = Cli::try_parse_from(["baton", "serve", "--addr", "127.0.0.1:4000"]).unwrap();
        assert_eq!(cli.config.addr.port(), 4000);
    }
}
