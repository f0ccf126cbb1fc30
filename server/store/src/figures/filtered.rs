//! Whether carriers filter many of a campaign's texts.

use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{CampaignId, FailureCode, OrganizationId, TextFigures};

// The statement names the code, because the index holds it alone.
const _: () = assert!(FailureCode::FILTERED.0 == 30007);

/// How many were filtered, if they are more than three in a hundred of those that are known to be delivered or failed. Of
/// most campaigns none is, so that one look into a small index, `outbox_filtered`, says so; of the others only as many
/// known ones are looked at as are needed to say that it is not so.
#[tracing::instrument(name = "db.figures.many_filtered", skip_all, fields(%campaign))]
pub(super) async fn many_filtered(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<Option<u32>, StoreError> {
    let counted = sqlx::query!(
        r#"with filtered as materialized (
             select count(*) as texts
               from outbox o
               join message m on m.organization_id = o.organization_id and m.id = o.message_id
               join contact co on co.organization_id = m.organization_id and co.id = m.conversation_id
              where o.organization_id = $1 and o.failure_code = 30007 and co.campaign_id = $2
         )
         select filtered.texts as "filtered!",
                (select count(*)
                   from (select
                           from contact co
                           join message m on m.organization_id = co.organization_id and m.conversation_id = co.id
                           join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
                          where co.organization_id = $1 and co.campaign_id = $2
                            and (o.delivered or o.state = 'failed')
                          limit (select (texts * 100 + $3 - 1) / $3 from filtered)) known) as "known!"
           from filtered"#,
        organization.0,
        campaign.0,
        i64::from(TextFigures::FEW_FILTERED_PERCENT),
    )
    .fetch_one(&store.pool)
    .await?;
    let few = counted.known * i64::from(TextFigures::FEW_FILTERED_PERCENT);
    Ok((counted.filtered * 100 > few).then_some(clamp(counted.filtered)))
}
