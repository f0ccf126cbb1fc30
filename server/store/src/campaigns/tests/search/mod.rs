//! The search of the campaigns page against a model in Rust, on small worlds made at random.

mod model;
mod question;

use self::model::{Team, campaign, expected};
use self::question::query;
use crate::campaigns::search::search;
use crate::testing::{World, noon};
use app::domain::{CampaignId, CampaignKey, CampaignQuery};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use sqlx::PgPool;

/// All that is found, in pages of so many.
async fn found(world: &World, query: &CampaignQuery, page: usize) -> Vec<CampaignId> {
    let mut all = Vec::new();
    let mut after: Option<CampaignKey> = None;
    loop {
        let (rows, next) = search(&world.store, world.organization, query, after, page)
            .await
            .unwrap();
        assert!(rows.len() == page || next.is_none());
        all.extend(rows);
        // As it comes back in an address.
        after = next.map(|key| key.to_string().parse().unwrap());
        if after.is_none() {
            return all;
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn finds_in_order_what_the_model_finds_and_no_page_loses_or_repeats_a_row(pool: PgPool) {
    let mut runner = TestRunner::default();
    let mut something = 0;
    for general_is_open in [true, false] {
        let world = World::new(pool.clone()).await;
        world
            .execute(format!(
                "update pool set enabled = {general_is_open} where id = {}",
                world.general
            ))
            .await;
        let teams = [
            (Team::Open, world.team_for("Open", &[], &[&world.ann]).await),
            (Team::Empty, world.team_for("Empty", &[], &[]).await),
            (
                Team::Closed,
                world.team_for("Closed", &[], &[&world.ben]).await,
            ),
        ];
        for (team, id) in teams {
            world
                .execute(format!(
                    "update pool set enabled = {} where organization_id = {} and team_id = {id}",
                    team != Team::Closed,
                    world.organization
                ))
                .await;
        }
        let campaigns = proptest::collection::vec(campaign(), 45);
        let mut made = Vec::new();
        for campaign in campaigns.new_tree(&mut runner).unwrap().current() {
            made.push((campaign.make(&world, &teams).await, campaign));
        }
        // Another organization's are never found.
        World::new(pool.clone()).await.campaign().await;
        assert_eq!(world.store.clock.pinned(), Some(noon()));
        for _ in 0..300 {
            let query = query().new_tree(&mut runner).unwrap().current();
            let expected = expected(&made, &query, general_is_open);
            assert_eq!(
                found(&world, &query.1, 4).await,
                expected,
                "{query:?}: {made:#?}"
            );
            something += usize::from(expected.len() > 4);
        }
    }
    // Most of the questions have more than one page of answers.
    assert!(something > 100, "{something}");
}
