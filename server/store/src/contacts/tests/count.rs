use super::{add, contact, with_cell};
use crate::contacts::{remove, undo_import};
use crate::testing::World;
use app::domain::CampaignId;
use app::ports::{Campaigns, Conversations};
use sqlx::PgPool;

/// How many contacts the page of a campaign says it has, which has to be how many there are.
async fn contacts(world: &World, campaign: CampaignId) -> u32 {
    let row = world.store.find(&world.admin, campaign).await.unwrap();
    let there: i64 = sqlx::query_scalar("select count(*) from contact where campaign_id = $1")
        .bind(campaign.0)
        .fetch_one(&world.store.pool)
        .await
        .unwrap();
    assert_eq!(i64::from(row.contacts), there);
    row.contacts
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_number_of_contacts_is_kept_whatever_is_done_to_them(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    let people = |numbers: std::ops::Range<u32>| {
        let cell = |number| format!("+1213555{number:04}");
        numbers
            .map(|number| contact("Ada", "Byron", &cell(number)))
            .collect::<Vec<_>>()
    };
    assert_eq!(contacts(&world, campaign).await, 0);
    add(&world, campaign, &people(0..7), false).await.unwrap();
    add(&world, other, &people(0..2), false).await.unwrap();
    // Two of them are there already.
    let second = add(&world, campaign, &people(5..10), false).await.unwrap();
    assert_eq!(contacts(&world, campaign).await, 10);
    let ada = with_cell(&world, campaign, "+12135550001").await;
    remove(store, admin, campaign, ada).await.unwrap();
    assert_eq!(contacts(&world, campaign).await, 9);
    undo_import(store, admin, campaign, second).await.unwrap();
    assert_eq!(contacts(&world, campaign).await, 6);
    let reply = world.reply(campaign, &world.ann, 60).await;
    world.change_campaign(campaign, "archived_at = now()").await;
    store.move_reply(admin, reply, other).await.unwrap();
    assert_eq!(contacts(&world, campaign).await, 6);
    assert_eq!(contacts(&world, other).await, 3);
}
