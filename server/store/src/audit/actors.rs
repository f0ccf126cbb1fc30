//! Whom the log can be filtered by.

use crate::{Store, StoreError};
use app::domain::{MemberId, Owner};
use app::ports::AuditActors;

/// The most that are listed.
pub(super) const MAX_LISTED: usize = 200;

/// Those who decide on something, or did before they were suspended or demoted, and whoever is chosen now. A texter is in
/// the log by little more than how they joined; their address is that of a filter all the same.
#[tracing::instrument(name = "db.audit_event.actors", skip_all, fields(organization = %viewer.organization))]
pub(super) async fn actors(
    store: &Store,
    viewer: &Owner,
    chosen: Option<MemberId>,
) -> Result<AuditActors, StoreError> {
    let mut rows = sqlx::query!(
        r#"select m.id, a.name
           from member m join account a on a.id = m.account_id
          where m.organization_id = $1
            and (m.id = $2 or m.role >= 'supervolunteer' or m.role_before >= 'supervolunteer'
                 -- Few were ever given another role: they are a range of the index by action.
                 or m.id in (select e.subject_id from audit_event e
                              where e.organization_id = $1 and e.action = 'role_changed'
                                and e.subject_kind = 'member'))
          order by m.id = $2 desc nulls last, lower(a.name collate "und-x-icu"), m.id
          limit $3"#,
        viewer.organization.0,
        chosen.map(|member| member.0),
        // One more than are listed tells whether there are others.
        MAX_LISTED as i64 + 1,
    )
    .fetch_all(&store.pool)
    .await?;
    let has_more = rows.len() > MAX_LISTED;
    rows.truncate(MAX_LISTED);
    let listed = rows.into_iter().map(|row| (MemberId(row.id), row.name));
    Ok(AuditActors {
        listed: listed.collect(),
        has_more,
    })
}
