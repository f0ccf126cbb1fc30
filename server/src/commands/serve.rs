//! `baton serve`

use std::future::IntoFuture;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use tokio::net::TcpListener;

use super::application::Application;
use super::database::say_which;
use super::listener::bind;
use super::stop::Stop;
use super::{CommandError, Database, Sharing, say, site};
use crate::config::Config;

/// How long requests that are under way may take after the program was asked to end.
const DRAIN: Duration = Duration::from_secs(5);
/// How long texts may take that are on their way to a message service.
const ENGINE: Duration = Duration::from_secs(30);

/// Serves until a signal comes.
pub async fn run(config: &Config) -> Result<ExitCode, CommandError> {
    let stop = Stop::on_signals()?;
    // First, because it is what most likely fails; whoever connects now waits until everything is ready.
    let listener = bind(config.addr).await?;
    say_which(config)?;
    let database = tokio::select! {
        biased;
        // The dropped preparation has ended the cluster if it had got that far.
        () = stop.asked().cancelled() => return Ok(ExitCode::SUCCESS),
        database = prepare(config) => database?,
    };
    let served = serve(config, listener, &database, &stop).await;
    let closed = database.close().await;
    served?;
    closed?;
    say("Baton has stopped.");
    Ok(ExitCode::SUCCESS)
}

/// The database, with its schema up to date.
async fn prepare(config: &Config) -> Result<Database, CommandError> {
    let database = Database::open(config, Sharing::Alone).await?;
    database.migrate().await?;
    Ok(database)
}

async fn serve(
    config: &Config,
    listener: TcpListener,
    database: &Database,
    stop: &Stop,
) -> Result<(), CommandError> {
    let address = listener.local_addr().map_err(CommandError::Serve)?;
    let application = Application::start(config, database, address, stop.asked())?;
    greet(config, address)?;

    let service = application
        .router
        .clone()
        .into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service)
        .with_graceful_shutdown(stop.asked().clone().cancelled_owned());
    let served = tokio::select! {
        ended = server.into_future() => ended.map_err(CommandError::Serve),
        () = drained(stop) => Ok(()),
    };
    // Also if it was not a signal that ended the server.
    stop.asked().cancel();
    tokio::select! {
        () = application.ended() => {}
        () = tokio::time::sleep(ENGINE) => {}
        () = stop.hurry().cancelled() => {}
    }
    served
}

fn greet(config: &Config, address: SocketAddr) -> Result<(), CommandError> {
    let root = config.site_root()?;
    let missing = site::missing(&root);
    if !missing.is_empty() {
        let missing = missing.join(" and ");
        say(format_args!(
            "The built page in {} lacks {missing}: pages will not come alive. Build it with `make run`.",
            root.display()
        ));
    }
    say(format_args!(
        "\nBaton is at {}\nCtrl-C stops it.",
        config.public_url(address)
    ));
    Ok(())
}

/// Over when nobody waits any longer for the requests that are under way.
async fn drained(stop: &Stop) {
    stop.asked().cancelled().await;
    say("\nFinishing what is under way. Ctrl-C again does not wait for it.");
    tokio::select! {
        () = tokio::time::sleep(DRAIN) => {}
        () = stop.hurry().cancelled() => {}
    }
}
