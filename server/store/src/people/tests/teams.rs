//! The teams of a member, and those that they are not on.

use crate::testing::World;
use app::ports::{People, PersonTeam};
use sqlx::PgPool;

fn titles(teams: Vec<PersonTeam>) -> Vec<String> {
    teams.into_iter().map(|team| team.title).collect()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn accents_and_case_are_no_difference_to_the_order_of_teams_nor_to_a_search(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let (ann, ben) = (world.ann.member, world.ben.member);
    for title in ["Zeta", "educación", "Árbol"] {
        world.team_for(title, &[], &[&world.ann]).await;
    }
    let ordered = ["Árbol", "educación", "Zeta"];
    let person = store.person(admin, ann).await.unwrap();
    assert_eq!(titles(person.teams), ordered);
    for (search, found) in [
        ("", &ordered as &[&str]),
        ("EDUCACION", &["educación"]),
        ("arbol", &["Árbol"]),
    ] {
        let others = store.other_teams(admin, ben, search).await.unwrap();
        assert_eq!(titles(others.teams), found, "{search}");
    }
}
