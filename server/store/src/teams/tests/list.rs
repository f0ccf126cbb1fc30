//! The list of teams: how it is searched, and its order.

use super::team;
use crate::testing::World;
use app::ports::Teams;
use sqlx::PgPool;

/// The titles that a search finds, in their order.
async fn titles(world: &World, search: &str) -> Vec<String> {
    let teams = world.store.teams(&world.admin, search).await.unwrap();
    teams.into_iter().map(|team| team.title).collect()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn teams_are_found_by_a_part_of_their_title(pool: PgPool) {
    let world = World::new(pool).await;
    for title in ["Legal", "Legal (night)", "100% Press"] {
        team(&world, title).await;
    }
    for (search, found) in [
        (" legal ", &["Legal", "Legal (night)"] as &[&str]),
        ("0%", &["100% Press"]),
        ("%", &["100% Press"]),
        ("_", &[]),
        (" ", &["100% Press", "Legal", "Legal (night)"]),
    ] {
        assert_eq!(titles(&world, search).await, found, "{search}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn accents_and_case_are_no_difference_to_a_search_nor_to_the_order(pool: PgPool) {
    let world = World::new(pool).await;
    for title in ["Zeta", "Educación", "ábaco", "Árbol"] {
        team(&world, title).await;
    }
    for search in ["educacion", "EDUCACIÓN", "Educa"] {
        assert_eq!(titles(&world, search).await, ["Educación"], "{search}");
    }
    let ordered = ["ábaco", "Árbol", "Educación", "Zeta"];
    assert_eq!(titles(&world, "").await, ordered);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_tags_of_a_team_are_in_the_same_order(pool: PgPool) {
    let world = World::new(pool).await;
    let mut tags = Vec::new();
    for title in ["Zeta", "prensa", "Árbol"] {
        tags.push(world.escalation_tag(title).await);
    }
    world.team_for("Legal", &tags, &[]).await;
    let teams = world.store.teams(&world.admin, "").await.unwrap();
    assert_eq!(teams[0].tags, ["Árbol", "prensa", "Zeta"]);
}
