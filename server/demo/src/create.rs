//! Making the demo, once.

use super::error::DemoError;
use super::people::{ORGANIZATION, OWNER, PASSWORD, PEOPLE};
use super::sign_ins::DemoSignIns;
use super::{story, write};
use server_store::Store;
use sqlx::PgConnection;

/// Every demo tells the same story.
const SEED: u64 = 20_261_103;

/// Makes the demo organization, if there is no organization at all, all of it or nothing. Returns how
/// to sign in to the demo, whether it was made now or before; `None` if the database is somebody's own.
/// Two servers that start at once make one demo.
///
/// # Errors
/// The database; the password's hasher. Nothing was written then.
#[tracing::instrument(name = "db.demo.create", skip_all)]
pub async fn create(store: &Store) -> Result<Option<DemoSignIns>, DemoError> {
    // Told apart before the password is hashed, which takes longer than everything else.
    let mut connection = store.pool.acquire().await?;
    if let Some(there) = what_is_there(&mut connection).await? {
        return Ok(there);
    }
    drop(connection);
    let password_hash = server_auth::hash(PASSWORD.to_owned()).await?;
    let mut tx = store.pool.begin().await?;
    lock(&mut tx).await?;
    // Again, because another server may have held the lock.
    if let Some(there) = what_is_there(&mut tx).await? {
        return Ok(there);
    }
    write::story(&mut tx, &store.clock, &story::tell(SEED), &password_hash).await?;
    tx.commit().await?;
    Ok(Some(DemoSignIns::new(true)))
}

/// Waits until no other server makes the demo, and keeps others from it until the transaction ends.
#[tracing::instrument(name = "db.demo.lock", skip_all)]
async fn lock(connection: &mut PgConnection) -> Result<(), DemoError> {
    sqlx::query("select pg_advisory_xact_lock(hashtext('baton demo'))")
        .execute(connection)
        .await?;
    Ok(())
}

/// `None` if there is no organization; otherwise the sign-ins, if one of them is the demo.
#[tracing::instrument(name = "db.demo.find", skip_all)]
async fn what_is_there(
    connection: &mut PgConnection,
) -> Result<Option<Option<DemoSignIns>>, DemoError> {
    let (any, demo): (bool, bool) = sqlx::query_as(
        "select exists (select from organization),
                exists (select from organization o
                          join member m on m.organization_id = o.id and m.role = 'owner'
                          join account a on a.id = m.account_id
                         where o.name = $1 and a.email = $2)",
    )
    .bind(ORGANIZATION)
    .bind(PEOPLE[OWNER].email)
    .fetch_one(connection)
    .await?;
    Ok(any.then(|| demo.then(|| DemoSignIns::new(false))))
}
