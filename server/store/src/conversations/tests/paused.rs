//! Replies of a paused campaign: they are listed behind all others, and nothing leads on to them.

use crate::testing::World;
use app::domain::{ReplyCounts, ShownThread};
use app::ports::{CampaignSetup, Conversations};
use sqlx::PgPool;

const PAUSED: &str = "Paused: nothing can be sent until it is resumed.";

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn they_are_listed_last_and_say_so_and_what_comes_next_passes_over_them(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, ann) = (&world.store, &world.ann);
    let (paused, runs, opens_later) = (
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
    );
    world
        .change_campaign(opens_later, "texting_from = '13:00'")
        .await;
    let waits = world.reply(paused, ann, 500).await;
    let asleep = world.reply(opens_later, ann, 90).await;
    let first = world.reply(runs, ann, 60).await;
    let second = world.reply(runs, ann, 30).await;
    let listed = async || {
        let replies = store.inbox(ann, 0, 10).await.unwrap();
        let replies = replies.into_iter().map(|reply| (reply.id, reply.closed));
        replies.collect::<Vec<_>>()
    };
    let open = |id| (id, String::new());
    let closed = "Outside texting hours until 1:00 PM, New York time".to_owned();
    let all = [
        open(waits),
        open(first),
        open(second),
        (asleep, closed.clone()),
    ];
    assert_eq!(listed().await, all);
    store.pause(&world.admin, paused, true).await.unwrap();
    let all = [
        open(first),
        open(second),
        (asleep, closed),
        (waits, PAUSED.to_owned()),
    ];
    assert_eq!(listed().await, all);
    let held = ReplyCounts {
        all: 4,
        open_now: 2,
        paused: 1,
    };
    assert_eq!(store.held(ann).await, Ok(held));

    let next_of = async |id| {
        let view = store.open(ann, id).await.unwrap();
        view.next.map(|next| next.id)
    };
    assert_eq!(next_of(waits).await, Some(first));
    assert_eq!(next_of(second).await, Some(first));
    for (reply, next) in [(first, Some(second)), (second, None)] {
        let sent = store.send(ann, reply, 0.into(), "Yes".into()).await;
        assert_eq!(sent, Ok(()));
        assert_eq!(store.next_after(ann, reply, &[]).await, Ok(next));
    }
    assert_eq!(next_of(second).await, None);

    // Whoever opens it may close it, which sends nothing.
    let shown = ShownThread::of(&store.open(ann, waits).await.unwrap());
    assert_eq!(store.close(ann, waits, shown).await, Ok(()));
    assert_eq!(store.held(ann).await.unwrap().paused, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_list_of_one_campaign_has_its_replies_whether_it_is_paused_or_not(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, ann) = (&world.store, &world.ann);
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    let second = world.reply(campaign, ann, 30).await;
    let first = world.reply(campaign, ann, 60).await;
    world.reply(campaign, &world.ben, 90).await;
    world.reply(other, ann, 90).await;
    let listed = async |skip| {
        let replies = store.inbox_of(ann, campaign, skip, 10).await.unwrap();
        replies.iter().map(|reply| reply.id).collect::<Vec<_>>()
    };
    for paused in [false, true] {
        if paused {
            store.pause(&world.admin, campaign, true).await.unwrap();
        }
        assert_eq!(listed(0).await, [first, second]);
        assert_eq!(listed(1).await, [second]);
    }
}
