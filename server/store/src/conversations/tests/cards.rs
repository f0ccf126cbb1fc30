use crate::testing::World;
use app::domain::{CampaignCard, ShownThread};
use app::ports::Conversations;
use sqlx::PgPool;

async fn cards(world: &World) -> Vec<CampaignCard> {
    world.store.cards(&world.ann, 0, 50).await.unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn counts_what_is_to_send_to_answer_and_past(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.unsent(campaign, &world.ann).await;
    world.unsent(campaign, &world.ann).await;
    let opted_out = world.unsent(campaign, &world.ann).await;
    world.change(opted_out, "opted_out = true".into()).await;
    world.reply(campaign, &world.ann, 30).await;
    let answered = world.reply(campaign, &world.ann, 90).await;
    let done = "status = 'convo', waiting_since = null".into();
    world.change(answered, done).await;
    world.reply(campaign, &world.ann, 60).await;
    for _ in 0..3 {
        let closed = world.reply(campaign, &world.ann, 700).await;
        let shown = ShownThread::of(&world.store.open(&world.ann, closed).await.unwrap());
        world.store.close(&world.ann, closed, shown).await.unwrap();
    }
    world.reply(campaign, &world.ben, 500).await;
    world.pooled(campaign, 500).await;
    let [card] = &cards(&world).await[..] else {
        panic!("one campaign, one card");
    };
    assert_eq!(card.campaign, campaign);
    assert_eq!((card.first_texts, card.replies, card.past), (2, 2, 2));
    assert_eq!(card.closed_conversations, 3);
    assert_eq!(card.oldest_wait.map(|wait| wait.minutes()), Some(60));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_waits_longest_comes_first_then_what_is_due_soonest_then_what_is_past(pool: PgPool) {
    let world = World::new(pool).await;
    let [past, undated, due, waits, waits_longer, closed] = [
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
    ];
    let answered = world.reply(past, &world.ann, 90).await;
    let done = "status = 'convo', waiting_since = null".into();
    world.change(answered, done).await;
    world.unsent(undated, &world.ann).await;
    world.unsent(due, &world.ann).await;
    world.change_campaign(due, "due_on = '2026-11-05'").await;
    world.reply(waits, &world.ann, 5).await;
    world.reply(waits_longer, &world.ann, 50).await;
    world.reply(closed, &world.ann, 500).await;
    world
        .change_campaign(closed, "archived_at = '2026-11-03'")
        .await;
    let order: Vec<_> = cards(&world)
        .await
        .iter()
        .map(|card| card.campaign)
        .collect();
    assert_eq!(order, [waits_longer, waits, due, undated, past]);
    let rest = world.store.cards(&world.ann, 3, 1).await.unwrap();
    assert_eq!(rest[0].campaign, undated);
    assert_eq!(rest.len(), 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn hours_are_those_of_who_waits_and_the_first_opening_is_said_by_their_clock(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "texting_from = '13:00'")
        .await;
    // It is noon in New York: eleven in Chicago, ten in Denver, and one in Halifax.
    let mut zones = Vec::new();
    for (zone, said) in [
        ("America/Denver", Some("America/Denver")),
        ("America/Chicago", Some("America/Chicago")),
        // Of the campaign's own zone.
        ("", Some("America/New_York")),
        // Open, so that one of four can be texted.
        ("America/Halifax", Some("America/New_York")),
    ] {
        let reply = world.reply(campaign, &world.ann, 30).await;
        if !zone.is_empty() {
            let id = world.zone(zone).await;
            world.change(reply, format!("time_zone_id = {id}")).await;
        }
        zones.push(reply);
        let [card] = &cards(&world).await[..] else {
            panic!("one campaign, one card");
        };
        let closed = card.closed.as_ref();
        let closed = closed.map(|closed| (closed.opens.as_str(), closed.zone.as_str()));
        assert_eq!(closed, said.map(|zone| ("13:00", zone)));
        assert_eq!(card.replies as usize, zones.len());
        assert_eq!(card.outside_hours as usize, zones.len().min(3));
    }
    // A page of it is read again a moment after the first of them opens.
    let [card] = &cards(&world).await[..] else {
        panic!("one campaign, one card");
    };
    let refresh_in = card.hours_refresh_in.unwrap().0;
    assert!((3601..=3610).contains(&refresh_in), "{refresh_in}");
    // Whose text is answered waits for no opening.
    let done = "status = 'convo', waiting_since = null".to_owned();
    for reply in &zones[1..] {
        world.change(*reply, done.clone()).await;
    }
    let [card] = &cards(&world).await[..] else {
        panic!("one campaign, one card");
    };
    assert_eq!(
        card.closed.as_ref().map(|closed| closed.zone.as_str()),
        Some("America/Denver")
    );
    assert_eq!((card.replies, card.past, card.outside_hours), (1, 3, 1));
    world.change(zones[0], done).await;
    let [card] = &cards(&world).await[..] else {
        panic!("one campaign, one card");
    };
    assert_eq!((&card.closed, card.outside_hours), (&None, 0));
    assert_eq!(card.hours_refresh_in, None);
}
