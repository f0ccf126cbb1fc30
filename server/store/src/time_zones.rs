//! The IANA time zones that are in use, by the narrow numbers that campaigns and conversations carry.

use crate::StoreError;
use sqlx::PgConnection;

/// The number of a zone, by its name in any case, which is made if nobody used the zone before; `None` if PostgreSQL
/// knows no such zone. That question reads its zone files, some dozens of milliseconds long.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.time_zone.find_or_insert", skip_all)]
pub async fn time_zone(
    connection: &mut PgConnection,
    name: &str,
) -> Result<Option<i16>, StoreError> {
    // "Do nothing" would not return the id of a zone that exists.
    let zone = sqlx::query_scalar!(
        "insert into time_zone (name)
         select name from pg_timezone_names
          where lower(name) = lower($1) and name not like 'posix%'
         on conflict (name) do update set name = excluded.name
         returning id",
        name,
    );
    Ok(zone.fetch_optional(connection).await?)
}
