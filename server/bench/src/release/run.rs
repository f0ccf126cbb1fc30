//! One run, from an empty database to the report.

use super::texters::Texters;
use super::{Report, Scale, bare, by_admin, conversations, lateness, previews};
use crate::moved::Moved;
use crate::seed::{Seeded, seed};
use crate::{BenchError, Scratch};
use app::domain::IdleInterval;
use server_store::Store;
use server_store::clock::Clock;
use sqlx::PgConnection;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// How long texters work alone, to have something to compare with.
const ALONE: Duration = Duration::from_secs(3);

/// Fills the scratch database and measures. `automatic_release` is the engine's, which runs until it is stopped; `say`
/// is told what is going on, because it takes minutes.
///
/// # Errors
/// The database; a measurement that did not do what it should have.
pub async fn run<Running>(
    scratch: &Scratch,
    scale: Scale,
    automatic_release: impl FnOnce(Store, CancellationToken) -> Running,
    say: impl Fn(&str),
) -> Result<Report, BenchError>
where
    Running: Future<Output = ()> + Send + 'static,
{
    let pool = &scratch.pool;
    say("Writing the conversations");
    let write = async |connection: &mut PgConnection, seeded: &Seeded| {
        conversations::write(connection, &scale, seeded).await
    };
    let seeded = seed(pool, scale.texters, scale.campaigns, write).await?;
    // The clock stands still while it is measured, so that what is due does not grow with the minutes.
    let store = Store::with_clock(pool.clone(), Clock::pinned_at(seeded.clock));
    say("Measuring the preview");
    let preview = previews::previews(&store, &seeded, &scale).await?;
    let exact_count = previews::counts(&store, &seeded).await?;
    say("Measuring bare statements on copies of the table");
    let (rows, took) = bare::one_update(pool, &seeded).await?;
    let bare_update = Moved::new(rows, took);
    let (rows, took) = bare::best_batches(pool, &seeded).await?;
    let best_batches = Moved::new(rows, took);
    say("Measuring a release");
    // What was written since the last checkpoint is written again in full: all begin alike.
    sqlx::query("checkpoint").execute(pool).await?;
    let took = by_admin::release(&store, &seeded, &scale, IdleInterval::ONE_HOUR).await?;
    let release = Moved::new(rows, took);
    say("Measuring texters, and a release while they work");
    let texters = Texters::start(&store, &seeded, &scale).await?;
    tokio::time::sleep(ALONE).await;
    let texters_alone = texters.finish().await?;
    sqlx::query("checkpoint").execute(pool).await?;
    let texters = Texters::start(&store, &seeded, &scale).await?;
    let half_an_hour = IdleInterval::PRESETS[1];
    let took = by_admin::release(&store, &seeded, &scale, half_an_hour).await?;
    let texters_meanwhile = texters.finish().await?;
    let busy_release = Moved::new(rows, took);
    say("Measuring how late the engine is");
    let lateness = lateness::lateness(pool, &seeded, automatic_release).await?;
    Ok(Report {
        scale,
        postgres: scratch.postgres().await?,
        optimized: !cfg!(debug_assertions),
        preview,
        exact_count,
        bare_update,
        best_batches,
        release,
        busy_release,
        texters_alone,
        texters_meanwhile,
        lateness,
    })
}
