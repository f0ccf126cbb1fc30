//! The figures of the organization.

use super::{answer, day, earlier, points, send_first};
use crate::testing::World;
use app::domain::{Age, OrganizationFigures};
use app::ports::Figures;
use sqlx::PgPool;

async fn figures(world: &World) -> OrganizationFigures {
    world.store.of_organization(&world.admin).await.unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_texts_now_what_waits_and_at_which_pace_it_is_answered(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let nothing = figures(&world).await;
    assert_eq!((nothing.active, nothing.waiting), (0, 0));
    assert_eq!(nothing.time_to_answer_all(), None);

    let campaign = world.campaign().await;
    // Ann texts until now, Ben until twenty minutes ago; both have answered somebody within the hour, Ann two hours ago too.
    for (minutes, texter) in [(0, &world.ann), (20, &world.ben), (120, &world.ann)] {
        let reply = world.reply(campaign, texter, minutes + 30).await;
        answer(&earlier(&world, minutes), texter, reply).await;
    }
    let initial = world.unsent(campaign, &world.ann).await;
    send_first(&earlier(&world, 24 * 60), &world.ann, initial).await;
    world.reply(campaign, &world.ann, 45).await;
    world.pooled(campaign, 300).await;
    world.pooled(campaign, 5).await;
    let archived = world.campaign().await;
    world.pooled(archived, 600).await;
    world.change_campaign(archived, "archived_at = now()").await;
    let elsewhere = World::new(pool).await;
    let other = elsewhere.campaign().await;
    let reply = elsewhere.reply(other, &elsewhere.ann, 30).await;
    answer(&elsewhere.store, &elsewhere.ann, reply).await;

    // A draft says nothing of when anybody texted.
    let draft = world.campaign().await;
    let in_utc = "started_at = null, time_zone_id = (select id from time_zone where name = 'UTC')";
    world.zone("UTC").await;
    world.change_campaign(draft, in_utc).await;

    let counted = figures(&world).await;
    assert_eq!(counted.active, 1);
    let active: Vec<_> = counted.texters.iter().collect();
    let ann = active[0];
    assert_eq!((ann.member, ann.name.as_str()), (world.ann.member, "Ann"));
    assert_eq!((active.len(), ann.texts, ann.replies), (1, 1, 1));
    assert_eq!((counted.waiting, counted.answers_last_hour), (3, 2));
    assert_eq!(counted.oldest_wait, Some(Age(300 * 60)));
    assert_eq!(counted.time_to_answer_all(), Some(Age(90 * 60)));
    assert_eq!(counted.zone, "America/New_York");
    assert_eq!(
        points(&counted.timeline),
        [(day(2), [1, 0]), (day(3), [3, 3])]
    );
}
