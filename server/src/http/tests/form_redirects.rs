//! What a page says about a form, and where a form leads to.

use super::{Answer, TestApp, sign_in_form};
use app::error::AppError;
use axum::body::Body;
use http::header::{ACCEPT, CONTENT_TYPE, HOST, ORIGIN, REFERER};
use http::{Request, StatusCode};
use leptos::server_fn::error::ServerFnUrlError;
use sqlx::PgPool;

const LIE: &str = "Your account is locked. Call 555-0100 and say your password.";

/// The address of a page with somebody's own sentence on it.
fn crafted(path: &str) -> String {
    let error = AppError::Invalid(LIE.into());
    let url = ServerFnUrlError::new("/x", error)
        .to_url(&format!("http://baton.test{path}"))
        .unwrap();
    url.as_str().replace("http://baton.test", "")
}

/// The cookie by which a browser shows that it was refused.
const REFUSALS: &str = "baton_refusals";

async fn refused_sign_in(app: &TestApp, referrer: Option<&str>) -> Answer {
    let mut request = Request::post("/api/session/sign-in")
        .header(HOST, "baton.test")
        .header(ORIGIN, "http://baton.test")
        .header(ACCEPT, "text/html")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(referrer) = referrer {
        request = request.header(REFERER, referrer);
    }
    let form = sign_in_form("nobody@example.org", "a guess");
    app.answer(request.body(Body::from(form)).unwrap()).await
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_link_puts_no_sentence_on_any_page(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    let admin = app.sign_in(&app.world.admin).await;
    let signed_in = format!("{admin}; baton_refusals=AAAAAAAAAAAAAAAAAAAAAA");
    let campaign = format!("/campaigns/{campaign}");
    let pages = [
        ("/sign-in", None),
        ("/tags", Some(&signed_in)),
        ("/people", Some(&signed_in)),
        ("/assignment", Some(&signed_in)),
        (campaign.as_str(), Some(&signed_in)),
    ];
    for (path, cookie) in pages {
        let address = crafted(path);
        let encoded = address
            .replace("__err", "%5F_err")
            .replace("__path", "__%70ath");
        for address in [address, encoded] {
            let page = app.get(&address, cookie.map(String::as_str)).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            assert!(!page.body.contains("555-0100"), "{address}");
        }
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_link_fills_in_no_form(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    let admin = app.sign_in(&app.world.admin).await;
    let address = format!("/campaigns/{campaign}?form=script&script=Vote+twice&due_on=");
    let page = app.get(&address, Some(&admin)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("Vote twice"));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_refusal_is_shown_to_whoever_was_refused_and_to_nobody_else(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let refused = refused_sign_in(&app, Some("http://baton.test/sign-in")).await;
    assert_eq!(refused.status, StatusCode::FOUND);
    assert!(
        refused.location().starts_with("/sign-in?"),
        "{}",
        refused.location()
    );
    let set_cookie = refused.headers["set-cookie"].to_str().unwrap();
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=600"] {
        assert!(set_cookie.contains(attribute), "{set_cookie}");
    }
    let cookie = refused.cookie_named(REFUSALS).unwrap();
    let sentence = AppError::WrongCredentials.to_string();
    // Also when the page is loaded again.
    for _ in 0..2 {
        let page = app.get(refused.location(), Some(&cookie)).await;
        assert!(page.body.contains(&sentence), "{}", page.body);
    }
    let elsewhere = app.get(refused.location(), None).await;
    assert_eq!(elsewhere.status, StatusCode::OK);
    assert!(!elsewhere.body.contains(&sentence));
    let changed = format!("{}&more=1", refused.location());
    let changed = app.get(&changed, Some(&cookie)).await;
    assert!(!changed.body.contains(&sentence));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn forms_that_are_refused_in_several_tabs_all_keep_what_was_typed(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let mut cookie = app.sign_in(&app.world.admin).await;
    let mut pages = Vec::new();
    for priority in ["many", "few"] {
        let form = format!("title=Legal&priority={priority}");
        let answer = app.submit("/api/teams/create", Some(&cookie), &form).await;
        assert_eq!(answer.status, StatusCode::FOUND);
        let session = cookie.split(';').next().unwrap().to_owned();
        cookie = format!("{session}; {}", answer.cookie_named(REFUSALS).unwrap());
        pages.push((
            answer.location().to_owned(),
            format!("value=\"{priority}\""),
        ));
    }
    for (location, typed) in pages {
        let page = app.get(&location, Some(&cookie)).await;
        assert!(page.body.contains(&typed), "{location}");
        assert!(page.body.contains("field-error"), "{location}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_refused_form_leads_to_a_page_of_baton_wherever_it_says_it_came_from(pool: PgPool) {
    let app = TestApp::new(pool).await;
    for referrer in [
        None,
        Some("http://evil.test/page"),
        Some("https://baton.test.evil.test/"),
        Some("http://baton.test@evil.test/"),
        Some("//evil.test"),
        Some("/\\evil.test"),
        Some("http://baton.test//evil.test"),
        Some("http://baton.test/\\evil.test"),
        Some("javascript:alert(1)"),
        Some("nonsense"),
    ] {
        let answer = refused_sign_in(&app, referrer).await;
        assert_eq!(answer.status, StatusCode::FOUND, "{referrer:?}");
        let location = answer.location();
        assert!(
            location.starts_with('/')
                && !location.starts_with("//")
                && !location.starts_with("/\\"),
            "{referrer:?}: {location}"
        );
        assert!(location.contains("__err="), "{referrer:?}: {location}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_second_refusal_takes_the_place_of_the_first(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let first = crafted("/sign-in");
    let answer = refused_sign_in(&app, Some(&format!("http://baton.test{first}"))).await;
    assert_eq!(answer.location().matches("__err=").count(), 1);
    let page = app
        .get(answer.location(), answer.cookie_named(REFUSALS).as_deref())
        .await;
    assert!(page.body.contains(&AppError::WrongCredentials.to_string()));
    assert!(!page.body.contains("555-0100"));
}
