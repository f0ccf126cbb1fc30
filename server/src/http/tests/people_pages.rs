//! The page of a member.

use super::TestApp;
use app::ports::Teams;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn it_says_since_which_day_they_are_one_by_the_organizations_clock(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let path = format!("/people/{}", app.world.ann.member);
    // Between these two the day differs, whatever time it is.
    for zone in ["Pacific/Kiritimati", "Pacific/Midway"] {
        app.world
            .change_settings(|settings| settings.time_zone = Some(zone.to_owned()))
            .await;
        let day: String = sqlx::query_scalar(
            "select to_char(created_at at time zone $1, 'Mon FMDD, YYYY') from member where id = $2",
        )
        .bind(zone)
        .bind(app.world.ann.member.0)
        .fetch_one(&app.world.store.pool)
        .await
        .unwrap();
        let page = app.get(&path, Some(&admin)).await.body;
        let since = format!("<dt>Member since</dt><dd>{day}</dd>");
        assert!(page.contains(&since), "{since}: {page}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_team_is_found_and_joined_from_it_where_there_are_many(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let member = app.world.ann.member;
    let path = format!("/people/{member}");
    let create = async |number: usize| {
        let title = format!("Team {number:02}");
        let team = app.world.store.create_team(&app.world.admin, &title, 10);
        team.await.unwrap()
    };
    let option = |number: usize| format!(">Team {number:02}</option>");
    let page = async |query: &str| app.get(&[&path, query].concat(), Some(&admin)).await.body;
    for number in 0..50 {
        create(number).await;
    }
    let all = page("").await;
    assert!(
        all.contains(&option(49)) && !all.contains("Title of a team"),
        "{all}"
    );
    let last = create(50).await;
    let first_ones = page("").await;
    assert!(first_ones.contains(&option(49)) && !first_ones.contains(&option(50)));
    assert!(first_ones.contains("There are more. Search to find them."));
    let found = page("?team=AM%2050").await;
    assert!(
        found.contains(&option(50)) && !found.contains(&option(49)),
        "{found}"
    );
    let form = format!("team={last}&member={member}&add=true&from_person=true");
    let added = app.submit("/api/teams/change", Some(&admin), &form).await;
    let joined = app.follow(&added, &admin).await.body;
    assert!(joined.contains("Added to the team.") && joined.contains("Remove from Team 50"));
    assert!(!joined.contains(&option(50)), "they are on it");
    let none = page("?team=Team+50").await;
    assert!(
        none.contains("No other team has this in its title."),
        "{none}"
    );
}
