//! The migration of the schema, beside programs that serve.

use sqlx::PgConnection;
use sqlx::migrate::{Migrate, MigrateError, Migrator};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Where sqlx notes what it has applied.
const TABLE: &str = "_sqlx_migrations";
/// How long a migration asks for the lock of a table. Whoever reads or writes it after that waits behind it, so this is
/// less than the limit of a serving session.
const LOCK_TIMEOUT: &str = "1s";
/// The time that those behind it are given before it asks again.
const RETRY_DELAY: Duration = Duration::from_secs(1);
/// How long it asks in all. Other programs that want to migrate wait for this one a little longer.
const GIVE_UP_AFTER: Duration = Duration::from_secs(4 * 60);

/// Why the schema is not up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// A transaction of somebody else holds what the migration changes.
    #[error(
        "migration {version} waited for {} minutes for a table that another transaction holds",
        GIVE_UP_AFTER.as_secs() / 60
    )]
    Locked {
        /// Which migration.
        version: i64,
    },
    /// A migration failed, or what was applied is not what this program knows.
    #[error(transparent)]
    Migrate(#[from] MigrateError),
}

/// Applies what is missing. A migration that changes a table in use asks for its lock again and again, for a second each,
/// so that nobody waits behind it for longer. One that runs without a transaction, to build an index, waits for as long as
/// the session may: nobody waits behind it.
///
/// # Errors
/// [`MigrationError::Locked`] where trying again later may succeed.
#[tracing::instrument(name = "db.schema.migrate", skip_all)]
pub async fn migrate(
    connection: &mut PgConnection,
    mut migrator: Migrator,
) -> Result<(), MigrationError> {
    connection.lock().await?;
    // That was the lock of whoever migrates; it is kept from one migration to the next.
    migrator.set_locking(false);
    connection.ensure_migrations_table(TABLE).await?;
    let applied = connection.list_applied_migrations(TABLE).await?;
    let is_applied = |version| applied.iter().any(|migration| migration.version == version);
    let pending = migrator.iter().filter(|next| !is_applied(next.version));
    let patience = session_lock_timeout(connection).await?;
    for next in pending {
        let timeout = if next.no_tx { &patience } else { LOCK_TIMEOUT };
        set_lock_timeout(connection, timeout).await?;
        apply(connection, &migrator, next.version).await?;
    }
    set_lock_timeout(connection, &patience).await?;
    // Where nothing was missing, this is what holds the applied ones against those of the program.
    migrator.run(&mut *connection).await?;
    connection.unlock().await?;
    Ok(())
}

/// Applies one migration; those before it are applied.
async fn apply(
    connection: &mut PgConnection,
    migrator: &Migrator,
    version: i64,
) -> Result<(), MigrationError> {
    let deadline = Instant::now() + GIVE_UP_AFTER;
    loop {
        match migrator.run_to(version, &mut *connection).await {
            Ok(()) => return Ok(()),
            Err(error) if !is_locked(&error) => return Err(error.into()),
            Err(_) if Instant::now() > deadline => return Err(MigrationError::Locked { version }),
            Err(_) => {
                tracing::warn!(
                    version,
                    "a migration waits for a table that others use; trying again"
                );
                sleep(RETRY_DELAY).await;
            }
        }
    }
}

/// Whether a lock was not granted in time (55P03), or two waited for each other (40P01). The migration is rolled back then.
fn is_locked(error: &MigrateError) -> bool {
    let MigrateError::ExecuteMigration(sqlx::Error::Database(error), _) = error else {
        return false;
    };
    matches!(error.code().as_deref(), Some("55P03" | "40P01"))
}

#[tracing::instrument(name = "db.schema.session_lock_timeout", skip_all)]
async fn session_lock_timeout(connection: &mut PgConnection) -> Result<String, MigrateError> {
    let timeout =
        sqlx::query_scalar!(r#"select current_setting('lock_timeout') as "lock_timeout!""#);
    Ok(timeout.fetch_one(connection).await?)
}

#[tracing::instrument(name = "db.schema.set_lock_timeout", skip_all)]
async fn set_lock_timeout(
    connection: &mut PgConnection,
    timeout: &str,
) -> Result<(), MigrateError> {
    sqlx::query!("select set_config('lock_timeout', $1, false)", timeout)
        .fetch_one(connection)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::migrate;
    use sqlx::migrate::{Migration, MigrationType, Migrator};
    use sqlx::{PgPool, SqlSafeStr};
    use std::time::Duration;
    use tokio::time::timeout;

    const DEADLINE: Duration = Duration::from_secs(20);

    fn migrator(statements: &[&'static str]) -> Migrator {
        let migration = |(version, statement): (i64, &&'static str)| {
            let sql = statement.into_sql_str();
            Migration::new(version, "".into(), MigrationType::Simple, sql, false)
        };
        Migrator::with_migrations((1..).zip(statements).map(migration).collect())
    }

    #[sqlx::test(migrations = false)]
    async fn nobody_waits_for_long_behind_a_migration_that_waits_for_a_table(pool: PgPool) {
        let create = "create table letter (body text)";
        let mut connection = pool.acquire().await.unwrap().detach();
        // A new database is a copy of one that may have Baton's schema.
        let empty = "drop schema public cascade; create schema public";
        sqlx::raw_sql(empty).execute(&mut connection).await.unwrap();
        migrate(&mut connection, migrator(&[create])).await.unwrap();
        let mut reader = pool.begin().await.unwrap();
        let read = "select from letter";
        sqlx::query(read).execute(&mut *reader).await.unwrap();
        let change = "alter table letter add column stamp integer";
        let migration = migrate(&mut connection, migrator(&[create, change]));
        let waits = async || {
            let waits = "select exists (select from pg_locks where relation = 'letter'::regclass and not granted)";
            let waits = sqlx::query_scalar::<_, bool>(waits).fetch_one(&pool).await;
            waits.unwrap()
        };
        let others = async {
            while !waits().await {}
            let write = sqlx::query("insert into letter (body) values ('Hello')").execute(&pool);
            let written = timeout(DEADLINE, write).await;
            written.expect("a writer waits no longer").unwrap();
            reader.rollback().await.unwrap();
        };
        let both = timeout(3 * DEADLINE, async { tokio::join!(migration, others) }).await;
        both.expect("it asks again until it has the table")
            .0
            .unwrap();
        let changed = sqlx::query("select stamp from letter").fetch_all(&pool);
        assert_eq!(changed.await.unwrap().len(), 1);
    }
}
