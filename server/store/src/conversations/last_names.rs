//! Whether a member sees the last names of contacts.

use crate::{Store, StoreError};
use app::domain::{Role, Viewer};

/// SQL, the same for all rows of a statement: the member `$3` of the organization `$1` is an admin, or the organization
/// shows last names to all.
pub(crate) const SEES_LAST_NAMES: &str =
    "(select o.shows_last_names or me.role in ('admin', 'owner')
               from member me
               join organization o on o.id = me.organization_id
              where me.organization_id = $1 and me.id = $3)";

/// The same, asked for by itself.
#[tracing::instrument(name = "db.organization.shows_last_names", skip_all)]
pub(super) async fn sees_last_names(store: &Store, viewer: &Viewer) -> Result<bool, StoreError> {
    if viewer.role >= Role::Admin {
        return Ok(true);
    }
    let shown = sqlx::query_scalar!(
        "select shows_last_names from organization where id = $1",
        viewer.organization.0,
    );
    Ok(shown.fetch_one(&store.pool).await?)
}
