use super::KnownZones;
use crate::StoreError;
use sqlx::PgConnection;

/// The number of a zone, by any name of it, which is made if nobody used the zone before; `None` if there is no such
/// zone.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.time_zone.find_or_insert", skip_all)]
pub async fn time_zone(
    connection: &mut PgConnection,
    name: &str,
) -> Result<Option<i16>, StoreError> {
    let zones = KnownZones::load(&mut *connection).await?;
    let Some(name) = zones.canonical(name) else {
        return Ok(None);
    };
    // "Do nothing" would not return the id of a zone that exists.
    let zone = sqlx::query_scalar!(
        "insert into time_zone (name) values ($1)
         on conflict (name) do update set name = excluded.name
         returning id",
        name,
    );
    Ok(Some(zone.fetch_one(connection).await?))
}

/// Gives a number to each zone that has none. Outside of the import's transaction, so that nobody else waits for a zone
/// until it ends; and only for those that lack one, because each attempt uses up a number, of which there are 32,767.
#[tracing::instrument(name = "db.time_zone.add", skip_all)]
pub(crate) async fn add_missing(
    connection: &mut PgConnection,
    names: &[String],
) -> Result<(), StoreError> {
    sqlx::query!(
        "insert into time_zone (name)
         select name
           from unnest($1::text[]) as wanted (name)
          where not exists (select from time_zone zone where zone.name = wanted.name)
          order by name
             on conflict (name) do nothing",
        names,
    )
    .execute(connection)
    .await?;
    Ok(())
}
