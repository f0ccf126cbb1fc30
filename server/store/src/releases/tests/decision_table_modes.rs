//! The decision table of the specification (§2) for the modes that are about one campaign or one
//! texter; `decision_table` has it for a release everywhere.

use crate::releases::release_automatically;
use crate::testing::{Thread, World};
use app::domain::{CampaignId, IdleInterval, ReleaseKind, ReleaseOrder, Texter};
use app::ports::Releases;
use sqlx::PgPool;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// One campaign, by hand.
    Campaign,
    /// The same after the confirmation that auto-assign is off.
    Confirmed,
    /// By itself.
    Automatic,
    /// The texter's own.
    Own,
}

/// What a row is about: set by what follows `update … set`.
#[derive(Debug, Default)]
struct Situation {
    thread: Option<Thread>,
    campaign: &'static str,
    conversation: &'static str,
}

/// Whether a release with one-hour interval takes it, in a campaign and from a texter of its own. What the
/// preview promises must be what happens.
async fn taken(world: &World, situation: &Situation, mode: Mode) -> bool {
    let campaign = world.campaign().await;
    let texter = world.texter().await;
    let thread = situation.thread.clone().unwrap_or(thread(300, &[240]));
    let conversation = world.thread(campaign, Some(&texter), &thread).await;
    for set in situation.campaign.split(';').filter(|set| !set.is_empty()) {
        world.change_campaign(campaign, set).await;
    }
    if !situation.conversation.is_empty() {
        world
            .change(conversation, situation.conversation.into())
            .await;
    }
    let rows = release(world, campaign, &texter, mode).await;
    let taken = world.holder(conversation).await.is_none();
    assert_eq!(rows, u32::from(taken), "{mode:?} {situation:?}");
    taken
}

async fn release(world: &World, campaign: CampaignId, texter: &Texter, mode: Mode) -> u32 {
    let store = &world.store;
    match mode {
        Mode::Campaign | Mode::Confirmed => {
            let order = ReleaseOrder::on_campaign(
                campaign,
                ReleaseKind::Replies,
                IdleInterval::ONE_HOUR,
                mode == Mode::Confirmed,
            );
            let preview = store.preview(&world.admin, order).await.unwrap();
            let done = store.start(&world.admin, order).await.unwrap();
            assert_eq!(preview.conversations, done.conversations);
            done.conversations
        }
        Mode::Automatic => {
            world
                .change_campaign(campaign, "auto_release_minutes = 60")
                .await;
            release_automatically(store, world.organization, campaign)
                .await
                .unwrap()
        }
        Mode::Own => {
            let count = store.preview_mine(texter).await.unwrap().replies;
            let done = store.release_mine(texter).await.unwrap();
            assert_eq!(count, done.conversations);
            done.conversations
        }
    }
}

fn thread(outbound: i64, inbound: &[i64]) -> Thread {
    Thread {
        outbound: vec![outbound],
        inbound: inbound.to_vec(),
        claimed: None,
        drafted: None,
    }
}

fn situation(thread: Thread) -> Situation {
    Situation {
        thread: Some(thread),
        ..Situation::default()
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn every_row_in_every_mode(pool: PgPool) {
    let world = World::new(pool).await;
    let drafted = |inbound| Thread {
        drafted: Some(1),
        ..thread(180, &[inbound])
    };
    let of_campaign = |campaign| Situation {
        campaign,
        ..Situation::default()
    };
    let of_conversation = |conversation| Situation {
        conversation,
        ..Situation::default()
    };
    // Row, situation, and whether one campaign, confirmed, automatic and the texter's own take it.
    let table = [
        (
            "1",
            situation(thread(180, &[120])),
            [true, true, true, true],
        ),
        (
            "2",
            situation(thread(180, &[2])),
            [false, false, false, true],
        ),
        (
            "3",
            situation(thread(70, &[59])),
            [false, false, false, true],
        ),
        (
            "4",
            situation(thread(180, &[120, 5])),
            [true, true, true, true],
        ),
        (
            "5",
            situation(Thread {
                claimed: Some(10),
                ..thread(300, &[240])
            }),
            [false, false, false, true],
        ),
        ("6", situation(thread(180, &[60])), [true, true, true, true]),
        (
            "7",
            of_campaign("archived_at = '2026-11-03 16:00Z';archived_at = null"),
            [true, true, true, true],
        ),
        (
            "8",
            of_conversation("held_since = '2026-11-03 16:50Z'"),
            [false, false, false, true],
        ),
        ("9", of_conversation("escalated = true"), [false; 4]),
        ("10", of_conversation("opted_out = true"), [false; 4]),
        (
            "11 archived",
            of_campaign("archived_at = '2026-11-03 16:00Z'"),
            [false; 4],
        ),
        ("11 draft", of_campaign("started_at = null"), [false; 4]),
        (
            "11 paused",
            of_campaign("paused_at = '2026-11-03 16:00Z'"),
            [false; 4],
        ),
        ("12", of_campaign("team_restricted = true"), [true; 4]),
        (
            "13",
            of_campaign("texting_from = '13:00'"),
            [true, true, false, true],
        ),
        (
            "13 closed",
            of_campaign("texting_until = '12:00'"),
            [true, true, false, true],
        ),
        (
            "13a",
            Situation {
                thread: Some(thread(1200, &[960])),
                campaign: "texting_from = '11:40'",
                ..Situation::default()
            },
            [true, true, false, true],
        ),
        (
            "13a open for the interval",
            Situation {
                thread: Some(thread(1200, &[960])),
                campaign: "texting_from = '11:00'",
                ..Situation::default()
            },
            [true, true, true, true],
        ),
        (
            "14",
            of_campaign("auto_assign = false"),
            [false, true, false, true],
        ),
        ("15", situation(drafted(70)), [false, false, false, true]),
        ("15 too long", situation(drafted(121)), [true; 4]),
    ];
    for (row, situation, expected) in table {
        for (mode, expected) in [Mode::Campaign, Mode::Confirmed, Mode::Automatic, Mode::Own]
            .into_iter()
            .zip(expected)
        {
            assert_eq!(
                taken(&world, &situation, mode).await,
                expected,
                "row {row}, {mode:?}"
            );
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_this_campaign_and_only_this_texters_own(pool: PgPool) {
    let world = World::new(pool).await;
    let (here, there) = (world.campaign().await, world.campaign().await);
    let elsewhere = world.reply(there, &world.ann, 300).await;
    let bens = world.reply(there, &world.ben, 300).await;
    let pooled = world.pooled(here, 300).await;
    let epoch = world.epoch(pooled).await;
    let anns = world.reply(here, &world.ann, 300).await;
    assert_eq!(release(&world, here, &world.ann, Mode::Campaign).await, 1);
    assert_eq!(world.holder(anns).await, None);
    assert_eq!(world.holder(elsewhere).await, Some(world.ann.member));
    assert_eq!(release(&world, here, &world.ann, Mode::Own).await, 1);
    assert_eq!(world.holder(elsewhere).await, None);
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
    assert_eq!(release(&world, there, &world.ann, Mode::Automatic).await, 1);
    assert_eq!(world.holder(bens).await, None);
    assert_eq!(world.epoch(pooled).await, epoch, "the pool is not touched");
}
