//! One run: seeds the scratch database, measures, and returns the report.

use super::load::Load;
use super::streams::{Streams, lock};
use super::{Report, Scale, conversations};
use crate::http::client;
use crate::latencies::Latencies;
use crate::seed::{Seeded, seed};
use crate::server::Server;
use crate::{BenchError, Scratch};
use server_auth::create_session;
use server_store::Store;
use sqlx::PgConnection;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// The duration for which the streams are open before anything changes.
const IDLE: Duration = Duration::from_secs(5);

/// Seeds the scratch database, starts a server, opens the streams and measures. `report_progress` is called with each
/// phase.
///
/// # Errors
/// [`BenchError::Invalid`] if a stream ended during the run; [`BenchError::Server`] or [`BenchError::Http`] if the
/// server did not start or answer.
pub async fn run(
    scratch: &Scratch,
    scale: Scale,
    report_progress: impl Fn(&str),
) -> Result<Report, BenchError> {
    report_progress("Writing the conversations");
    let write = async |connection: &mut PgConnection, seeded: &Seeded| {
        conversations::write(connection, &scale, seeded).await
    };
    let store = Store::new(scratch.pool.clone());
    let seeded = seed(&scratch.pool, scale.streams.into(), scale.campaigns, write).await?;
    let mut cookies = Vec::new();
    for texter in 0..scale.streams {
        let texter = seeded.texter(seeded.texter_id(texter.into()))?;
        let cookie = create_session(&store, &texter).await;
        cookies.push(cookie.map_err(|error| BenchError::Invalid(error.to_string()))?);
    }
    scratch.checkpoint().await?;

    report_progress("Starting a server and opening the pages");
    let server = Server::start(scratch, &[]).await?;
    let client = client()?;
    let mut streams = Streams::open(&client, &server.url, &cookies).await?;
    let load = Load {
        pool: scratch.pool.clone(),
        client,
        url: server.url.clone(),
        cookies: cookies.into(),
        deliveries: streams.deliveries.clone(),
        seeded,
        scale,
    };
    let idle_from = server.processor_time()?;
    tokio::time::sleep(IDLE).await;
    let busy_from = server.processor_time()?;

    report_progress("Measuring");
    let (begun, offers) = (
        Instant::now(),
        streams.deliveries.offers.load(Ordering::Relaxed),
    );
    let durations = load.run().await?;
    let seconds = begun.elapsed().as_secs_f64();
    let used = server.processor_time()? - busy_from;
    let offers = streams.deliveries.offers.load(Ordering::Relaxed) - offers;
    if !streams.all_open() {
        return Err(BenchError::Invalid("a stream ended".to_owned()));
    }
    let own_changes_undelivered = streams.deliveries.undelivered();
    let own_changes = Latencies::of(lock(&streams.deliveries.own_changes).clone());
    drop(streams);
    server.stop().await;
    // Events are counted in thousands, which a float holds exactly.
    #[expect(clippy::cast_precision_loss)]
    let offers_per_second = offers as f64 / seconds;
    Ok(Report {
        scale,
        environment: scratch.environment().await?,
        requests: Latencies::of(durations.requests),
        pages: Latencies::of(durations.pages),
        own_changes,
        own_changes_undelivered,
        offers_per_second,
        cores: used.as_secs_f64() / seconds,
        cores_idle: (busy_from - idle_from).as_secs_f64() / IDLE.as_secs_f64(),
    })
}
