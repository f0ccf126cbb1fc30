use super::TestApp;
use http::StatusCode;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_page_runs_only_scripts_with_its_nonce_and_nothing_may_frame_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let first = app.get("/sign-in", None).await;
    assert_eq!(first.status, StatusCode::OK);
    let policy = first.headers["content-security-policy"].to_str().unwrap();
    let (_, rest) = policy.split_once("script-src 'self' 'nonce-").unwrap();
    let (nonce, rest) = rest.split_once('\'').unwrap();
    assert_eq!(rest, " 'wasm-unsafe-eval'");
    for directive in [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    ] {
        assert!(policy.contains(directive), "{policy}");
    }
    assert!(!policy.contains("unsafe-inline"));
    let scripts = first.body.matches("<script").count();
    assert!(scripts > 0);
    assert_eq!(
        first.body.matches(&format!("nonce=\"{nonce}\"")).count(),
        scripts,
        "{}",
        first.body
    );
    assert!(
        !first.body.contains(" style="),
        "inline styles are not allowed by the policy"
    );
    let second = app.get("/sign-in", None).await;
    assert_ne!(
        second.headers["content-security-policy"],
        first.headers["content-security-policy"]
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_answer_carries_the_headers(pool: PgPool) {
    let app = TestApp::new(pool).await;
    for path in [
        "/sign-in",
        "/texts",
        "/nowhere",
        "/health",
        "/pkg/nothing.js",
        "/api/requests/offer",
    ] {
        let answer = app.get(path, None).await;
        for header in [
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "permissions-policy",
        ] {
            assert!(answer.headers.contains_key(header), "{path} {header}");
        }
        assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn another_sites_page_cannot_post_and_nothing_is_changed_by_a_get(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.admin).await;
    let form = "policy[interval]=60";
    let foreign = app
        .post(
            "/api/releases/start",
            Some(&cookie),
            form,
            "text/html",
            "http://evil.test",
        )
        .await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    let get = app
        .get(&format!("/api/releases/start?{form}"), Some(&cookie))
        .await;
    assert!(
        !get.status.is_success() && !get.status.is_redirection(),
        "{}",
        get.status
    );
    assert_eq!(app.world.count("select count(*) from release").await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_overlong_form_is_refused(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    let form = format!("conversation=1&body={}", "x".repeat(70_000));
    let answer = app
        .call("/api/conversations/save-draft", Some(&cookie), &form)
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_does_not_exist_is_a_page_with_the_right_status(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    for path in ["/nowhere", "/texts/999999", "/texts/abc"] {
        let answer = app.get(path, Some(&cookie)).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("<main"), "{path}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_page_keeps_its_policy_whatever_is_fetched_beside_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    // On one thread, as a test runs, a file that is asked for while a page waits for the database
    // meets what the page left on the thread.
    for _ in 0..20 {
        let (page, file) = futures::join!(
            app.get("/texts", Some(&cookie)),
            app.get("/Cargo.toml", None)
        );
        let policy = |answer: &super::Answer| {
            answer.headers["content-security-policy"]
                .to_str()
                .unwrap()
                .to_owned()
        };
        assert!(policy(&page).contains("script-src"), "{}", policy(&page));
        assert!(page.body.contains("<main"));
        assert_eq!(file.status, StatusCode::OK);
    }
}
