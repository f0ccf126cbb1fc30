//! One run: seeds the scratch database, measures, and returns the report.

use super::file::file;
use super::{Report, Scale, conversations};
use crate::seed::{Seeded, seed};
use crate::texters::{TexterLoad, Texters};
use crate::throughput::Throughput;
use crate::{BenchError, Scratch};
use app::domain::{Admin, CampaignId};
use server_store::Store;
use sqlx::PgConnection;
use std::time::{Duration, Instant};

/// Seeds the scratch database and measures. `import` adds the contacts of a CSV file to a campaign and says how many it
/// added. `report_progress` is called with each phase, because a run takes minutes.
///
/// # Errors
/// [`BenchError::Invalid`] if a row was not added.
pub async fn run(
    scratch: &Scratch,
    scale: Scale,
    import: impl AsyncFn(&Store, &Admin, CampaignId, String) -> Result<u32, BenchError>,
    report_progress: impl Fn(&str),
) -> Result<Report, BenchError> {
    report_progress("Writing the conversations");
    let write = async |connection: &mut PgConnection, seeded: &Seeded| {
        conversations::write(connection, &scale, seeded).await
    };
    let seeded = seed(&scratch.pool, scale.texters, scale.campaigns, write).await?;
    let store = Store::new(scratch.pool.clone());
    let campaign = sqlx::query_scalar("select min(id) from campaign");
    let campaign = CampaignId(campaign.fetch_one(&store.pool).await?);
    let import = async |number| {
        let csv = file(number, scale.rows);
        let begun = Instant::now();
        let added = import(&store, &seeded.admin, campaign, csv).await?;
        if added != scale.rows {
            let rows = scale.rows;
            let invalid = format!("{added} of {rows} rows were added");
            return Err(BenchError::Invalid(invalid));
        }
        Ok(Throughput::new(u64::from(added), begun.elapsed()))
    };
    let load = TexterLoad {
        texters: scale.texters,
        answerable_after: 0,
    };
    report_progress("Measuring an import");
    scratch.checkpoint().await?;
    let import_alone = import(0).await?;
    report_progress("Measuring texters");
    scratch.checkpoint().await?;
    let texters = Texters::start(&store, &seeded, load).await?;
    tokio::time::sleep(Duration::from_secs(scale.seconds.into())).await;
    let texters_alone = texters.finish().await?;
    report_progress("Measuring an import while they work");
    scratch.checkpoint().await?;
    let texters = Texters::start(&store, &seeded, load).await?;
    let import_meanwhile = import(1).await?;
    let texters_meanwhile = texters.finish().await?;
    Ok(Report {
        scale,
        environment: scratch.environment().await?,
        import_alone,
        import_meanwhile,
        texters_alone,
        texters_meanwhile,
    })
}
