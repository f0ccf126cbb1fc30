//! One run: seeds the scratch database, measures, and returns the report.

use super::webhook::{ACCOUNT, TOKEN, deliver};
use super::{Report, Scale, baseline, conversations};
use crate::seed::{Seeded, seed};
use crate::server::Server;
use crate::throughput::Throughput;
use crate::{BenchError, Scratch};
use sqlx::PgConnection;

/// Seeds the scratch database, starts a server and measures. `report_progress` is called with each phase.
///
/// # Errors
/// [`BenchError::Invalid`] if a text was acknowledged and is not in its thread; [`BenchError::Server`] or
/// [`BenchError::Http`] if the server did not start or answer.
pub async fn run(
    scratch: &Scratch,
    scale: Scale,
    report_progress: impl Fn(&str),
) -> Result<Report, BenchError> {
    report_progress("Writing the conversations");
    let write = async |connection: &mut PgConnection, seeded: &Seeded| {
        conversations::write(connection, &scale, seeded).await
    };
    let seeded = seed(&scratch.pool, scale.texters, scale.campaigns, write).await?;

    report_progress("Measuring the baseline");
    scratch.checkpoint().await?;
    let (baseline_program, before) = baseline::measure(scratch, &seeded, &scale).await?;
    report_progress("Measuring the webhook");
    let connections = scale.connections.to_string();
    let environment = [
        ("TWILIO_ACCOUNT_SID", ACCOUNT),
        ("TWILIO_AUTH_TOKEN", TOKEN),
        ("BATON_DATABASE_CONNECTIONS", &connections),
    ]
    .map(|(name, value)| (name, value.as_ref()));
    let server = Server::start(scratch, &environment).await?;
    scratch.checkpoint().await?;
    let used = server.processor_time()?;
    let (webhook, latency) = deliver(&server.url, &scale).await?;
    let used = server.processor_time()? - used;
    server.stop().await;
    verify_total(&scratch.pool, &webhook).await?;
    report_progress("Measuring the baseline again");
    scratch.checkpoint().await?;
    let (_, after) = baseline::measure(scratch, &seeded, &scale).await?;
    Ok(Report {
        scale,
        environment: scratch.environment().await?,
        baseline_program,
        baseline: [before, after],
        server_microseconds_per_text: used.as_secs_f64() * 1e6 * webhook.seconds.recip()
            / webhook.rows_per_second,
        webhook,
        latency,
    })
}

/// Compares the acknowledged texts with those in threads, where each must be once.
async fn verify_total(pool: &sqlx::PgPool, delivered: &Throughput) -> Result<(), BenchError> {
    // With the statistics of before the load the plan takes minutes.
    sqlx::query("analyze inbound, message, conversation")
        .execute(pool)
        .await?;
    let in_threads: i64 = sqlx::query_scalar(
        "select count(*)
           from inbound i
           join message m on m.organization_id = i.organization_id and m.id = i.message_id
           join conversation cv on cv.organization_id = m.organization_id and cv.id = m.conversation_id
          where i.service = 'twilio' and m.direction = 'inbound'
            and cv.status = 'needs_response' and cv.waiting_since <= m.created_at",
    )
    .fetch_one(pool)
    .await?;
    if in_threads.unsigned_abs() == delivered.rows {
        Ok(())
    } else {
        Err(BenchError::Invalid(format!(
            "{in_threads} texts are in their threads, of {} that were acknowledged",
            delivered.rows
        )))
    }
}
