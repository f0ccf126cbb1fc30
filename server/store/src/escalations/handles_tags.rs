//! Whether a member handles escalation tags.

use crate::{Store, StoreError};
use app::domain::Viewer;

/// Whether one of the viewer's teams holds an escalation tag.
#[tracing::instrument(name = "db.team.handles_tags", skip_all)]
pub(super) async fn handles_tags(store: &Store, viewer: &Viewer) -> Result<bool, StoreError> {
    let handles = sqlx::query_scalar!(
        r#"select exists (select from team_member tm
                            join team_tag tt on tt.organization_id = tm.organization_id
                                            and tt.team_id = tm.team_id
                           where tm.organization_id = $1 and tm.member_id = $2) as "exists!""#,
        viewer.organization.0,
        viewer.member.0,
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(handles)
}
