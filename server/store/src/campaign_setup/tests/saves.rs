//! Saves of sections that others have open too, on a real database.

use super::{current, day, draft, unknown, written};
use crate::testing::World;
use app::error::AppError;
use app::ports::{
    CampaignSection, CampaignSetup, SectionSave, SectionVersion, TeamChange, TeamPart, Teams,
};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_is_overtaken_writes_nothing_and_is_told_whose_it_is(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    let script = CampaignSection::Script;
    let mine = current(&world, campaign, script).await;
    assert_eq!(
        store.last_save(admin, campaign, script).await.unwrap(),
        None
    );
    store
        .save_script(&world.owner, campaign, &mine, "Theirs", None)
        .await
        .unwrap();
    let before = written(&world, campaign).await;
    let refused = store
        .save_script(admin, campaign, &mine, "Mine", None)
        .await;
    assert_eq!(refused, Err(AppError::SavedMeanwhile));
    assert_eq!(written(&world, campaign).await, before);
    let last = store.last_save(admin, campaign, script).await.unwrap();
    assert_eq!(last.unwrap().by, Some(world.owner.name.clone()));

    // Over theirs, on purpose.
    let over = current(&world, campaign, script).await;
    store
        .save_script(admin, campaign, &over, "Mine", None)
        .await
        .unwrap();
    // Once more, because the answer was lost.
    store
        .save_script(admin, campaign, &over, "Mine", None)
        .await
        .unwrap();
    let settings = store.settings(admin, campaign).await.unwrap();
    assert_eq!(settings.script, "Mine");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_edits_another_section_is_not_disturbed(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    let script = current(&world, campaign, CampaignSection::Script).await;
    let basics = current(&world, campaign, CampaignSection::Basics).await;
    let teams = current(&world, campaign, CampaignSection::Teams).await;
    store
        .save_script(admin, campaign, &script, "Hi", None)
        .await
        .unwrap();
    let mut other = store.settings(admin, campaign).await.unwrap().basics;
    other.title = "Another title".into();
    store
        .save_basics(&world.owner, campaign, &basics, &other)
        .await
        .unwrap();
    let legal = store.create_team(admin, "Legal", 1).await.unwrap();
    store
        .save_teams(admin, campaign, &teams, false, vec![legal], false)
        .await
        .unwrap();
    // A team that leaves the campaign elsewhere changes its section.
    let teams = current(&world, campaign, CampaignSection::Teams).await;
    let part = TeamPart::Campaign(campaign);
    let remove = TeamChange::Remove { confirmed: true };
    store.change_team(admin, legal, part, remove).await.unwrap();
    let refused = store
        .save_teams(admin, campaign, &teams, true, vec![legal], true)
        .await;
    assert_eq!(refused, Err(AppError::SavedMeanwhile));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_draft_saves_by_itself_and_what_is_launched_does_not(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    let by_itself = async || SectionSave {
        by_itself: true,
        ..current(&world, campaign, CampaignSection::Script).await
    };
    store
        .save_script(admin, campaign, &by_itself().await, "Half a", None)
        .await
        .unwrap();
    world.change_campaign(campaign, "started_at = now()").await;
    let before = written(&world, campaign).await;
    let refused = store
        .save_script(admin, campaign, &by_itself().await, "Half a sen", None)
        .await;
    assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
    assert_eq!(written(&world, campaign).await, before);

    // Nor does a draft that was archived, until its button is pressed.
    let campaign = draft(&world).await;
    store.archive(admin, campaign, true).await.unwrap();
    let pressed = current(&world, campaign, CampaignSection::Script).await;
    let by_itself = SectionSave {
        by_itself: true,
        ..pressed.clone()
    };
    let before = written(&world, campaign).await;
    let refused = store
        .save_script(admin, campaign, &by_itself, "Half a", None)
        .await;
    assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
    assert_eq!(written(&world, campaign).await, before);
    store
        .save_script(admin, campaign, &pressed, "All of it", None)
        .await
        .unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_stands_there_already_is_not_saved_again(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    let legal = store.create_team(admin, "Legal", 1).await.unwrap();
    let save = async |version: SectionSave| {
        let mut basics = store.settings(admin, campaign).await.unwrap().basics;
        basics.title = "Town hall".into();
        store
            .save_basics(admin, campaign, &version, &basics)
            .await
            .unwrap();
        store
            .save_script(admin, campaign, &version, "Hi", day("2026-11-02"))
            .await
            .unwrap();
        store
            .save_teams(admin, campaign, &version, true, vec![legal], true)
            .await
            .unwrap();
    };
    let saves = async || -> i64 {
        sqlx::query_scalar(
            "select count(*) from audit_event
              where action in ('campaign_basics_saved', 'script_saved', 'campaign_teams_saved')",
        )
        .fetch_one(&store.pool)
        .await
        .unwrap()
    };
    let any = || SectionSave {
        version: SectionVersion(String::new()),
        by_itself: true,
    };
    save(any()).await;
    let (row, events) = (written(&world, campaign).await, saves().await);
    assert_eq!(events, 3);
    for version in [any(), unknown()] {
        save(version).await;
        assert_eq!(
            (written(&world, campaign).await, saves().await),
            (row.clone(), 3)
        );
    }
}
