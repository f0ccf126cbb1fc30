//! NUL, which PostgreSQL's texts cannot hold, in everything that takes text.

use super::campaign_sections::loaded_version;
use super::refusals::{ADMINS, ANYBODY, DECIDERS, TEXTERS};
use super::{PASSWORD, TestApp, sign_in_form};
use leptos::server_fn::axum::server_fn_paths;
use sqlx::PgPool;

/// Every field of text, also those that a form may leave out.
const ALL_FIELDS: [(&str, &str); 10] = [
    (
        "/api/assignment/save",
        "version=0&requests_enabled=true&requests_disabled_message=Later&default_approval_level=automatic\
         &finish_replies_first=true&most_open_replies=5&most_texts_per_day=50\
         &pools[0][pool]=1&pools[0][enabled]=true&pools[0][kind]=replies&pools[0][max_per_request]=25",
    ),
    (
        "/api/campaigns/save-autoassign",
        "campaign=1&version=0&auto_release=true&interval=custom&number=2&unit=hours",
    ),
    (
        "/api/campaigns/save-script",
        "campaign=1&script=Hi&due_on=2031-01-01",
    ),
    (
        "/api/campaigns/save-responses",
        "campaign=1&responses[0][id]=1&responses[0][position]=1&responses[0][title]=Where&responses[0][body]=Here",
    ),
    ("/api/people/save-levels", "q=ann&after=1"),
    ("/api/requests/deny", "request=1&reason=Later"),
    ("/api/teams/create", "title=Legal&priority=10"),
    (
        "/api/session/sign-in",
        "email=ann@example.org&password=guess",
    ),
    ("/api/session/sign-out", "nothing=here"),
    (
        "/api/releases/start",
        "policy[interval]=custom&policy[number]=2&policy[unit]=hours",
    ),
];

/// The form once with a NUL in each of its values and names: percent-encoded, raw, and at either end.
fn with_nul(form: &str) -> Vec<String> {
    let pairs: Vec<(&str, &str)> = form
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .collect();
    let mut forms = Vec::new();
    for spoilt in 0..pairs.len() {
        for pair in [
            |name: &str, value: &str| format!("{name}={value}%00"),
            |name: &str, value: &str| format!("{name}=\0{value}"),
            |name: &str, value: &str| format!("{name}%00={value}"),
        ] {
            let form: Vec<String> = pairs
                .iter()
                .enumerate()
                .map(|(at, (name, value))| match at == spoilt {
                    true => pair(name, value),
                    false => format!("{name}={value}"),
                })
                .collect();
            forms.push(form.join("&"));
        }
    }
    forms
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn no_server_function_fails_because_of_one(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    app.world.reply(campaign, &app.world.ann, 300).await;
    let admin = app.sign_in(&app.world.admin).await;
    let forms: Vec<(&str, &str)> = ADMINS
        .into_iter()
        .chain(DECIDERS)
        .chain(TEXTERS)
        .chain(ALL_FIELDS)
        .collect();
    for (path, _) in server_fn_paths() {
        assert!(forms.iter().any(|(known, _)| *known == path) || ANYBODY.contains(&path));
    }
    for (path, form) in forms {
        for form in with_nul(form) {
            for accept in ["application/x-postcard", "text/html"] {
                let answer = app
                    .post(path, Some(&admin), &form, accept, "http://baton.test")
                    .await;
                assert!(
                    answer.status.as_u16() < 500 && !answer.location().contains("VW5hdmFpbGFibGU"),
                    "{path} {form:?}: {} {}",
                    answer.status,
                    answer.body
                );
                let refused: Option<app::error::AppError> = answer.decoded();
                assert_ne!(
                    refused,
                    Some(app::error::AppError::Unavailable),
                    "{path} {form:?}"
                );
            }
        }
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_was_typed_around_it_is_kept(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 120).await;
    let texter = app.sign_in(&world.ann).await;
    let form = format!("conversation={reply}&body=Half%00+a+draft");
    let answer = app
        .call("/api/conversations/save-draft", Some(&texter), &form)
        .await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let epoch = world.epoch(reply).await;
    assert_eq!(text(&app, "select body from draft").await, "Half a draft");
    let form = format!("conversation={reply}&lease_epoch={epoch}&body=%00See+you%00+there");
    let answer = app
        .call("/api/conversations/send", Some(&texter), &form)
        .await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let sent = "select body from message where direction = 'outbound' order by id desc limit 1";
    assert_eq!(text(&app, sent).await, "See you there");

    let admin = app.sign_in(&world.admin).await;
    let page = format!("/campaigns/{campaign}");
    let page = app.get(&page, Some(&admin)).await.body;
    let version = loaded_version(&page, "/api/campaigns/save-script");
    let form = format!("campaign={campaign}&save[version]={version}&script=Hi%00+there");
    app.call("/api/campaigns/save-script", Some(&admin), &form)
        .await;
    app.call("/api/tags/create", Some(&admin), "title=Pre%00ss")
        .await;
    app.call(
        "/api/teams/create",
        Some(&admin),
        "title=Le\0gal&priority=10",
    )
    .await;
    assert_eq!(
        text(&app, "select script from campaign where script like 'Hi%'").await,
        "Hi there"
    );
    assert_eq!(
        text(&app, "select title from tag where title like 'Pre%'").await,
        "Press"
    );
    assert_eq!(text(&app, "select title from team").await, "Legal");
}

async fn text(app: &TestApp, query: &'static str) -> String {
    sqlx::query_scalar(query)
        .fetch_one(&app.world.store.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_password_with_one_is_only_a_wrong_password(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let email = app.world.email(&app.world.ann).await;
    let form = sign_in_form(&format!("{email}\0"), &format!("not {PASSWORD}\0"));
    let answer = app.call("/api/session/sign-in", None, &form).await;
    assert_eq!(answer.status, 401, "{}", answer.body);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn no_address_fails_because_of_one(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.admin).await;
    for path in [
        "/%00",
        "/texts/%00",
        "/texts/1%00",
        "/campaigns/%00",
        "/people?q=a%00b",
        // Leptos decodes the values of a query twice.
        "/people?q=a%2500b&after=%2500",
        "/people?after=%00",
        "/releases?campaign=%00&by=%00&group=%00&after=%00",
        "/requests?decided=%00",
        "/tags?form=create&title=%00",
        "/texts?opted_out=%00&sent=%00",
        "/campaigns?after=%00&q=%00&tab=%00&sort=%00&overdue=%00",
        "/campaigns?q=a%2500b&done=archive&changed=%00&left=%00&chosen=%00",
        "/campaigns/chosen?change=archive&campaigns=%00&back=%00",
        "/releases.csv?by=%00",
        "/releases.csv?campaign=%00",
        "/events?stream=a&topics=%00",
        "/events?stream=%00&topics=texts",
        "/pkg/%00",
        "/api/%00",
    ] {
        let answer = app.get(path, Some(&cookie)).await;
        assert!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
    }
}
