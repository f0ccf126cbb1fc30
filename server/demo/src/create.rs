//! The creation of the demo, at the first start on an empty database.

use super::contact_file::ContactFile;
use super::error::DemoError;
use super::people::{ORGANIZATION, OWNER, PASSWORD, PEOPLE};
use super::sign_ins::DemoSignIns;
use super::{set_up, story, write};
use app::domain::{AuditActor, CampaignId};
use server_store::Store;
use sqlx::PgConnection;

/// The seed of the story: every demo has the same one.
const SEED: u64 = 20_261_103;

/// Creates the demo organization, if the database has no organization yet. Returns the sign-ins of a demo that was
/// created now or before, and `None` if the database is somebody's own. Two servers that start at once create one demo.
///
/// The story is one transaction. What an admin does with it follows, a step at a time as on the pages: if that is cut
/// off, the demo stays as far as it had got. `import` imports a file of contacts to a campaign, and says why not.
///
/// # Errors
/// The demo was not created, and nothing was written; or a step after the story failed.
#[tracing::instrument(name = "db.demo.create", skip_all)]
pub async fn create(
    store: &Store,
    import: impl AsyncFnOnce(AuditActor, CampaignId, ContactFile) -> Result<(), String>,
) -> Result<Option<DemoSignIns>, DemoError> {
    // Before the password is hashed, which takes longer than everything else.
    let mut connection = store.pool.acquire().await?;
    if let Some(existing) = find_existing(&mut connection).await? {
        return Ok(existing);
    }
    drop(connection);
    let password_hash = server_auth::hash(PASSWORD.to_owned()).await?;
    let mut tx = store.pool.begin().await?;
    lock(&mut tx).await?;
    // Again, because another server may have created it while this one waited for the lock.
    if let Some(existing) = find_existing(&mut tx).await? {
        return Ok(existing);
    }
    let story = story::generate(SEED);
    let story = write::write_story(&mut tx, &store.clock, &story, &password_hash).await?;
    tx.commit().await?;
    set_up::set_up(store, &story, import).await?;
    Ok(Some(DemoSignIns::new(true)))
}

/// The advisory lock under which one server at a time creates the demo, until its transaction ends.
#[tracing::instrument(name = "db.demo.lock", skip_all)]
async fn lock(connection: &mut PgConnection) -> Result<(), DemoError> {
    sqlx::query("select pg_advisory_xact_lock(hashtext('baton demo'))")
        .execute(connection)
        .await?;
    Ok(())
}

/// `None` if there is no organization; `Some(None)` if there are only those of somebody's own.
#[tracing::instrument(name = "db.demo.find", skip_all)]
async fn find_existing(
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
