//! The campaign list, by keyset pages.

use super::autoassign::windows;
use super::counts::counts;
use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{
    Age, AutoReleaseStatus, CampaignCounts, CampaignId, CampaignRow, CampaignState, OrganizationId,
    Requesters,
};
use app::error::AppError;
use app::ports::CampaignPage;

const PAGE: usize = 50;

struct Row {
    id: i64,
    title: String,
    started: bool,
    archived: bool,
    paused: bool,
    auto_assign: bool,
    team_restricted: bool,
    has_team: bool,
    contacts: i64,
}

impl Row {
    fn with(self, counts: Option<&CampaignCounts>, auto_release: AutoReleaseStatus) -> CampaignRow {
        let campaign = CampaignId(self.id);
        CampaignRow {
            title: self.title,
            state: CampaignState::of(self.started, self.archived, self.paused),
            auto_assign: self.auto_assign,
            auto_release,
            requesters: match (self.team_restricted, self.has_team) {
                (false, _) => Requesters::Everyone,
                (true, true) => Requesters::Teams,
                (true, false) => Requesters::Nobody,
            },
            contacts: clamp(self.contacts),
            counts: counts.copied().unwrap_or(CampaignCounts {
                campaign,
                unsent: 0,
                unhandled: 0,
                in_pool: 0,
                oldest_wait: None::<Age>,
            }),
        }
    }
}

/// One page, newest first, after a key.
#[tracing::instrument(name = "db.campaign.list", skip_all, fields(%organization))]
pub(super) async fn list(
    store: &Store,
    organization: OrganizationId,
    after: Option<CampaignId>,
) -> Result<CampaignPage, StoreError> {
    let mut rows: Vec<Row> = sqlx::query_as!(
        Row,
        r#"select ca.id, ca.title, ca.started_at is not null as "started!",
                ca.archived_at is not null as "archived!", ca.paused_at is not null as "paused!", ca.auto_assign, ca.team_restricted,
                exists (select from team_campaign tc
                          join team_member tm on tm.organization_id = tc.organization_id and tm.team_id = tc.team_id
                         where tc.organization_id = ca.organization_id and tc.campaign_id = ca.id) as "has_team!",
                (select count(*) from contact co
                  where co.organization_id = ca.organization_id and co.campaign_id = ca.id) as "contacts!"
           from campaign ca
          where ca.organization_id = $1
            and ($2::bigint is null or ca.id < $2)
          order by ca.id desc
          limit $3"#,
        organization.0,
        after.map(|campaign| campaign.0),
        // One more than a page tells whether there is another.
        PAGE as i64 + 1,
    )
    .fetch_all(&store.pool)
    .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| CampaignId(row.id));
    Ok(CampaignPage {
        rows: counted(store, organization, rows).await?,
        next,
    })
}

/// One campaign.
#[tracing::instrument(name = "db.campaign.find", skip_all, fields(%campaign))]
pub(super) async fn find(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<CampaignRow, StoreError> {
    let row: Option<Row> = sqlx::query_as!(
        Row,
        r#"select ca.id, ca.title, ca.started_at is not null as "started!",
                ca.archived_at is not null as "archived!", ca.paused_at is not null as "paused!", ca.auto_assign, ca.team_restricted,
                exists (select from team_campaign tc
                          join team_member tm on tm.organization_id = tc.organization_id and tm.team_id = tc.team_id
                         where tc.organization_id = ca.organization_id and tc.campaign_id = ca.id) as "has_team!",
                (select count(*) from contact co
                  where co.organization_id = ca.organization_id and co.campaign_id = ca.id) as "contacts!"
           from campaign ca
          where ca.organization_id = $1 and ca.id = $2"#,
        organization.0,
        campaign.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    let rows = counted(store, organization, row.into_iter().collect()).await?;
    rows.into_iter()
        .next()
        .ok_or(StoreError::Refused(AppError::NotFound))
}

async fn counted(
    store: &Store,
    organization: OrganizationId,
    rows: Vec<Row>,
) -> Result<Vec<CampaignRow>, StoreError> {
    let ids: Vec<CampaignId> = rows.iter().map(|row| CampaignId(row.id)).collect();
    let figures = counts(store, organization, &ids).await?;
    let windows = windows(store, organization, &ids).await?;
    rows.into_iter()
        .map(|row| {
            let id = CampaignId(row.id);
            let figure = figures.iter().find(|figure| figure.campaign == id);
            let window = windows.iter().find(|(campaign, _)| *campaign == id);
            // A campaign cannot be deleted between two statements.
            let (_, window) = window.ok_or(AppError::NotFound)?;
            Ok(row.with(figure, window.status))
        })
        .collect()
}
