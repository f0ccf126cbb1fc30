//! The import on a real database; what needs none is tested beside its code.

mod campaigns;
mod cases;
mod layouts;
mod opt_outs;
mod properties;
mod rejections;
mod stream;
mod two_steps;
mod zones;

use super::{ImportError, Region, contacts};
use app::domain::{CampaignId, ImportReport};
use server_store::testing::World;

/// Imports a file that is in memory.
async fn import(
    world: &World,
    campaign: CampaignId,
    file: impl AsRef<[u8]>,
) -> Result<ImportReport, ImportError> {
    contacts(
        &world.store,
        world.admin.actor(),
        campaign,
        file.as_ref(),
        Region::default(),
    )
    .await
}

/// First name, last name, cell and custom fields of a campaign's contacts, in the order of their ids.
async fn on(world: &World, campaign: CampaignId) -> Vec<(String, String, String, String)> {
    sqlx::query_as(
        "select co.first_name, co.last_name, co.cell, co.custom_fields::text
           from contact co
           join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
                               and cv.campaign_id = co.campaign_id
          where co.campaign_id = $1 and cv.status = 'needs_message' and cv.assigned_to is null
          order by co.id",
    )
    .bind(campaign.0)
    .fetch_all(&world.store.pool)
    .await
    .unwrap()
}

/// Everything that an import writes, in all organizations.
async fn written(world: &World) -> i64 {
    world
        .count("select (select count(*) from contact) + (select count(*) from conversation)")
        .await
}
