use super::{command, typed};
use crate::commands::campaign::autoassign::AutoRelease;
use server_store::testing::World;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_named_of_a_campaign_is_edited(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = command(&world, "Hi").run(&world.store).await.unwrap();
    let edit = [
        "edit",
        "--title",
        "Early vote, week 2",
        "--script",
        "Hi {firstName}\r\nHello",
        "--due-on",
        "2030-11-03",
    ];
    typed(&world, id, &edit).await.unwrap();
    let row = "select concat_ws('|', title, script, due_on, texting_from, team_restricted) from campaign where id = $1";
    let row = async || -> String {
        let row = sqlx::query_scalar(row).bind(id.0);
        row.fetch_one(&pool).await.unwrap()
    };
    let edited = "Early vote, week 2|Hi {firstName}\nHello|2030-11-03|09:00:00|f";
    assert_eq!(row().await, edited);
    for wrong in [
        ["--due-on", "soon"],
        ["--texting-until", "08:00"],
        ["--time-zone", "Mars/Olympus"],
        ["--team", "Nobody’s"],
    ] {
        let words = ["edit", "--title", "Another", wrong[0], wrong[1]];
        let refused = typed(&world, id, &words).await.unwrap_err();
        assert!(!refused.is_empty());
        assert_eq!(row().await, edited, "{wrong:?}: {refused}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_one_section_is_refused_for_keeps_the_others_as_they_were(pool: PgPool) {
    let world = World::new(pool).await;
    let launched = world.campaign().await;
    world.team_for("Legal", &[], &[&world.ann]).await;
    let restricted = "select count(*) from campaign ca
                       where ca.team_restricted or ca.title <> 'Early vote'
                          or exists (select from team_campaign tc where tc.campaign_id = ca.id)";
    let events = "select count(*) from audit_event where subject_kind = 'campaign'";
    for (option, value, sentence) in [
        ("--time-zone", "Mars", "There is no time zone"),
        ("--script", "Hi {zip}", "No contact has {zip}."),
    ] {
        let words = [
            "edit", "--team", "Legal", "--title", "Another", option, value,
        ];
        let refused = typed(&world, launched, &words).await.unwrap_err();
        assert!(refused.starts_with(sentence), "{refused}");
        assert_eq!(world.count(restricted).await, 0, "{option}");
        assert_eq!(world.count(events).await, 0, "{option}");
    }
    let words = ["edit", "--team", "Legal", "--time-zone", "America/Chicago"];
    typed(&world, launched, &words).await.unwrap();
    assert_eq!(world.count(restricted).await, 1);
    assert_eq!(world.count(events).await, 2);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn each_switch_of_autoassign_mode_is_set_by_itself(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let id = command(&world, "Hi").run(&world.store).await.unwrap();
    let switches = async || -> (bool, Option<i32>) {
        let row =
            sqlx::query_as("select auto_assign, auto_release_minutes from campaign where id = $1");
        row.bind(id.0).fetch_one(&pool).await.unwrap()
    };
    typed(&world, id, &["autoassign", "--release", "45"])
        .await
        .unwrap();
    assert_eq!(switches().await, (false, Some(45)));
    typed(&world, id, &["autoassign", "--assign", "true"])
        .await
        .unwrap();
    assert_eq!(switches().await, (true, Some(45)));
    typed(&world, id, &["autoassign", "--release", "off"])
        .await
        .unwrap();
    assert_eq!(switches().await, (true, None));
    for wrong in ["4", "10081", "-5", "soon", ""] {
        assert!(wrong.parse::<AutoRelease>().is_err(), "{wrong}");
    }
}
