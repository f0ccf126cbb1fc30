//! What the port says of an undo that takes long, and which zone a correction leads to, on a real database.

use super::CampaignContacts;
use crate::import::{ImportOptions, import};
use app::domain::{ConversationId, ImportUndo};
use app::ports::{ContactCorrection, Contacts};
use server_store::testing::World;
use sqlx::PgPool;
use std::time::Duration;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_undo_that_is_not_at_its_end_does_not_say_that_it_is(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let file = "firstName,lastName,cell\nAda,Byron,2125550100\n";
    let actor = world.admin.actor();
    let options = ImportOptions::default();
    let imported = import(&world.store, actor, campaign, file.as_bytes(), options);
    let (upload, _) = imported.await.unwrap();
    // Somebody has the conversation in hand.
    let mut other = world.store.pool.begin().await.unwrap();
    sqlx::query("select from conversation for update")
        .execute(&mut *other)
        .await
        .unwrap();
    let mut contacts = CampaignContacts::new(world.store.clone());
    contacts.undo_shown_within = Duration::ZERO;
    let undone = contacts.undo_import(&world.admin, campaign, upload).await;
    assert_eq!(undone, Ok(ImportUndo::Running));
    assert_eq!(world.count("select count(*) from contact").await, 1);
    other.commit().await.unwrap();
    // It goes on by itself.
    while world.count("select count(*) from contact").await > 0 {
        tokio::task::yield_now().await;
    }
    let contacts = CampaignContacts::new(world.store.clone());
    let undone = contacts.undo_import(&world.admin, campaign, upload).await;
    assert_eq!(undone, Ok(ImportUndo::Finished));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_zone_that_was_found_by_the_cell_follows_its_correction(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let file = "firstName,lastName,cell,zip,timeZone\n\
                Ada,Byron,2125550100,,\n\
                Bo,Peep,2125550101,02139,\n\
                Cy,Young,2125550102,,US/Eastern\n";
    let actor = world.admin.actor();
    let options = ImportOptions::default();
    let imported = import(&world.store, actor, campaign, file.as_bytes(), options);
    imported.await.unwrap();
    let contacts = CampaignContacts::new(world.store.clone());
    let ids: Vec<i64> = sqlx::query_scalar("select id from contact order by id")
        .fetch_all(&world.store.pool)
        .await
        .unwrap();
    let [ada, bo, cy] = ids[..] else {
        panic!("{ids:?}")
    };
    // Types another cell and zip, and a zone if it is not left as it is.
    let correct = async |contact: i64, cell: &str, zip: &str, zone: Option<&str>| {
        let contact = ConversationId(contact);
        let before = contacts.contact(&world.admin, campaign, contact).await;
        let before = before.unwrap();
        let was = before.row.zone.unwrap_or_default();
        let mut custom_fields = before.custom_fields;
        for (name, value) in &mut custom_fields {
            if name == "zip" {
                *value = zip.to_owned();
            }
        }
        let correction = ContactCorrection {
            first_name: before.row.first_name,
            last_name: before.row.last_name,
            cell: Some(cell.to_owned()),
            external_id: String::new(),
            zone: zone.map_or(was, str::to_owned),
            custom_fields,
        };
        let version = &before.version;
        let corrected =
            contacts.correct_contact(&world.admin, campaign, contact, version, &correction);
        corrected.await.unwrap();
        let after = contacts.contact(&world.admin, campaign, contact).await;
        after.unwrap().row.zone
    };
    let zone = |name: &str| Some(name.to_owned());
    let los_angeles = "213-555-0100";
    for (contact, cell, zip, typed, expected) in [
        (ada, los_angeles, "", None, zone("America/Los_Angeles")),
        (ada, "808-555-0100", "", None, zone("Pacific/Honolulu")),
        // What somebody says holds, also when it says less.
        (
            ada,
            los_angeles,
            "",
            Some("US/Central"),
            zone("America/Chicago"),
        ),
        (ada, "808-555-0100", "", None, zone("America/Chicago")),
        (ada, "808-555-0101", "", Some(""), None),
        (ada, los_angeles, "", None, None),
        // The ZIP code comes first, and its own correction counts.
        (bo, "808-555-0102", "02139", None, zone("America/New_York")),
        (bo, "808-555-0102", "60601", None, zone("America/Chicago")),
        (bo, "808-555-0102", "", None, zone("Pacific/Honolulu")),
        // The file said it.
        (cy, "808-555-0103", "", None, zone("America/New_York")),
    ] {
        let corrected = correct(contact, cell, zip, typed).await;
        assert_eq!(corrected, expected, "{contact} {cell} {zip} {typed:?}");
    }
}
