//! The baseline of an inbound text: the same writes, run by pgbench where it is installed, else by the driver.

use super::Scale;
use crate::join_all::join_all;
use crate::seed::Seeded;
use crate::throughput::Throughput;
use crate::{BenchError, Scratch};
use sqlx::PgPool;
use std::io::Write;
use std::time::{Duration, Instant};
use tokio::process::Command;
use tokio::task::JoinSet;

/// The statements of one text, in one transaction. `:client` and `:number` identify it; `:contact` is its sender and
/// `:organization` the receiver.
const STATEMENTS: [&str; 3] = [
    "insert into inbound (organization_id, service, service_sid, from_cell, to_number, body)
     values (:organization, 'baseline', :client || '-' || :number, :contact::text, '+12025550100',
             'Yes, count me in! When does it start?')",
    "with written as (
         insert into message (organization_id, conversation_id, direction, body, own_number)
         values (:organization, :contact, 'inbound', 'Yes, count me in! When does it start?', '+12025550100')
         returning organization_id, id)
     update inbound i set message_id = w.id
       from written w
      where i.organization_id = w.organization_id and i.service = 'baseline' and i.service_sid = :client || '-' || :number",
    "update conversation
        set status = 'needs_response', waiting_since = coalesce(waiting_since, statement_timestamp())
      where organization_id = :organization and id = :contact",
];

/// The program that ran the statements, and their throughput over the measured time.
pub(super) async fn measure(
    scratch: &Scratch,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<(&'static str, Throughput), BenchError> {
    // The texts of an earlier run have the same ids.
    sqlx::query("delete from inbound where service = 'baseline'")
        .execute(&scratch.pool)
        .await?;
    let version = Command::new("pgbench").arg("--version").output().await;
    if version.is_ok_and(|version| version.status.success()) {
        Ok(("pgbench", run_by_pgbench(scratch, seeded, scale).await?))
    } else {
        Ok(("sqlx", run_by_driver(&scratch.pool, seeded, scale).await?))
    }
}

async fn run_by_pgbench(
    scratch: &Scratch,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<Throughput, BenchError> {
    let organization = seeded.admin.organization;
    let mut script = tempfile::NamedTempFile::new().map_err(BenchError::Server)?;
    let statements = STATEMENTS.join(";\n").replace(":client", ":client_id");
    write!(
        script,
        "\\set number :number + 1\n\\set contact random(1, {})\nbegin;\n{statements};\ncommit;\n",
        scale.contacts
    )
    .map_err(BenchError::Server)?;
    let begun = Instant::now();
    let output = Command::new("pgbench")
        .args(["--no-vacuum", "--protocol=prepared", "--jobs=2"])
        .args([
            "--define=number=0",
            &format!("--define=organization={organization}"),
        ])
        .arg(format!("--client={}", scale.connections))
        .arg(format!("--time={}", scale.seconds))
        .arg("--file")
        .arg(script.path())
        .arg(scratch.libpq_url())
        .output()
        .await
        .map_err(BenchError::Server)?;
    let duration = begun.elapsed();
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        return Err(BenchError::Invalid(format!("pgbench: {stderr}")));
    }
    written(&scratch.pool, duration).await
}

async fn run_by_driver(
    pool: &PgPool,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<Throughput, BenchError> {
    let begun = Instant::now();
    let until = begun + Duration::from_secs(scale.seconds.into());
    let mut clients = JoinSet::new();
    for client in 0..scale.connections {
        let (pool, organization, contacts) =
            (pool.clone(), seeded.admin.organization.0, scale.contacts);
        clients.spawn(async move {
            for number in 0_i64.. {
                if Instant::now() >= until {
                    break;
                }
                let contact = rand::random_range(1..=contacts);
                let mut tx = pool.begin().await?;
                for statement in STATEMENTS {
                    // The driver's placeholders instead of those of pgbench.
                    let statement = statement
                        .replace(":organization", "$1")
                        .replace(":client", "$2::text")
                        .replace(":number", "$3::text")
                        .replace(":contact", "$4");
                    sqlx::query(sqlx::AssertSqlSafe(statement))
                        .bind(organization)
                        .bind(client.to_string())
                        .bind(number.to_string())
                        .bind(contact)
                        .execute(&mut *tx)
                        .await?;
                }
                tx.commit().await?;
            }
            Ok::<_, BenchError>(())
        });
    }
    join_all(clients).await?;
    written(pool, begun.elapsed()).await
}

/// The throughput of the statements, from the texts that they have written in `duration`.
async fn written(pool: &PgPool, duration: Duration) -> Result<Throughput, BenchError> {
    let rows: i64 = sqlx::query_scalar(
        "select count(*) from inbound where service = 'baseline' and message_id is not null",
    )
    .fetch_one(pool)
    .await?;
    Ok(Throughput::new(rows.unsigned_abs(), duration))
}
