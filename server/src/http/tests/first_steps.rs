//! The first steps of an installation without an organization.

use super::TestApp;
use app::domain::OrganizationId;
use app::ports::Requests;
use http::StatusCode;
use server_store::numbers::take_out_of_use;
use server_store::organizations::setup_code;
use server_store::testing::World;
use sqlx::PgPool;

pub(super) fn form(code: &str, email: &str) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("code", code)
        .append_pair("organization", "Vote Local")
        .append_pair("name", "Ada Byron")
        .append_pair("email", email)
        .append_pair("password", "tall otter paints nine")
        .finish()
}

/// The application on a database without an organization.
pub(super) async fn empty(pool: PgPool) -> TestApp {
    let app = TestApp::new(pool).await;
    sqlx::query(
        "truncate organization, account, member, session, known_device restart identity cascade",
    )
    .execute(&app.world.store.pool)
    .await
    .unwrap();
    app
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_page_leads_to_the_first_steps_until_somebody_with_the_code_has_done_them(
    pool: PgPool,
) {
    let app = empty(pool.clone()).await;
    let code = setup_code(&pool).await.unwrap().unwrap();
    for path in ["/", "/sign-in", "/campaigns", "/texts"] {
        assert_eq!(app.get(path, None).await.location(), "/setup", "{path}");
    }
    assert_eq!(app.get("/setup", None).await.status, StatusCode::OK);
    let path = "/api/session/set-up";
    let wrong = app
        .submit(path, None, &form("AAAA-AAAA", "ada@example.org"))
        .await;
    assert!(
        wrong.location().starts_with("/setup?"),
        "{}",
        wrong.location()
    );
    assert!(!wrong.location().contains("otter"));
    // Two people with the code at once, on two servers.
    let beside = TestApp::of(World {
        store: app.world.store.clone(),
        organization: OrganizationId(1),
        owner: app.world.owner.clone(),
        admin: app.world.admin.clone(),
        ann: app.world.ann.clone(),
        ben: app.world.ben.clone(),
        general: app.world.general,
    });
    let typed = code.to_lowercase().replace('-', " ");
    let (ada, ben) = (
        form(&typed, "ada@example.org"),
        form(&code, "ben@example.org"),
    );
    let (one, two) = tokio::join!(
        app.submit(path, None, &ada),
        beside.submit(path, None, &ben)
    );
    let mut locations = [one.location(), two.location()];
    locations.sort_unstable();
    let exists_already = "/sign-in?done=set_up";
    assert_eq!(locations, ["/campaigns", exists_already]);
    let organizations = app.world.count("select count(*) from organization");
    assert_eq!(organizations.await, 1);
    let winner = if one.location() == "/campaigns" {
        &one
    } else {
        &two
    };
    let page = app.get("/campaigns", winner.cookie().as_deref()).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(app.get("/setup", None).await.location(), "/sign-in");
    assert_eq!(setup_code(&pool).await.unwrap(), None);
    // As whoever presses twice, or goes back and sends it again.
    let late = app.submit(path, None, &ada).await;
    assert_eq!(late.location(), exists_already);
    let cookies = late.set_cookies().join("; ");
    let page = app.get(late.location(), Some(&cookies)).await.body;
    let sentence = "The organization exists already. Sign in.";
    assert!(page.contains(sentence), "{page}");
    let again = app.get(exists_already, None).await.body;
    assert!(!again.contains(sentence), "{again}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_step_of_the_campaign_leads_to_the_draft_that_there_is(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let page = async || app.get("/campaigns", Some(&admin)).await.body;
    let link = "Go on with the draft</a>";
    assert!(!page().await.contains(link));
    let form = "title=Town+hall&texting_from=09:00&texting_until=21:00&time_zone=America/New_York";
    let created = app
        .submit("/api/campaigns/create", Some(&admin), form)
        .await;
    let draft = created.location().split('?').next().unwrap();
    let found = page().await;
    let link = format!("<a href=\"{draft}\">{link}");
    assert!(found.contains(&link), "{link}: {found}");
    app.world.campaign().await;
    assert!(!page().await.contains(&link), "one is launched");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_campaign_whose_form_is_sent_twice_is_one(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let page = app.get("/campaigns/new", Some(&admin)).await.body;
    let (_, key) = page.split_once("name=\"key\" value=\"").unwrap();
    let (key, _) = key.split_once('"').unwrap();
    let form = format!(
        "key={key}&title=Town+hall&texting_from=09:00&texting_until=21:00&time_zone=America/New_York"
    );
    let create = async || {
        let created = app.submit("/api/campaigns/create", Some(&admin), &form);
        created.await.location().to_owned()
    };
    let first = create().await;
    assert!(first.ends_with("?done=created"), "{first}");
    assert_eq!(create().await, first);
    let campaigns = app.world.count("select count(*) from campaign");
    assert_eq!(campaigns.await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_first_steps_do_not_come_back_once_texts_were_handed_out(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let admin = app.sign_in(&world.admin).await;
    let are_shown = async || {
        let page = app.get("/campaigns", Some(&admin)).await.body;
        page.contains("What to do next")
    };
    let campaign = world.campaign().await;
    world.pooled(campaign, 60).await;
    assert!(are_shown().await, "a launch alone has handed nothing out");
    let request = world.store.create(&world.ben, world.general, 1).await;
    assert_eq!(request.unwrap().assigned(), 1);
    assert!(!are_shown().await);
    // What was needed once is missing now.
    let number = world.number().await.parse().unwrap();
    take_out_of_use(&world.store, &world.admin, &number, true)
        .await
        .unwrap();
    assert!(!are_shown().await);
}
