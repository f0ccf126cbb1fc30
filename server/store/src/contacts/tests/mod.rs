//! The list of contacts, and what is done to them.

mod change;
mod count;
mod fields;
mod import;
mod index_use;
mod list;
mod meanwhile;
mod unmessaged;

use crate::StoreError;
use crate::contacts::{AddOutcome, Added, Addition, NewContact, Staging};
use crate::testing::World;
use app::domain::{CampaignId, ConversationId, ImportId, ImportReport};
use serde_json::Map;

/// A contact of this name and cell.
fn contact(first: &str, last: &str, cell: &str) -> NewContact {
    NewContact {
        first_name: first.into(),
        last_name: last.into(),
        cell: cell.parse().unwrap(),
        zone: None,
        external_id: None,
        custom_fields: Map::new(),
    }
}

/// Adds contacts by an import of the admin's; none if it was refused.
async fn add(
    world: &World,
    campaign: CampaignId,
    contacts: &[NewContact],
    replace: bool,
) -> Option<ImportId> {
    let staging = stage(world, contacts).await;
    let outcome = add_staged(world, campaign, staging, replace).await;
    match outcome.unwrap() {
        AddOutcome::Added(import, _) => Some(import),
        _ => None,
    }
}

/// Contacts on their way in.
async fn stage(world: &World, contacts: &[NewContact]) -> Staging {
    let mut staging = Staging::open(&world.store).await.unwrap();
    for (line, contact) in (2..).zip(contacts) {
        staging
            .push(line, contact.cell.as_str(), contact)
            .await
            .unwrap();
    }
    staging
}

/// Adds them in the admin's name.
async fn add_staged(
    world: &World,
    campaign: CampaignId,
    staging: Staging,
    replace: bool,
) -> Result<AddOutcome, StoreError> {
    let addition = Addition {
        campaign,
        file_name: "contacts.csv".into(),
        claim: None,
        replace,
    };
    let report = |added: Added| ImportReport {
        added: added.contacts,
        opted_out: added.opted_out,
        duplicates: added.duplicates,
        ..ImportReport::default()
    };
    staging.add_to(world.admin.actor(), &addition, report).await
}

/// The contact with a cell on a campaign.
async fn with_cell(world: &World, campaign: CampaignId, cell: &str) -> ConversationId {
    let id = sqlx::query_scalar("select id from contact where campaign_id = $1 and cell = $2")
        .bind(campaign.0)
        .bind(cell)
        .fetch_one(&world.store.pool)
        .await
        .unwrap();
    ConversationId(id)
}
