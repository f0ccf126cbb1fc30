//! Which names the server answers to.

use super::{Answer, TestApp};
use axum::body::Body;
use http::header::HOST;
use http::{Request, StatusCode};
use sqlx::PgPool;

async fn asked_as(app: &TestApp, target: &str, hosts: &[&str]) -> Answer {
    let mut request = Request::get(target).header("accept", "text/html");
    for host in hosts {
        request = request.header(HOST, *host);
    }
    app.answer(request.body(Body::empty()).unwrap()).await
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn it_answers_to_its_public_name_and_to_numbers(pool: PgPool) {
    let app = TestApp::new(pool).await;
    for host in [
        "baton.test",
        "Baton.Test:8080",
        "localhost:3000",
        "127.0.0.1:3000",
        "192.168.1.7",
        "[::1]:3000",
    ] {
        let answer = asked_as(&app, "/sign-in", &[host]).await;
        assert_eq!(answer.status, StatusCode::OK, "{host}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn anybody_elses_name_is_refused_with_a_sentence(pool: PgPool) {
    let app = TestApp::new(pool).await;
    for host in [
        "evil.test",
        "evil.test:3000",
        "baton.test.evil.test",
        "127.0.0.1.evil.test",
        "nobaton.test",
    ] {
        for path in [
            "/sign-in",
            "/",
            "/releases.csv",
            "/pkg/x.js",
            "/webhooks/twilio",
        ] {
            let answer = asked_as(&app, path, &[host]).await;
            assert_eq!(
                answer.status,
                StatusCode::MISDIRECTED_REQUEST,
                "{host} {path}"
            );
            assert!(answer.body.contains("http://baton.test"), "{}", answer.body);
        }
    }
    let absolute = asked_as(&app, "http://evil.test/sign-in", &["baton.test"]).await;
    assert_eq!(absolute.status, StatusCode::MISDIRECTED_REQUEST);
    for hosts in [&[][..], &["baton.test", "evil.test"], &["a b"]] {
        let answer = asked_as(&app, "/sign-in", hosts).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{hosts:?}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn its_health_is_answered_under_any_name(pool: PgPool) {
    let app = TestApp::new(pool).await;
    for hosts in [&["10-0-0-7.nodes.internal"][..], &[]] {
        assert_eq!(
            asked_as(&app, "/health", hosts).await.status,
            StatusCode::OK
        );
    }
}
