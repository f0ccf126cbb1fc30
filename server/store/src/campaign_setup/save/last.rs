//! Who saved a section last.

use crate::{Store, StoreError};
use app::domain::{AuditAction, CampaignId, OrganizationId};
use app::ports::{CampaignSection, LastSave};

/// The actions that change a section.
fn actions(section: CampaignSection) -> &'static [AuditAction] {
    match section {
        CampaignSection::Basics => &[AuditAction::CampaignBasicsSaved],
        CampaignSection::Script => &[AuditAction::ScriptSaved],
        CampaignSection::Responses => &[AuditAction::ResponsesSaved],
        CampaignSection::Teams => &[
            AuditAction::CampaignTeamsSaved,
            AuditAction::TeamAdded,
            AuditAction::TeamRemoved,
            AuditAction::TeamDeleted,
        ],
    }
}

/// Who it was, and when, if that is known.
#[tracing::instrument(name = "db.campaign.last_save", skip_all, fields(%campaign))]
pub(in crate::campaign_setup) async fn last(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    section: CampaignSection,
) -> Result<Option<LastSave>, StoreError> {
    let actions: Vec<String> = actions(section)
        .iter()
        .map(|action| action.as_str().to_owned())
        .collect();
    // The newest are looked at first, by the index of their actions. A team that is deleted leaves its campaigns.
    let row = sqlx::query!(
        r#"select e.at, a.name as "name?"
           from audit_event e
           left join member m on m.organization_id = e.organization_id and m.id = e.actor_id
           left join account a on a.id = m.account_id
          where e.organization_id = $1 and e.action = any($3)
            and (e.action = 'team_deleted' or (e.subject_kind = 'campaign' and e.subject_id = $2))
          order by e.at desc, e.id desc
          limit 1"#,
        organization.0,
        campaign.0,
        &actions,
    );
    let row = row.fetch_optional(&store.pool).await?;
    Ok(row.map(|row| LastSave {
        by: row.name,
        at: row.at,
    }))
}
