//! One run, from an empty database to the report.

use super::webhook::{ACCOUNT, TOKEN, deliver};
use super::{Report, Scale, bare::bare, conversations};
use crate::moved::Moved;
use crate::seed::{Seeded, seed};
use crate::server::Server;
use crate::{BenchError, Scratch};
use sqlx::PgConnection;

/// Fills the scratch database and measures. `say` is told what is going on.
///
/// # Errors
/// The database; the server; a text that was acknowledged and is not in its thread.
pub async fn run(
    scratch: &Scratch,
    scale: Scale,
    say: impl Fn(&str),
) -> Result<Report, BenchError> {
    say("Writing the conversations");
    let write = async |connection: &mut PgConnection, seeded: &Seeded| {
        conversations::write(connection, &scale, seeded).await
    };
    let seeded = seed(&scratch.pool, scale.texters, scale.campaigns, write).await?;

    // What was written since the last checkpoint is written again in full: all begin alike.
    let checkpoint = async || sqlx::query("checkpoint").execute(&scratch.pool).await;
    say("Measuring bare statements");
    checkpoint().await?;
    let (bare_by, before) = bare(scratch, &seeded, &scale).await?;
    say("Measuring the webhook");
    let connections = scale.connections.to_string();
    let environment = [
        ("TWILIO_ACCOUNT_SID", ACCOUNT),
        ("TWILIO_AUTH_TOKEN", TOKEN),
        ("BATON_DATABASE_CONNECTIONS", &connections),
    ]
    .map(|(name, value)| (name, value.as_ref()));
    let server = Server::start(scratch, &environment).await?;
    checkpoint().await?;
    let used = server.processor_time()?;
    let (webhook, each) = deliver(&server.url, &scale).await?;
    let used = server.processor_time()? - used;
    server.stop().await;
    adds_up(&scratch.pool, &webhook).await?;
    say("Measuring bare statements again");
    checkpoint().await?;
    let (_, all) = bare(scratch, &seeded, &scale).await?;
    Ok(Report {
        scale,
        postgres: scratch.postgres().await?,
        optimized: !cfg!(debug_assertions),
        bare_by,
        bare: [before, all],
        server_microseconds_each: used.as_secs_f64() * 1e6 * webhook.seconds.recip()
            / webhook.rows_per_second,
        webhook,
        each,
    })
}

/// What was acknowledged is in its thread, each text once.
async fn adds_up(pool: &sqlx::PgPool, delivered: &Moved) -> Result<(), BenchError> {
    // Planned by what lay in the tables before, the question takes minutes.
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
        Err(BenchError::Worthless(format!(
            "{in_threads} texts are in their threads, of {} that were acknowledged",
            delivered.rows
        )))
    }
}
