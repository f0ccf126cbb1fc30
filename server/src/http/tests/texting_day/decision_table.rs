//! The rows of the decision table of the specification (§2) that hang on what was done to a campaign, and on zones that
//! an upload has found; `server/store/src/releases/tests/decision_table/mod.rs` has them all, from rows as they are in the
//! database.

use super::scene::{Mode, Scene, at};
use app::domain::{
    AutoReleasePause, AutoReleaseState, HandOutObstacle, LeftOutReason, ReleaseOrder,
    ReleasePolicy, ShownThread,
};
use app::ports::{CampaignSetup, Campaigns, Conversations, Releases};
use sqlx::PgPool;

const HOURS: (&str, &str) = ("09:00", "21:00");
const ADA: &str = "Ada,Byron,2125550101,,\n";
/// All but the last in Honolulu, each known to be there in another way.
const BY_ZONE: &str = "Column,B,2125550101,10001,Pacific/Honolulu\n\
                       Zip,B,2125550102,96813,\n\
                       AreaCode,B,8085550103,,\n\
                       NewYork,B,2125550104,,\n";

/// Ada was texted at two in the afternoon and answered at three; it is seven in the evening.
async fn four_hours(pool: PgPool) -> Scene {
    let scene = Scene::texted(pool, "2026-11-03T19:00:00Z", HOURS, ADA).await;
    scene.answered("2026-11-03T20:00:00Z").await;
    scene.set("2026-11-04T00:00:00Z");
    scene
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn row_7_unarchiving_ten_minutes_ago_protects_nothing(pool: PgPool) {
    for mode in Mode::ALL {
        let scene = four_hours(pool.clone()).await;
        let (store, admin) = (scene.store(), &scene.world().admin);
        scene.set("2026-11-03T22:00:00Z");
        store.archive(admin, scene.campaign, true).await.unwrap();
        scene.set("2026-11-03T23:50:00Z");
        store.unarchive(admin, scene.campaign).await.unwrap();
        scene.set("2026-11-04T00:00:00Z");
        assert_eq!(scene.release(mode).await, ["Ada"], "{mode:?}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn row_8_what_its_texter_reopened_ten_minutes_ago_has_its_interval_from_then(pool: PgPool) {
    for mode in Mode::ALL {
        let scene = four_hours(pool.clone()).await;
        let (world, store, ada) = (scene.world(), scene.store(), scene.of("Ada"));
        let ann = &world.ann;
        scene.set("2026-11-03T21:00:00Z");
        let shown = ShownThread::of(&store.open(ann, ada).await.unwrap());
        store.close(ann, ada, shown).await.unwrap();
        scene.set("2026-11-03T23:50:00Z");
        let epoch = world.epoch(ada).await;
        store.reopen(ann, ada, epoch).await.unwrap();
        let none: [&str; 0] = [];
        for early in ["2026-11-04T00:00:00Z", "2026-11-04T00:49:59.999999Z"] {
            scene.set(early);
            assert_eq!(scene.release(mode).await, none, "{mode:?}, {early}");
        }
        // At the last moment it is tagged, which is an act like it.
        let tag = world.ordinary_tag("Asked about rides").await;
        let tagged = store.tag(ann, ada, epoch, vec![tag]);
        tagged.await.unwrap();
        for early in ["2026-11-04T00:50:00Z", "2026-11-04T01:49:59.999998Z"] {
            scene.set(early);
            assert_eq!(scene.release(mode).await, none, "{mode:?}, {early}");
        }
        scene.set("2026-11-04T01:49:59.999999Z");
        assert_eq!(scene.release(mode).await, ["Ada"], "{mode:?}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn row_11_nothing_of_an_archived_campaign_is_released_nor_of_a_draft(pool: PgPool) {
    let scene = four_hours(pool.clone()).await;
    let (store, admin) = (scene.store(), &scene.world().admin);
    store.archive(admin, scene.campaign, true).await.unwrap();
    let none: [&str; 0] = [];
    for mode in Mode::ALL {
        assert_eq!(scene.release(mode).await, none, "{mode:?}");
    }
    let everywhere = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let preview = store.preview(admin, everywhere).await.unwrap();
    assert_eq!(preview.left_out_for(LeftOutReason::CampaignClosed), 1);

    let draft = Scene::draft(pool, "2026-11-03T19:00:00Z", HOURS, ADA).await;
    draft.request().await;
    assert_eq!(draft.pooled().await, ["Ada"], "nothing is handed out");
    draft.set("2026-11-04T00:00:00Z");
    for mode in Mode::ALL {
        assert_eq!(draft.release(mode).await, none, "{mode:?}");
    }
    let row = draft.store().find(&draft.world().admin, draft.campaign);
    let obstacles = row.await.unwrap().obstacles;
    assert!(obstacles.contains(&HandOutObstacle::NotStarted));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn row_13_outside_hours_is_by_the_zone_that_the_upload_found(pool: PgPool) {
    let all = ["Column", "Zip", "AreaCode", "NewYork"];
    for (mode, expected) in [
        (Mode::Everywhere, &all[..3]),
        (Mode::AtAnyHour, &all),
        (Mode::Campaign, &all),
        (Mode::Automatic, &all[..3]),
    ] {
        let scene = Scene::texted(pool.clone(), "2026-11-03T20:00:00Z", HOURS, BY_ZONE).await;
        scene.answered("2026-11-03T20:30:00Z").await;
        // Half past nine in the evening in New York, half past four in the afternoon in Honolulu.
        scene.set("2026-11-04T02:30:00Z");
        assert_eq!(scene.release(mode).await, expected, "{mode:?}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn row_13a_by_itself_only_when_the_contacts_hours_have_been_open_for_the_interval(
    pool: PgPool,
) {
    let scene = async || {
        let scene = Scene::texted(pool.clone(), "2026-11-03T20:00:00Z", HOURS, BY_ZONE).await;
        scene.answered("2026-11-04T01:30:00Z").await;
        // Twenty past nine in the morning in New York, twenty past four in Honolulu.
        scene.set("2026-11-04T14:20:00Z");
        scene
    };
    let all = ["Column", "Zip", "AreaCode", "NewYork"];
    for (mode, expected) in [
        (Mode::Everywhere, &all[3..]),
        (Mode::AtAnyHour, &all),
        (Mode::Campaign, &all),
    ] {
        assert_eq!(scene().await.release(mode).await, expected, "{mode:?}");
    }
    let scene = scene().await;
    for (now, expected) in [
        ("2026-11-04T14:20:00Z", &all[..0]),
        ("2026-11-04T14:59:59.999999Z", &[]),
        ("2026-11-04T15:00:00Z", &all[3..]),
        ("2026-11-04T19:59:59.999999Z", &[]),
        ("2026-11-04T20:00:00Z", &all[..3]),
    ] {
        scene.set(now);
        assert_eq!(scene.release(Mode::Automatic).await, expected, "{now}");
        if now == "2026-11-04T15:00:00Z" {
            let window = scene
                .store()
                .autoassign(&scene.world().admin, scene.campaign);
            let until = at("2026-11-04T19:00:00Z");
            let state = window.await.unwrap().status.state;
            let paused = AutoReleaseState::Paused(AutoReleasePause::OutsideHours { until });
            assert_eq!(state, paused, "all who still wait are in Honolulu");
        }
    }
}
