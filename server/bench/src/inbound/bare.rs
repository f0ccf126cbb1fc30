//! The same writes without anything around them: by pgbench where it is installed, else by the driver.

use super::Scale;
use crate::moved::Moved;
use crate::seed::Seeded;
use crate::{BenchError, Scratch};
use sqlx::PgPool;
use std::io::Write;
use std::time::{Duration, Instant};
use tokio::process::Command;
use tokio::task::JoinSet;

/// What writes a text, in one transaction. `:client` and `:number` tell it from others, `:contact` wrote it, `:organization`
/// is whose number it came to.
const STATEMENTS: [&str; 3] = [
    "insert into inbound (organization_id, service, service_sid, from_cell, to_number, body)
     values (:organization, 'bare', :client || '-' || :number, :contact::text, '+12025550100',
             'Yes, count me in! When does it start?')",
    "with written as (
         insert into message (organization_id, conversation_id, direction, body, own_number)
         values (:organization, :contact, 'inbound', 'Yes, count me in! When does it start?', '+12025550100')
         returning organization_id, id)
     update inbound i set message_id = w.id
       from written w
      where i.organization_id = w.organization_id and i.service = 'bare' and i.service_sid = :client || '-' || :number",
    "update conversation
        set status = 'needs_response', waiting_since = coalesce(waiting_since, statement_timestamp())
      where organization_id = :organization and id = :contact",
];

/// Runs them for the time that is measured: by what, and how many texts a second.
pub(super) async fn bare(
    scratch: &Scratch,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<(&'static str, Moved), BenchError> {
    // Texts of an earlier run would be in the way of their numbers.
    sqlx::query("delete from inbound where service = 'bare'")
        .execute(&scratch.pool)
        .await?;
    let version = Command::new("pgbench").arg("--version").output().await;
    if version.is_ok_and(|version| version.status.success()) {
        Ok(("pgbench", by_pgbench(scratch, seeded, scale).await?))
    } else {
        Ok(("sqlx", by_sqlx(&scratch.pool, seeded, scale).await?))
    }
}

async fn by_pgbench(
    scratch: &Scratch,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<Moved, BenchError> {
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
    let took = begun.elapsed();
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(BenchError::Worthless(format!("pgbench: {words}")));
    }
    written(&scratch.pool, took).await
}

async fn by_sqlx(pool: &PgPool, seeded: &Seeded, scale: &Scale) -> Result<Moved, BenchError> {
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
                    // Numbers in place of names: what is written is known here.
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
    while let Some(done) = clients.join_next().await {
        done.map_err(|error| BenchError::Worthless(error.to_string()))??;
    }
    written(pool, begun.elapsed()).await
}

/// How many texts the bare statements have written in so much time.
async fn written(pool: &PgPool, took: Duration) -> Result<Moved, BenchError> {
    let rows: i64 = sqlx::query_scalar(
        "select count(*) from inbound where service = 'bare' and message_id is not null",
    )
    .fetch_one(pool)
    .await?;
    Ok(Moved::new(rows.unsigned_abs(), took))
}
