use super::command;
use crate::commands::campaign::{Create, List};
use app::domain::OrganizationId;
use server_store::testing::World;
use sqlx::PgPool;

/// The lines of a list, each in its columns.
async fn listed(world: &World, state: &str, search: &str) -> Vec<Vec<String>> {
    let list = List {
        organization: world.organization,
        state: state.parse().unwrap(),
        search: search.into(),
    };
    let mut lines = Vec::new();
    let print = |line: String| lines.push(line.split('\t').map(str::to_owned).collect());
    list.run(&world.store, print).await.unwrap();
    lines
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_page_is_listed_and_each_campaign_once(pool: PgPool) {
    let world = World::new(pool).await;
    let mut drafts = Vec::new();
    for number in 1..=51 {
        let create = Create {
            title: format!("Draft {number}"),
            ..command(&world, "Hi")
        };
        let id = create.run(&world.store).await.unwrap();
        drafts.push((id.to_string(), create.title));
    }
    drafts.reverse();
    let found = listed(&world, "drafts", "").await.into_iter();
    let found: Vec<_> = found
        .map(|columns| (columns[0].clone(), columns[7].clone()))
        .collect();
    assert_eq!(found, drafts);
    assert_eq!(listed(&world, "drafts", "DRAFT 51").await.len(), 1);
    assert!(listed(&world, "current", "").await.is_empty());
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_line_says_how_a_campaign_of_the_organization_stands(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    other.campaign().await;
    let campaign = world.campaign().await;
    world.unsent(campaign, &world.ann).await;
    world.reply(campaign, &world.ann, 60).await;
    world.pooled(campaign, 10).await;
    world
        .change_campaign(campaign, "due_on = '2030-11-03'")
        .await;
    let id = campaign.to_string();
    let line = [id.as_str(), "Started", "3", "1", "1", "1", "2030-11-03"];
    let found = listed(&world, "current", "").await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0], [&line[..], &["Early vote"]].concat());
    assert!("running".parse::<app::domain::CampaignTab>().is_err());
    let nowhere = List {
        organization: OrganizationId(77_777),
        state: "current".parse().unwrap(),
        search: String::new(),
    };
    let refused = nowhere.run(&world.store, |_| {}).await.unwrap_err();
    assert_eq!(refused.to_string(), "There is no organization 77777.");
}
