//! One change of several campaigns on a real database.

use super::{draft, written};
use crate::database::bounded;
use crate::testing::World;
use app::domain::{
    AutoassignChange, AutoassignMode, AutoassignVersions, AutoassignWindow, CampaignChange,
    CampaignChanges, CampaignId, CampaignState, ChosenCampaigns, IdleInterval, LeftAlone,
};
use app::ports::{CampaignSetup, Campaigns};
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;

async fn change(
    world: &World,
    campaigns: &[CampaignId],
    change: CampaignChange,
) -> CampaignChanges {
    let chosen = ChosenCampaigns::new(campaigns.iter().copied());
    let changed = world.store.change_chosen(&world.admin, &chosen, change);
    changed.await.unwrap()
}

async fn window(world: &World, campaign: CampaignId) -> AutoassignWindow {
    let window = world.store.autoassign(&world.admin, campaign);
    window.await.unwrap()
}

/// A change of Autoassign Mode on a page that shows what these have now.
async fn autoassign(
    world: &World,
    campaigns: &[CampaignId],
    change: impl Into<AutoassignChange>,
) -> CampaignChange {
    let mut loaded = Vec::new();
    for campaign in campaigns {
        loaded.push((*campaign, window(world, *campaign).await.version));
    }
    CampaignChange::Autoassign {
        change: change.into(),
        loaded: AutoassignVersions::new(loaded),
    }
}

