//! The release history as a file.

use super::TestApp;
use app::domain::{IdleInterval, ReleaseKind, ReleaseOrder, ReleasePolicy};
use app::ports::Releases;
use server_store::releases::release_automatically;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn has_a_line_a_release_and_the_filters_of_the_page(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world
        .change_campaign(
            campaign,
            "title = '=HYPERLINK(\"http://evil.test\"), 1', auto_release_minutes = 30",
        )
        .await;
    let escalated = world.reply(campaign, &world.ann, 300).await;
    world.change(escalated, "escalated = true".into()).await;
    world.reply(campaign, &world.ann, 300).await;
    let everywhere = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let first = world.store.start(&world.admin, everywhere).await.unwrap();
    world.store.undo(&world.admin, first.release).await.unwrap();
    for _ in 0..2 {
        world.reply(campaign, &world.ben, 50).await;
        release_automatically(&world.store, world.organization, campaign)
            .await
            .unwrap();
    }
    world.unsent(campaign, &world.ann).await;
    let order =
        ReleaseOrder::on_campaign(campaign, ReleaseKind::Unsent, IdleInterval::ONE_HOUR, false);
    world.store.start(&world.admin, order).await.unwrap();
    let admin = app.sign_in(&world.admin).await;

    let answer = app.get("/releases.csv", Some(&admin)).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(
        answer.headers["content-disposition"],
        "attachment; filename=\"releases.csv\""
    );
    let lines: Vec<&str> = answer.body.lines().collect();
    assert_eq!(lines.len(), 1 + 5, "{}", answer.body);
    assert!(
        lines[0].starts_with("release,started at (UTC),seconds,by,where,campaign,what,"),
        "{}",
        lines[0]
    );
    assert_eq!(
        lines[1],
        "5,2026-11-03T17:00:00Z,0.000,Ada,One campaign,\"'=HYPERLINK(\"\"http://evil.test\"\"), 1\",\
         unsent,60,yes,no,no,finished,1,1,,0,,0,0,0,0,0,0,0,0,0,0,0,,,0,0,0,0,0,0,0,0,,,"
    );
    assert_eq!(
        lines[4],
        "2,2026-11-03T17:00:00Z,0.000,Ada,All campaigns,,replies,60,no,yes,no,finished,1,1,1,0,,\
         0,0,0,0,0,0,0,0,0,0,0,,,0,0,0,0,0,0,0,0,,,"
    );
    assert_eq!(
        lines[5],
        "1,2026-11-03T17:00:00Z,0.000,Ada,All campaigns,,replies,60,no,yes,no,finished,1,1,,0,2,\
         0,0,0,1,0,0,0,0,0,0,0,,,0,0,0,0,0,0,0,0,,,"
    );

    for (query, expected) in [
        ("by=automatic", 2),
        ("by=undo&campaign=", 1),
        ("by=hand", 2),
        ("by=texters", 0),
        ("by=hand&campaign=1", 2),
        ("group=3", 2),
    ] {
        let answer = app
            .get(&format!("/releases.csv?{query}"), Some(&admin))
            .await;
        assert_eq!(answer.body.lines().count(), 1 + expected, "{query}");
    }
    for query in ["by=nobody", "campaign=x", "group=-1"] {
        let answer = app
            .get(&format!("/releases.csv?{query}"), Some(&admin))
            .await;
        assert_eq!(answer.status, 400, "{query}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn is_whole_however_long_it_is(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    world
        .execute(format!(
            "insert into release (organization_id, scope, actor_id, interval_minutes, include_team_restricted,
                    only_within_texting_hours, include_auto_assign_off, clock, state, finished_at)
             select {}, 'everywhere', {}, 60, false, true, false, now(), 'finished', now()
               from generate_series(1, 120)",
            world.organization, world.admin.member
        ))
        .await;
    let admin = app.sign_in(&world.admin).await;
    let answer = app.get("/releases.csv", Some(&admin)).await;
    assert_eq!(answer.body.lines().count(), 121);
}
