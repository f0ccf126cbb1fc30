//! Who lost what in a release, or got back in an undo: counted from the audit.

use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{CampaignId, MemberId, OrganizationId, ReleaseDetail, ReleaseId};

/// One release with its figures by campaign and by texter, most first.
#[tracing::instrument(name = "db.release.detail", skip_all, fields(%release))]
pub(super) async fn detail(
    store: &Store,
    organization: OrganizationId,
    release: ReleaseId,
) -> Result<ReleaseDetail, StoreError> {
    let record = super::history::one(store, organization, release).await?;
    let by_campaign = sqlx::query!(
        r#"select ca.id, ca.title, count(*) as "count!"
           from assignment_event e
          cross join unnest(e.conversation_ids) as moved (id)
           join conversation cv on cv.organization_id = e.organization_id and cv.id = moved.id
           join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
          where e.organization_id = $1 and e.release_id = $2
          group by ca.id, ca.title
          order by count(*) desc, ca.title, ca.id"#,
        organization.0,
        release.0,
    )
    .fetch_all(&store.pool)
    .await?;
    // Who had it, or, of what was given back, who got it. What was changed in their hands nobody has lost.
    let by_texter = sqlx::query!(
        r#"select m.id, a.name, count(*) as "count!"
           from assignment_event e
          cross join unnest(e.previous_holders) as moved (holder)
           join member m on m.organization_id = e.organization_id
                        and m.id = case when e.reason = 'given_back' then e.new_holder else moved.holder end
           join account a on a.id = m.account_id
          where e.organization_id = $1 and e.release_id = $2 and e.reason <> 'changed'
          group by m.id, a.name
          order by count(*) desc, a.name, m.id"#,
        organization.0,
        release.0,
    )
    .fetch_all(&store.pool)
    .await?;
    Ok(ReleaseDetail {
        record,
        by_campaign: by_campaign
            .into_iter()
            .map(|row| (CampaignId(row.id), row.title, clamp(row.count)))
            .collect(),
        by_texter: by_texter
            .into_iter()
            .map(|row| (MemberId(row.id), row.name, clamp(row.count)))
            .collect(),
    })
}
