//! Whom the audit log can be filtered by.

use super::TestApp;
use app::domain::Role;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn it_says_that_not_everybody_is_listed(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let owner = app.world.member(Role::Owner).await;
    let owner = app.sign_in(&owner).await;
    let hint = r#"<p id="person-hint" class="hint">Only 200 people are listed here."#;
    let page = app.get("/audit", Some(&owner)).await.body;
    assert!(!page.contains("person-hint"), "{page}");
    for _ in 0..200 {
        app.world.member(Role::Supervolunteer).await;
    }
    let page = app.get("/audit", Some(&owner)).await.body;
    assert!(page.contains(hint), "{page}");
    assert!(page.contains(r#"aria-describedby="person-hint""#), "{page}");
}
