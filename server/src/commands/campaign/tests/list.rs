use super::command;
use crate::commands::campaign::{Create, List};
use app::domain::OrganizationId;
use app::ports::TeamPart;
use server_store::testing::World;
use sqlx::PgPool;

/// The lines of a list, each in its columns.
async fn listed(world: &World, state: &str, search: &str) -> Vec<Vec<String>> {
    sorted(world, state, search, "newest").await
}

async fn sorted(world: &World, state: &str, search: &str, sort: &str) -> Vec<Vec<String>> {
    let list = List {
        organization: world.organization,
        state: state.parse().unwrap(),
        search: search.into(),
        sort: sort.parse().unwrap(),
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
        .change_campaign(
            campaign,
            "due_on = '2030-11-03', auto_release_minutes = 300",
        )
        .await;
    for title in ["Legal", "Spanish"] {
        let team = world.team_for(title, &[], &[]).await;
        world.add_to_team(team, TeamPart::Campaign(campaign)).await;
    }
    let id = campaign.to_string();
    let line = [id.as_str(), "Started", "3", "1", "1", "1", "2030-11-03"];
    let found = listed(&world, "current", "").await;
    assert_eq!(found.len(), 1, "{found:?}");
    let rest = ["Early vote", "3600", "on", "300", "Legal, Spanish"];
    assert_eq!(found[0], [&line[..], &rest].concat());
    assert!("running".parse::<app::domain::CampaignTab>().is_err());
    let nowhere = List {
        organization: OrganizationId(77_777),
        state: "current".parse().unwrap(),
        search: String::new(),
        sort: "newest".parse().unwrap(),
    };
    let refused = nowhere.run(&world.store, |_| {}).await.unwrap_err();
    assert_eq!(refused.to_string(), "There is no organization 77777.");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn each_order_lists_every_campaign_once(pool: PgPool) {
    let world = World::new(pool).await;
    let [late, nobody, early] = [
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
    ];
    for _ in 0..2 {
        world.reply(late, &world.ann, 30).await;
    }
    world.reply(early, &world.ann, 60).await;
    world
        .change_campaign(nobody, "due_on = '2030-11-03', auto_assign = false")
        .await;
    for (sort, order) in [
        ("newest", [early, nobody, late]),
        ("oldest_wait", [early, late, nobody]),
        ("most_unhandled", [late, early, nobody]),
        ("due_date", [nobody, early, late]),
    ] {
        let found = sorted(&world, "current", "", sort).await;
        let ids: Vec<&str> = found.iter().map(|columns| columns[0].as_str()).collect();
        assert_eq!(ids, order.map(|id| id.to_string()), "{sort}");
        let of_nobody = found
            .iter()
            .find(|columns| columns[0] == nobody.to_string());
        assert_eq!(of_nobody.unwrap()[8..], ["", "off", "off", ""]);
    }
    assert!("title".parse::<app::domain::CampaignSort>().is_err());
}
