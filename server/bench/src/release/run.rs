//! One run: seeds the scratch database, measures, and returns the report.

use super::{Report, Scale, baseline, by_admin, conversations, lateness, previews};
use crate::seed::{Seeded, seed};
use crate::texters::{TexterLoad, Texters};
use crate::throughput::Throughput;
use crate::{BenchError, Scratch};
use app::domain::IdleInterval;
use server_store::Store;
use server_store::clock::Clock;
use sqlx::PgConnection;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// The duration of the texters' load without a release, for comparison.
const TEXTERS_ALONE: Duration = Duration::from_secs(3);

/// Seeds the scratch database and measures. `automatic_release` is the engine's service, which runs until it is stopped.
/// `report_progress` is called with each phase, because a run takes minutes.
///
/// # Errors
/// [`BenchError::Invalid`] if a release took more or fewer conversations than are due.
pub async fn run<Running>(
    scratch: &Scratch,
    scale: Scale,
    automatic_release: impl FnOnce(Store, CancellationToken) -> Running,
    report_progress: impl Fn(&str),
) -> Result<Report, BenchError>
where
    Running: Future<Output = ()> + Send + 'static,
{
    let pool = &scratch.pool;
    report_progress("Writing the conversations");
    let write = async |connection: &mut PgConnection, seeded: &Seeded| {
        conversations::write(connection, &scale, seeded).await
    };
    let seeded = seed(pool, scale.texters, scale.campaigns, write).await?;
    // The clock is pinned, so that no more conversations come due during the run.
    let store = Store::with_clock(pool.clone(), Clock::pinned_at(seeded.clock));
    report_progress("Measuring the preview");
    let preview = previews::previews(&store, &seeded, &scale).await?;
    let exact_count = previews::counts(&store, &seeded).await?;
    report_progress("Measuring the baselines on copies of the table");
    let (rows, duration) = baseline::one_update(pool, &seeded).await?;
    let baseline_update = Throughput::new(rows, duration);
    let (rows, duration) = baseline::best_batches(pool, &seeded).await?;
    let best_batches = Throughput::new(rows, duration);
    report_progress("Measuring a release");
    scratch.checkpoint().await?;
    let duration = by_admin::release(&store, &seeded, &scale, IdleInterval::ONE_HOUR).await?;
    let release = Throughput::new(rows, duration);
    report_progress("Measuring texters, and a release while they work");
    let load = TexterLoad {
        texters: scale.texters,
        // Those that neither release takes.
        answerable_after: 2 * scale.due,
    };
    let texters = Texters::start(&store, &seeded, load).await?;
    tokio::time::sleep(TEXTERS_ALONE).await;
    let texters_alone = texters.finish().await?;
    scratch.checkpoint().await?;
    let texters = Texters::start(&store, &seeded, load).await?;
    let half_an_hour = IdleInterval::PRESETS[1];
    let duration = by_admin::release(&store, &seeded, &scale, half_an_hour).await?;
    let texters_meanwhile = texters.finish().await?;
    let busy_release = Throughput::new(rows, duration);
    report_progress("Measuring how late the engine is");
    let lateness = lateness::lateness(pool, &seeded, automatic_release).await?;
    Ok(Report {
        scale,
        environment: scratch.environment().await?,
        preview,
        exact_count,
        baseline_update,
        best_batches,
        release,
        busy_release,
        texters_alone,
        texters_meanwhile,
        lateness,
    })
}
