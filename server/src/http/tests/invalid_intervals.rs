//! Idle intervals out of range, which the server function and the table's constraint refuse.

use super::TestApp;
use super::refusals::snapshot;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_interval_that_does_not_exist_is_refused_and_nothing_is_written(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    app.world.reply(campaign, &app.world.ann, 300).await;
    let before = snapshot(&app.world).await;
    let admin = app.sign_in(&app.world.admin).await;
    for interval in ["0", "-60", "4", "10081", "", "abc", "NaN", "1e9", "60.5"] {
        let answer = app
            .call(
                "/api/releases/start",
                Some(&admin),
                &format!("policy[interval]={interval}"),
            )
            .await;
        assert_eq!(answer.status, 422, "{interval}: {}", answer.body);
    }
    assert_eq!(snapshot(&app.world).await, before);
    for minutes in [0, -1, 4, 10_081] {
        let insert = sqlx::query(
            "insert into release (organization_id, scope, actor_id, interval_minutes, include_team_restricted,
                                  only_within_texting_hours, include_auto_assign_off, clock)
             values ($1, 'everywhere', $2, $3, false, true, false, now())",
        )
        .bind(app.world.organization.0)
        .bind(app.world.admin.member.0)
        .bind(minutes)
        .execute(&app.world.store.pool)
        .await;
        assert!(
            insert
                .unwrap_err()
                .into_database_error()
                .unwrap()
                .is_check_violation(),
            "{minutes}"
        );
    }
}
