//! `baton doctor`: checks of the installation, a line each.

mod finding;
mod new_cluster;
mod twilio_account;

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use sqlx::PgPool;
use sqlx::migrate::Migrate;

use finding::Finding;
use new_cluster::new_cluster;
use twilio_account::twilio_account;

use super::database::migrator;
use super::services::{services, twilio_webhook};
use super::{CommandError, Database, Sharing, print_line, site};
use crate::config::Config;
use app::view_models::sender_check_words;
use server_embedded::Binaries;
use server_mail::{MailSettings, Mailer};
use server_store::Store;
use server_store::numbers::{InUse, in_use};

/// The time limit of the check of the mail server.
const MAIL_TIMEOUT: Duration = Duration::from_secs(15);

/// Runs all checks, also after a problem.
pub async fn run(config: &Config) -> Result<ExitCode, CommandError> {
    let mut findings = Vec::new();
    if config.database_url()?.is_none() {
        findings.push(binaries(config).await);
    }
    if config.database_url()?.is_none() && !config.data_dir()?.join("postgres/PG_VERSION").is_file()
    {
        findings.push(new_cluster(&config.data_dir()?));
    } else {
        database(config, &mut findings).await;
    }
    findings.push(built_page(&config.site_root()?));
    findings.push(Ok(public_url(config)));
    findings.push(match config.twilio()? {
        Some(account) => twilio_account(&account).await,
        None => Ok("messages are simulated (TWILIO_ACCOUNT_SID is not set)".to_owned()),
    });
    findings.push(match config.mail()? {
        Some(settings) => mail_server(&settings).await,
        None => Ok(
            "no e-mail is sent (BATON_SMTP_URL is not set): who has forgotten a password asks an admin for a link"
                .to_owned(),
        ),
    });

    for finding in &findings {
        match finding {
            Ok(good) => print_line(format_args!("ok       {good}")),
            Err(bad) => print_line(format_args!("problem  {bad}")),
        }
    }
    Ok(if findings.iter().all(Result::is_ok) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn binaries(config: &Config) -> Finding {
    let binaries = Binaries::find(config.postgres_bin.as_deref(), None)
        .await
        .map_err(|error| error.to_string())?;
    Ok(format!(
        "PostgreSQL {} in {}",
        binaries.version(),
        binaries.folder().display()
    ))
}

/// Checks the database. A cluster that does not run is started for it, and stopped again.
async fn database(config: &Config, findings: &mut Vec<Finding>) {
    let database = match Database::open(config, Sharing::Shared).await {
        Ok(database) => database,
        Err(error) => return findings.push(Err(error.to_string())),
    };
    findings.push(
        server(&database.pool)
            .await
            .unwrap_or_else(|error| Err(format!("the database does not answer: {error}"))),
    );
    let pending = pending(&database.pool).await;
    let is_current = matches!(pending, Ok(0));
    findings.push(match pending {
        Ok(0) => Ok("the schema is up to date".to_owned()),
        Ok(pending) => Err(format!(
            "{pending} migrations are missing: run `baton migrate`, or start the server"
        )),
        Err(error) => Err(format!("the state of the schema cannot be read: {error}")),
    });
    if is_current {
        match numbers(config, &database.pool).await {
            Ok(numbers) => findings.extend(numbers),
            Err(error) => findings.push(Err(format!("the numbers cannot be tried: {error}"))),
        }
    }
    if let Err(error) = database.close().await {
        findings.push(Err(error.to_string()));
    }
}

/// Tries every sender in use of every organization, with a call to the service that carries it.
async fn numbers(config: &Config, pool: &PgPool) -> Result<Vec<Finding>, CommandError> {
    let store = Store::new(pool.clone());
    let services = services(config, &store)?;
    let webhook = twilio_webhook(config);
    let mut findings = Vec::new();
    for InUse {
        organization,
        sender,
        service,
    } in in_use(&store).await?
    {
        let check = services.check_sender(service, &sender, &webhook).await;
        let words = sender_check_words(&sender, &check);
        let line = format!("organization {organization}: {words}");
        findings.push(if check.is_usable() {
            Ok(line)
        } else {
            Err(line)
        });
    }
    Ok(findings)
}

/// The version, and whether it has the collation by which people are listed.
#[tracing::instrument(name = "db.server.version", skip_all)]
async fn server(pool: &PgPool) -> Result<Finding, sqlx::Error> {
    let (version, has_icu): (String, bool) = sqlx::query_as(
        "select current_setting('server_version'),
                exists (select from pg_collation where collname = 'und-x-icu')",
    )
    .fetch_one(pool)
    .await?;
    Ok(if has_icu {
        Ok(format!("the database answers (PostgreSQL {version})"))
    } else {
        Err(format!(
            "the database (PostgreSQL {version}) was built without ICU, by which names are ordered: use one that was built \
             with it, as those of Debian and Ubuntu are"
        ))
    })
}

/// The number of migrations that are not applied yet.
#[tracing::instrument(name = "db.schema.pending", skip_all)]
async fn pending(pool: &PgPool) -> Result<usize, CommandError> {
    let migrator = migrator();
    let mut connection = pool.acquire().await?;
    let exists: bool = sqlx::query_scalar("select to_regclass('_sqlx_migrations') is not null")
        .fetch_one(&mut *connection)
        .await?;
    if !exists {
        return Ok(migrator.iter().count());
    }
    let applied = connection
        .list_applied_migrations("_sqlx_migrations")
        .await?;
    let is_applied = |version| applied.iter().any(|migration| migration.version == version);
    Ok(migrator
        .iter()
        .filter(|migration| !is_applied(migration.version))
        .count())
}

/// Connects to the mail server and signs in, without sending anything.
async fn mail_server(settings: &MailSettings) -> Finding {
    let server = settings.server();
    let check = async { Mailer::new(settings)?.check().await };
    match tokio::time::timeout(MAIL_TIMEOUT, check).await {
        Ok(Ok(())) => Ok(format!("e-mail goes out through {server}")),
        Ok(Err(error)) => Err(format!(
            "the mail server {server} cannot be used: {error}. Check BATON_SMTP_URL"
        )),
        Err(_) => Err(format!(
            "the mail server {server} does not answer within {} seconds. Check BATON_SMTP_URL",
            MAIL_TIMEOUT.as_secs()
        )),
    }
}

fn built_page(root: &Path) -> Finding {
    let missing = site::missing(root);
    if missing.is_empty() {
        return Ok(format!("the built page is in {}", root.display()));
    }
    let missing = missing.join(" and ");
    Err(format!(
        "the built page in {} lacks {missing}: build it with `make run`, or set BATON_SITE_ROOT",
        root.display()
    ))
}

fn public_url(config: &Config) -> String {
    let url = config.public_url(config.addr);
    let note = match (config.configured_public_url(), url.is_https()) {
        (None, _) => {
            " (BATON_PUBLIC_URL is not set: only this machine and its network can reach it)"
        }
        (Some(_), false) => " (not https: cookies and texts travel in the open)",
        (Some(_), true) => "",
    };
    format!("browsers and the carrier reach it at {url}{note}")
}
