//! What a new organization needs before it can text.

use crate::{Store, StoreError};
use app::domain::{CampaignId, NextSteps, OrganizationId};

/// Which of the first steps are done: looks at indexes. A draft is only looked for as long as nothing was launched. Who
/// was ever given something is found by `assignment_event_holder`.
#[tracing::instrument(name = "db.organization.next_steps", skip_all, fields(%organization))]
pub(super) async fn next_steps(
    store: &Store,
    organization: OrganizationId,
) -> Result<NextSteps, StoreError> {
    let steps = sqlx::query!(
        r#"select exists (select from sending_number
                         where organization_id = $1 and out_of_use_at is null) as "has_number!",
                exists (select from member
                         where organization_id = $1 and role in ('texter', 'supervolunteer')) as "has_texter!",
                exists (select from campaign
                         where organization_id = $1 and started_at is not null) as "has_launched!",
                exists (select from assignment_event
                         where organization_id = $1 and new_holder is not null) as "has_handed_out!",
                (select max(id) from campaign
                  where organization_id = $1 and archived_at is null
                    and not exists (select from campaign
                                     where organization_id = $1 and started_at is not null)) as draft,
                (select count(distinct kind) = 2 from pool where organization_id = $1 and enabled) as "has_open_pools!""#,
        organization.0,
    );
    let steps = steps.fetch_one(&store.pool).await?;
    Ok(NextSteps {
        has_number: steps.has_number,
        has_texter: steps.has_texter,
        has_launched: steps.has_launched,
        has_handed_out: steps.has_handed_out,
        draft: steps.draft.map(CampaignId),
        has_open_pools: steps.has_open_pools,
    })
}
