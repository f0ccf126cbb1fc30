//! One run: seeds the scratch database, measures, and returns the report.

use super::{Report, Scale, campaigns, contacts, conversations, people, reviews, texts};
use crate::seed::{Seeded, seed};
use crate::{BenchError, Scratch};
use server_store::Store;
use server_store::clock::Clock;
use sqlx::PgConnection;

/// How many texters there are; one of them holds all that is held, which is nothing to the pages of admins.
const TEXTERS: i64 = 10;

/// Seeds the scratch database and measures. `report_progress` is called with each phase, because a run takes minutes.
///
/// # Errors
/// [`BenchError::Invalid`] if a page that has to hold something is empty.
pub async fn run(
    scratch: &Scratch,
    scale: Scale,
    report_progress: impl Fn(&str),
) -> Result<Report, BenchError> {
    report_progress("Writing campaigns and conversations");
    let write = async |connection: &mut PgConnection, seeded: &Seeded| {
        conversations::write(connection, &scale, seeded).await?;
        texts::write(connection, seeded).await?;
        contacts::write(connection, &scale, seeded).await?;
        people::write(connection, &scale, seeded).await
    };
    let seeded = seed(&scratch.pool, TEXTERS, scale.campaigns, write).await?;
    scratch.checkpoint().await?;
    // By a pinned clock the due dates are as they were seeded.
    let store = Store::with_clock(scratch.pool.clone(), Clock::pinned_at(seeded.clock));
    report_progress("Measuring the campaigns page");
    let campaigns = campaigns::measure(&store, &seeded, &scale).await?;
    report_progress("Measuring Message Review");
    let reviews = reviews::measure(&store, &seeded, &scale).await?;
    report_progress("Measuring a campaign's contacts");
    let contacts = contacts::measure(&store, &seeded, &scale).await?;
    report_progress("Measuring the list of people");
    let people = people::measure(&store, &seeded, &scale).await?;
    report_progress("Measuring the pages of people over HTTP");
    let people_pages = people::measure_pages(scratch, &seeded, &scale).await?;
    Ok(Report {
        scale,
        environment: scratch.environment().await?,
        campaigns,
        contacts,
        people,
        people_pages,
        reviews,
    })
}
