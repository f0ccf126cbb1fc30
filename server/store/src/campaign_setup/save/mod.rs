//! Saving a section of a campaign's page. Each names the version that it was loaded with, a digest of what is set in the
//! section: of two admins who edit one section the second is told, and who edits another section is not disturbed.

pub(crate) mod basics;
mod last;
pub(crate) mod responses;
pub(crate) mod script;
pub(crate) mod teams;
mod together;

use crate::StoreError;
use app::domain::{CampaignId, OrganizationId};
use app::error::AppError;
use app::ports::{SectionSave, SectionVersion, SectionVersions};
use const_format::formatcp;
use sentences::page;
use sqlx::PgConnection;

pub(super) use basics::basics;
pub(super) use last::last;
pub(super) use responses::responses;
pub(super) use script::script;
pub use teams::Teams;
pub(super) use teams::teams;
pub use together::{Sections, save_together};

/// The version of every section, for [`Versions`].
pub(super) const VERSIONS: &str = formatcp!(
    "{BASICS_VERSION} as basics_version, {SCRIPT_VERSION} as script_version,
            {RESPONSES_VERSION} as responses_version, {TEAMS_VERSION} as teams_version"
);

/// What [`VERSIONS`] reads.
#[derive(sqlx::FromRow)]
pub(super) struct Versions {
    basics_version: String,
    script_version: String,
    responses_version: String,
    teams_version: String,
}

impl From<Versions> for SectionVersions {
    fn from(row: Versions) -> Self {
        Self {
            basics: SectionVersion(row.basics_version),
            script: SectionVersion(row.script_version),
            responses: SectionVersion(row.responses_version),
            teams: SectionVersion(row.teams_version),
        }
    }
}

/// The version of title, description, texting hours and zone.
const BASICS_VERSION: &str = "md5(jsonb_build_array(ca.title, ca.description, ca.texting_from, ca.texting_until, ca.time_zone_id)::text)";
/// The version of script and due date.
const SCRIPT_VERSION: &str = "md5(jsonb_build_array(ca.script, ca.due_on)::text)";

/// The version of the canned responses, which is that of their words: their ids say nothing to who reads them.
pub(super) const RESPONSES_VERSION: &str =
    "md5((select coalesce(jsonb_agg(jsonb_build_array(r.title, r.body) order by r.position), '[]')
               from canned_response r
              where r.organization_id = ca.organization_id and r.campaign_id = ca.id)::text)";

/// The teams that draw from the campaign `ca`.
const CHOSEN_TEAMS: &str = "array(select tc.team_id from team_campaign tc
             where tc.organization_id = ca.organization_id and tc.campaign_id = ca.id
             order by 1)";
/// The version of the restriction to teams, and of these.
const TEAMS_VERSION: &str =
    formatcp!("md5(jsonb_build_array(ca.team_restricted, {CHOSEN_TEAMS})::text)");

/// Holds the campaign's row, and says whether it was launched. A statement of its own: what is compared after it is what
/// it was waited for. What is launched does not save by itself: half a sentence would be sent. Nor does what is archived:
/// nobody works on it.
#[tracing::instrument(name = "db.campaign.lock", skip_all, fields(%campaign))]
async fn lock(
    transaction: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
    save: &SectionSave,
) -> Result<bool, StoreError> {
    let row = sqlx::query!(
        r#"select started_at is not null as "started!", archived_at is not null as "archived!"
           from campaign where organization_id = $1 and id = $2 for no key update"#,
        organization.0,
        campaign.0,
    );
    let row = row.fetch_optional(transaction).await?;
    let row = row.ok_or(AppError::NotFound)?;
    let refused = match (row.archived, row.started) {
        _ if !save.by_itself => None,
        (true, _) => Some(page::archived_saves_by_its_button()),
        (false, true) => Some(page::launched_saves_by_its_button()),
        (false, false) => None,
    };
    match refused {
        Some(sentence) => Err(AppError::Invalid(sentence.into()).into()),
        None => Ok(row.started),
    }
}
