//! `baton serve`

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use tokio::net::TcpListener;

use super::application::Application;
use super::database::announce_database;
use super::descriptors::serve_limits;
use super::listener::bind;
use super::stop::Stop;
use super::{CommandError, Database, Sharing, demo, print_line, site};
use crate::config::Config;
use crate::http::serve as serve_http;
use server_demo::DemoSignIns;
use server_store::Store;
use server_store::organizations::setup_code;

/// How long requests that are under way may take after the program was asked to end.
const DRAIN: Duration = Duration::from_secs(5);
/// How long texts may take that are on their way to a message service.
const ENGINE: Duration = Duration::from_secs(30);
/// How long notifications may take of what was committed last.
const NOTIFICATIONS: Duration = Duration::from_secs(3);

/// Serves until a signal comes.
pub async fn run(config: &Config) -> Result<ExitCode, CommandError> {
    let stop = Stop::on_signals()?;
    // First, because it is what most likely fails; whoever connects now waits until everything is ready.
    let listener = bind(config.addr).await?;
    announce_database(config)?;
    let (database, demo) = tokio::select! {
        biased;
        // The dropped preparation has ended the cluster if it had got that far.
        () = stop.asked().cancelled() => return Ok(ExitCode::SUCCESS),
        prepared = prepare(config) => prepared?,
    };
    let served = serve(config, listener, &database, demo.as_ref(), &stop).await;
    let closed = database.close().await;
    served?;
    closed?;
    print_line("Baton has stopped.");
    Ok(ExitCode::SUCCESS)
}

/// The database with its schema up to date, and in the private cluster the demo.
async fn prepare(config: &Config) -> Result<(Database, Option<DemoSignIns>), CommandError> {
    let database = Database::open(config, Sharing::Exclusive).await?;
    database.migrate().await?;
    // Somebody's own database stays as it is, even an empty one.
    let demo = match database.is_private() {
        true => demo::create(&Store::new(database.pool.clone())).await?,
        false => None,
    };
    Ok((database, demo))
}

async fn serve(
    config: &Config,
    listener: TcpListener,
    database: &Database,
    demo: Option<&DemoSignIns>,
    stop: &Stop,
) -> Result<(), CommandError> {
    let address = listener.local_addr().map_err(CommandError::Serve)?;
    let application = Application::start(
        config,
        &database.pool,
        demo.is_some(),
        address,
        stop.asked(),
    )?;
    greet(config, address, demo)?;
    print_setup_code(config, address, database).await?;

    let router = application.router.clone();
    let limits = serve_limits(config);
    let ending = stop.asked().clone();
    tokio::select! {
        () = serve_http(listener, router, limits, ending) => {}
        () = drained(stop) => {}
    }
    let notifier = application.notifier.clone();
    tokio::select! {
        () = application.ended() => {}
        () = tokio::time::sleep(ENGINE) => {}
        () = stop.hurry().cancelled() => {}
    }
    // While there is a database; other servers would learn of it only when they look by themselves.
    tokio::select! {
        sent = notifier.flush(NOTIFICATIONS) => if !sent {
            tracing::warn!("the last notifications could not be sent before the program ended");
        },
        () = stop.hurry().cancelled() => {}
    }
    Ok(())
}

fn greet(
    config: &Config,
    address: SocketAddr,
    demo: Option<&DemoSignIns>,
) -> Result<(), CommandError> {
    let root = config.site_root()?;
    let missing = site::missing(&root);
    if !missing.is_empty() {
        let missing = missing.join(" and ");
        print_line(format_args!(
            "The built page in {} lacks {missing}: pages will not be interactive. Build it with `make run`.",
            root.display()
        ));
    }
    print_line(format_args!(
        "\nBaton is at {}\n",
        config.public_url(address)
    ));
    if let Some(sign_ins) = demo {
        print_line(sign_ins);
    }
    print_line("Ctrl-C stops it.");
    Ok(())
}

/// Prints how an installation without an organization gets one. Every server prints the same.
async fn print_setup_code(
    config: &Config,
    address: SocketAddr,
    database: &Database,
) -> Result<(), CommandError> {
    if let Some(code) = setup_code(&database.pool).await? {
        let url = config.public_url(address).join("/setup");
        print_line(format_args!(
            "There is no organization yet. Open {url} and enter this one-time code: {code}"
        ));
    }
    Ok(())
}

/// Over when nobody waits any longer for the requests that are under way.
async fn drained(stop: &Stop) {
    stop.asked().cancelled().await;
    print_line("\nFinishing requests in progress. Press Ctrl-C again to stop at once.");
    tokio::select! {
        () = tokio::time::sleep(DRAIN) => {}
        () = stop.hurry().cancelled() => {}
    }
}
