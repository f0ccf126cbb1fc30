//! A campaign's page on a real database.

mod archive;
mod basics;
mod chosen;
mod copy;
mod launch;
mod pause;
mod responses;
mod saves;

use crate::testing::{World, noon};
use app::domain::{CampaignId, TeamId};
use app::error::AppError;
use app::ports::{
    CampaignSection, CampaignSetup, Campaigns, SectionSave, SectionVersion, SectionVersions,
    TeamChange, TeamPart, Teams,
};
use chrono::NaiveDate;
use sqlx::PgPool;

/// A save of what is there now, by somebody who presses its button.
async fn current(world: &World, campaign: CampaignId, section: CampaignSection) -> SectionSave {
    let settings = world.store.settings(&world.admin, campaign).await.unwrap();
    let versions = settings.versions;
    SectionSave {
        version: match section {
            CampaignSection::Basics => versions.basics,
            CampaignSection::Script => versions.script,
            CampaignSection::Responses => versions.responses,
            CampaignSection::Teams => versions.teams,
        },
        by_itself: false,
    }
}

/// A save that knows nothing of what is there.
fn unknown() -> SectionSave {
    SectionSave {
        version: SectionVersion("another".into()),
        by_itself: false,
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

/// The row, its teams and its canned responses, so that nothing that was written goes unseen.
async fn written(world: &World, campaign: CampaignId) -> String {
    sqlx::query_scalar(
        "select ca::text || array(select tc::text from team_campaign tc where tc.campaign_id = ca.id order by 1)::text
                         || array(select r::text from canned_response r where r.campaign_id = ca.id order by 1)::text
           from campaign ca where id = $1",
    )
    .bind(campaign.0)
    .fetch_one(&world.store.pool)
    .await
    .unwrap()
}

async fn draft(world: &World) -> CampaignId {
    let campaign = world.campaign().await;
    world.change_campaign(campaign, "started_at = null").await;
    campaign
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_saved_is_what_is_opened(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    let reply = world.pooled(campaign, 10).await;
    world
        .execute(format!(
            "update contact set custom_fields = '{{\"site\": \"Library\"}}' where id = {reply}"
        ))
        .await;
    let save = current(&world, campaign, CampaignSection::Script).await;
    store
        .save_script(admin, campaign, &save, "Hi {firstName}", day("2026-11-02"))
        .await
        .unwrap();
    let settings = store.settings(admin, campaign).await.unwrap();
    assert_ne!(settings.versions.script, save.version);
    assert_eq!(settings.script, "Hi {firstName}");
    assert_eq!(
        (settings.due_on, settings.overdue),
        (day("2026-11-02"), true)
    );
    assert_eq!(settings.custom_fields, ["site"]);
    assert_eq!(settings.hours, "9:00 AM to 9:00 PM, America/New_York");
    let save = current(&world, campaign, CampaignSection::Script).await;
    store
        .save_script(admin, campaign, &save, "", day("2026-11-03"))
        .await
        .unwrap();
    let settings = store.settings(admin, campaign).await.unwrap();
    assert!(!settings.overdue && !settings.checks.has_script);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_admins_who_save_the_same_page_the_second_is_told_and_overwrites_nothing(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let other = world.owner.clone();
    let campaign = world.campaign().await;
    let save = current(&world, campaign, CampaignSection::Script).await;
    let (one, two) = tokio::join!(
        world
            .store
            .save_script(&world.admin, campaign, &save, "One", None),
        world
            .store
            .save_script(&other, campaign, &save, "Two", None),
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
    assert_eq!(one.and(two), Err(AppError::SavedMeanwhile));
    let before = written(&world, campaign).await;
    let late = world
        .store
        .save_teams(&other, campaign, &unknown(), true, Vec::new(), false)
        .await;
    assert_eq!(late, Err(AppError::SavedMeanwhile));
    assert_eq!(written(&world, campaign).await, before);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn teams_are_chosen_together_and_only_those_of_the_organization(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    let one = store.create_team(admin, "One", 1).await.unwrap();
    let two = store.create_team(admin, "Two", 2).await.unwrap();
    let theirs = other
        .store
        .create_team(&other.admin, "One", 1)
        .await
        .unwrap();
    let chosen = |settings: app::ports::CampaignSettings| -> Vec<TeamId> {
        let teams = settings.teams.into_iter().filter(|team| team.chosen);
        teams.map(|team| team.id).collect()
    };
    let save = current(&world, campaign, CampaignSection::Teams).await;
    store
        .save_teams(admin, campaign, &save, true, vec![one, two], true)
        .await
        .unwrap();
    let settings = store.settings(admin, campaign).await.unwrap();
    assert!(settings.team_restricted);
    assert_eq!(chosen(settings), [one, two]);
    let before = written(&world, campaign).await;
    let save = current(&world, campaign, CampaignSection::Teams).await;
    let refused = store
        .save_teams(admin, campaign, &save, false, vec![two, theirs], false)
        .await;
    assert_eq!(refused, Err(AppError::NotFound));
    assert_eq!(written(&world, campaign).await, before);
    store
        .save_teams(admin, campaign, &save, false, vec![two], false)
        .await
        .unwrap();
    let settings = store.settings(admin, campaign).await.unwrap();
    assert!(!settings.team_restricted);
    assert_eq!(chosen(settings), [two]);
    let refused = other
        .store
        .save_teams(&other.admin, campaign, &save, true, Vec::new(), true)
        .await;
    assert_eq!(refused, Err(AppError::NotFound));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn that_nobody_can_take_its_replies_is_asked_about(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    let legal = store.create_team(admin, "Legal", 1).await.unwrap();
    let before = written(&world, campaign).await;
    let save = current(&world, campaign, CampaignSection::Teams).await;
    for teams in [vec![], vec![legal]] {
        let refused = store
            .save_teams(admin, campaign, &save, true, teams, false)
            .await;
        assert!(
            matches!(&refused, Err(AppError::Fields(errors)) if errors.of("confirmed").is_some()),
            "{refused:?}"
        );
        assert_eq!(written(&world, campaign).await, before);
    }
    store
        .save_teams(admin, campaign, &save, true, vec![legal], true)
        .await
        .unwrap();
    let ann = TeamPart::Member(world.ann.member);
    store
        .change_team(admin, legal, ann, TeamChange::Add)
        .await
        .unwrap();
    let save = current(&world, campaign, CampaignSection::Teams).await;
    store
        .save_teams(admin, campaign, &save, true, vec![legal], false)
        .await
        .unwrap();

    // The team that alone draws from it is not deleted without a word either.
    let refused = store.delete_team(admin, legal, false).await;
    let Err(AppError::Fields(errors)) = &refused else {
        panic!("it is not refused: {refused:?}");
    };
    assert!(errors.is_only("confirmed"), "{errors:?}");
    assert_eq!(store.team_loss(admin, legal).await.unwrap().stranded, 1);
    store.delete_team(admin, legal, true).await.unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_draft_is_launched_once_it_lacks_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    let before = written(&world, campaign).await;
    let sentence = |refused: Result<(), AppError>| refused.unwrap_err().to_string();
    assert_eq!(
        sentence(
            store
                .launch(admin, campaign, &SectionVersions::default(), false)
                .await
        ),
        "This campaign cannot be launched yet. It still needs contacts and a script."
    );
    assert_eq!(written(&world, campaign).await, before);
    world.pooled(campaign, 10).await;
    world.change_campaign(campaign, "script = 'Hi'").await;
    let number: String = sqlx::query_scalar("delete from sending_number returning number")
        .fetch_one(&store.pool)
        .await
        .unwrap();
    assert_eq!(
        sentence(
            store
                .launch(admin, campaign, &SectionVersions::default(), false)
                .await
        ),
        "This campaign cannot be launched yet. It still needs a phone number."
    );
    world
        .execute(format!(
            "insert into sending_number values ({}, '{number}', 'simulated')",
            world.organization
        ))
        .await;
    let any = SectionVersions::default();
    let (one, two) = tokio::join!(
        store.launch(admin, campaign, &any, false),
        store.launch(admin, campaign, &any, false)
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
    assert_eq!(
        sentence(one.and(two)),
        "This campaign has already been launched."
    );
    let started: chrono::DateTime<chrono::Utc> =
        sqlx::query_scalar("select started_at from campaign where id = $1")
            .bind(campaign.0)
            .fetch_one(&store.pool)
            .await
            .unwrap();
    assert_eq!(started, noon());
    // What runs keeps a script.
    let save = current(&world, campaign, CampaignSection::Script).await;
    let refused = store.save_script(admin, campaign, &save, " ", None).await;
    assert!(matches!(&refused, Err(AppError::Fields(errors)) if errors.of("script").is_some()));
    let row = store.find(admin, campaign).await.unwrap();
    assert_eq!(row.state, app::domain::CampaignState::Started);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_archived_or_of_another_organization_is_not_launched(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let campaign = draft(&world).await;
    world.change_campaign(campaign, "archived_at = now()").await;
    let refused = world
        .store
        .launch(&world.admin, campaign, &SectionVersions::default(), false)
        .await;
    assert!(refused.unwrap_err().to_string().contains("archived"));
    for refused in [
        other
            .store
            .launch(&other.admin, campaign, &SectionVersions::default(), false)
            .await,
        other.store.settings(&other.admin, campaign).await.map(drop),
        other
            .store
            .save_script(&other.admin, campaign, &unknown(), "Hi", None)
            .await,
    ] {
        assert_eq!(refused, Err(AppError::NotFound));
    }
}
