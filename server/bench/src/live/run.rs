//! One run, from an empty database to the report.

use super::load::Load;
use super::pages::{Pages, lock};
use super::{Report, Scale, conversations};
use crate::http::client;
use crate::latencies::Latencies;
use crate::seed::{Seeded, seed};
use crate::server::Server;
use crate::{BenchError, Scratch};
use server_auth::signed_in;
use server_store::Store;
use sqlx::PgConnection;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// How long the pages are open before anything changes.
const IDLE: Duration = Duration::from_secs(5);

/// Fills the scratch database, opens the pages and measures. `say` is told what is going on.
///
/// # Errors
/// The database; the server; a page that was closed meanwhile.
pub async fn run(
    scratch: &Scratch,
    scale: Scale,
    say: impl Fn(&str),
) -> Result<Report, BenchError> {
    say("Writing the conversations");
    let write = async |connection: &mut PgConnection, seeded: &Seeded| {
        conversations::write(connection, &scale, seeded).await
    };
    let store = Store::new(scratch.pool.clone());
    let seeded = seed(&scratch.pool, scale.streams.into(), scale.campaigns, write).await?;
    let mut cookies = Vec::new();
    for texter in 0..scale.streams {
        let texter = seeded.texter(seeded.texter_id(texter.into()))?;
        let cookie = signed_in(&store, &texter).await;
        cookies.push(cookie.map_err(|error| BenchError::Worthless(error.to_string()))?);
    }
    sqlx::query("checkpoint").execute(&scratch.pool).await?;

    say("Starting a server and opening the pages");
    let server = Server::start(scratch, &[]).await?;
    let client = client()?;
    let mut pages = Pages::open(&client, &server.url, &cookies).await?;
    let load = Load {
        pool: scratch.pool.clone(),
        client,
        url: server.url.clone(),
        cookies: cookies.into(),
        heard: pages.heard.clone(),
        seeded,
        scale,
    };
    let idle_from = server.processor_time()?;
    tokio::time::sleep(IDLE).await;
    let busy_from = server.processor_time()?;

    say("Measuring");
    let (begun, offers) = (Instant::now(), pages.heard.offers.load(Ordering::Relaxed));
    let took = load.run().await?;
    let seconds = begun.elapsed().as_secs_f64();
    let used = server.processor_time()? - busy_from;
    let offers = pages.heard.offers.load(Ordering::Relaxed) - offers;
    if !pages.all_open() {
        return Err(BenchError::Worthless("a page was closed".to_owned()));
    }
    let own_changes_untold = pages.heard.untold();
    let own_changes = Latencies::of(lock(&pages.heard.own).clone());
    drop(pages);
    server.stop().await;
    // Events are counted in thousands, which a float holds exactly.
    #[expect(clippy::cast_precision_loss)]
    let offers_per_second = offers as f64 / seconds;
    Ok(Report {
        scale,
        postgres: scratch.postgres().await?,
        optimized: !cfg!(debug_assertions),
        requests: Latencies::of(took.requests),
        pages: Latencies::of(took.pages),
        own_changes,
        own_changes_untold,
        offers_per_second,
        cores: used.as_secs_f64() / seconds,
        cores_idle: (busy_from - idle_from).as_secs_f64() / IDLE.as_secs_f64(),
    })
}
