use super::KnownZones;
use crate::StoreError;
use sqlx::PgConnection;

/// The number of a zone, by any name of it, which is made if nobody used the zone before; `None` if there is no such
/// zone. Reads what is there first: that takes no lock, uses up no number, and does without the database's list of zones.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.time_zone.find_or_insert", skip_all)]
pub async fn time_zone(
    connection: &mut PgConnection,
    name: &str,
) -> Result<Option<i16>, StoreError> {
    if let Some(zone) = number(&mut *connection, name).await? {
        return Ok(Some(zone));
    }
    let zones = KnownZones::load(&mut *connection).await?;
    let Some(name) = zones.canonical(name) else {
        return Ok(None);
    };
    add_missing(&mut *connection, &[name.to_owned()]).await?;
    number(connection, name).await
}

#[tracing::instrument(name = "db.time_zone.number", skip_all)]
async fn number(connection: &mut PgConnection, name: &str) -> Result<Option<i16>, StoreError> {
    let zone = sqlx::query_scalar!("select id from time_zone where name = $1", name);
    Ok(zone.fetch_optional(connection).await?)
}

/// Gives a number to each zone that has none. An import does it outside of its transaction, so that nobody else waits for a
/// zone until it ends; and only those that lack one are tried, because each attempt uses up a number, of which there are
/// 32,767.
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