async fn events(world: &World, action: &str) -> Vec<i64> {
    sqlx::query_scalar(
        "select subject_id from audit_event
          where organization_id = $1 and action = $2 and actor_id = $3 order by id",
    )
    .bind(world.organization.0)
    .bind(action)
    .bind(world.admin.member.0)
    .fetch_all(&world.store.pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn each_is_archived_by_its_own_rule(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let foreign = World::new(pool).await;
    let theirs = foreign.campaign().await;
    let (quiet, busy, draft) = (
        world.campaign().await,
        world.campaign().await,
        draft(&world).await,
    );
    world.reply(busy, &world.ann, 10).await;
    world.pooled(draft, 10).await;
    let gone = world.campaign().await;
    world.change_campaign(gone, "archived_at = now()").await;
    let before = (
        written(&world, busy).await,
        written(&world, gone).await,
        written(&foreign, theirs).await,
    );
    let all = [quiet, busy, theirs, draft, gone, quiet];
    let archive = |confirmed| CampaignChange::Archive { confirmed };
    let first = change(&world, &all, archive(false)).await;
    assert_eq!(first.changed, 2);
    assert_eq!(
        first.left_alone,
        [
            (busy, LeftAlone::SomebodyWaits),
            (theirs, LeftAlone::NotFound),
            (gone, LeftAlone::Already),
        ]
    );
    let after = (
        written(&world, busy).await,
        written(&world, gone).await,
        written(&foreign, theirs).await,
    );
    assert_eq!(after, before);
    assert_eq!(
        events(&world, "campaign_archived").await,
        [quiet.0, draft.0]
    );
    let second = change(&world, &all, archive(true)).await;
    assert_eq!(second.changed, 1);
    let row = world.store.find(&world.admin, busy).await.unwrap();
    assert_eq!(row.state, CampaignState::Archived);
    assert_eq!(
        events(&world, "campaign_archived").await,
        [quiet.0, draft.0, busy.0]
    );
    assert_eq!(written(&foreign, theirs).await, before.2);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_switches_are_set_where_they_stand_otherwise(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let theirs = World::new(pool).await.campaign().await;
    let (on, off) = (world.campaign().await, world.campaign().await);
    world
        .change_campaign(off, "auto_assign = false, auto_release_minutes = 60, auto_release_error = 'x', auto_release_attempts = 3")
        .await;
    let all = [on, off, theirs];
    let changes = change(&world, &all, CampaignChange::AutoAssign(true)).await;
    assert_eq!(
        (changes.changed, changes.left_alone),
        (
            1,
            vec![(on, LeftAlone::Already), (theirs, LeftAlone::NotFound)]
        )
    );
    let window = async |campaign| window(&world, campaign).await;
    // The other switch stays, and an editor that was opened before notices.
    let mode = |auto_release| AutoassignMode {
        auto_assign: true,
        auto_release,
    };
    let hour = Some(IdleInterval::ONE_HOUR);
    assert_eq!(
        (window(off).await.mode, window(off).await.version),
        (mode(hour), 1)
    );
    assert_eq!(
        (window(on).await.mode, window(on).await.version),
        (mode(None), 0)
    );

    let to_hour = autoassign(&world, &[on, off], mode(hour)).await;
    let changes = change(&world, &all, to_hour).await;
    assert_eq!(changes.changed, 1);
    assert_eq!(
        changes.left_alone,
        [(off, LeftAlone::Already), (theirs, LeftAlone::NotFound)]
    );
    assert_eq!(window(on).await.mode, mode(hour));
    let to_none = autoassign(&world, &[on, off], mode(None)).await;
    let changes = change(&world, &all, to_none).await;
    assert_eq!(changes.changed, 2);
    assert_eq!(window(off).await.mode, mode(None));
    assert_eq!(
        events(&world, "autoassign_saved").await,
        [off.0, on.0, on.0, off.0]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_was_saved_since_the_page_was_loaded_is_left_alone_and_named(pool: PgPool) {
    let world = World::new(pool).await;
    let all = [
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
    ];
    let [kept, saved, alike] = all;
    let hour = Some(IdleInterval::ONE_HOUR);
    // Auto-assign stays as each has it.
    world.change_campaign(kept, "auto_assign = false").await;
    let after_an_hour = AutoassignChange {
        auto_assign: None,
        auto_release: Some(hour),
    };
    let asked = autoassign(&world, &all, after_an_hour).await;
    for (campaign, auto_release) in [
        (saved, IdleInterval::HALF_AN_HOUR),
        (alike, IdleInterval::ONE_HOUR),
    ] {
        let mode = AutoassignMode {
            auto_assign: true,
            auto_release: Some(auto_release),
        };
        let store = &world.store;
        let meanwhile = store.save_autoassign(&world.admin, campaign, 0, mode);
        meanwhile.await.unwrap();
    }
    let before = window(&world, saved).await;
    let changes = change(&world, &all, asked).await;
    assert_eq!(changes.changed, 1);
    assert_eq!(
        changes.left_alone,
        [
            (saved, LeftAlone::SavedMeanwhile),
            (alike, LeftAlone::Already)
        ]
    );
    assert_eq!(window(&world, saved).await, before);
    let mode = window(&world, kept).await.mode;
    assert_eq!((mode.auto_assign, mode.auto_release), (false, hour));
    // Nor is what the page has not shown.
    let asked = autoassign(&world, &[kept], AutoassignChange::default()).await;
    let CampaignChange::Autoassign { loaded, .. } = asked else {
        panic!("{asked:?}");
    };
    let off = CampaignChange::Autoassign {
        change: AutoassignChange {
            auto_assign: None,
            auto_release: Some(None),
        },
        loaded,
    };
    let changes = change(&world, &all, off).await;
    assert_eq!(changes.changed, 1);
    let left = [saved, alike].map(|campaign| (campaign, LeftAlone::SavedMeanwhile));
    assert_eq!(changes.left_alone, left);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_locked_is_left_for_now_and_so_are_those_behind_it(pool: PgPool) {
    // As a server waits for a lock.
    let options = bounded(pool.connect_options().as_ref().clone());
    let pool = PgPoolOptions::new().connect_with(options).await.unwrap();
    let world = World::new(pool).await;
    let all = [
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
    ];
    let mut holder = world.store.pool.begin().await.unwrap();
    sqlx::query("select from campaign where id = $1 for update")
        .bind(all[1].0)
        .execute(&mut *holder)
        .await
        .unwrap();
    let changes = change(&world, &all, CampaignChange::AutoAssign(false)).await;
    holder.rollback().await.unwrap();
    assert_eq!(changes.changed, 1);
    let left = [(all[1], LeftAlone::NotNow), (all[2], LeftAlone::NotNow)];
    assert_eq!(changes.left_alone, left);
}
