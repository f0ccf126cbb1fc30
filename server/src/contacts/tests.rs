//! What the port says of an undo that takes long, on a real database.

use super::CampaignContacts;
use crate::import::{ImportOptions, import};
use app::domain::ImportUndo;
use app::ports::Contacts;
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
