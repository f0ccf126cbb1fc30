//! The numbers that texts are sent from, on their page.

use super::{Answer, TestApp};
use app::error::AppError;
use http::StatusCode;
use server_sms::testing::Scripted;
use server_store::testing::World;
use sqlx::PgPool;

const PAGE: &str = "/settings/numbers";

/// The sentence beside a field of a refused form.
fn beside(answer: &Answer, field: &str) -> Option<String> {
    match answer.refusal().1 {
        Some(AppError::Fields(errors)) => errors.of(field).map(str::to_owned),
        _ => None,
    }
}

fn form(number: &str, more: &str) -> String {
    let number: String = form_urlencoded::byte_serialize(number.as_bytes()).collect();
    format!("sender={number}{more}")
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn numbers_are_read_by_the_organizations_region(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let add = async |number: &str| {
        let form = form(number, "&service=simulated");
        app.submit("/api/numbers/add", Some(&admin), &form).await
    };
    assert_eq!(
        add("(202) 555-0177").await.location(),
        "/settings/numbers?done=added"
    );
    let saved = app
        .submit("/api/numbers/save-region", Some(&admin), "was=US&region=DE")
        .await;
    assert_eq!(saved.location(), "/settings/numbers?done=region");
    add("0151 12345678").await;
    let page = app.get(PAGE, Some(&admin)).await;
    assert_eq!(page.status, StatusCode::OK);
    for shown in ["+12025550177", "+4915112345678", "Germany (+49)"] {
        assert!(page.body.contains(shown), "{shown}: {}", page.body);
    }
    let unknown = app
        .call("/api/numbers/save-region", Some(&admin), "was=DE&region=XX")
        .await;
    assert_eq!(
        beside(&unknown, "region").as_deref(),
        Some("Choose a country from the list.")
    );
    // A page from before the other one was chosen does not undo that.
    let page = app.get(PAGE, Some(&admin)).await;
    assert!(
        page.body.contains(r#"name="was" value="DE""#),
        "{}",
        page.body
    );
    let late = app
        .call("/api/numbers/save-region", Some(&admin), "was=US&region=MX")
        .await;
    assert_eq!(late.refusal(), (409, Some(AppError::SavedMeanwhile)));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_no_number_stays_in_the_form(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let refused = app
        .submit(
            "/api/numbers/add",
            Some(&admin),
            &form("call <me>", "&service=simulated"),
        )
        .await;
    let (cookie, location) = (
        refused.cookie_named("baton_refusals").unwrap(),
        refused.location().to_owned(),
    );
    let page = app
        .get(&location, Some(&format!("{admin}; {cookie}")))
        .await;
    for shown in [r#"value="call &lt;me&gt;""#, "Enter a phone number like"] {
        assert!(page.body.contains(shown), "{shown}: {}", page.body);
    }
    // Without an account at Twilio, none of its numbers can be added.
    let form = form("+12025550177", "&service=twilio");
    let twilio = app.call("/api/numbers/add", Some(&admin), &form).await;
    let sentence = beside(&twilio, "service").unwrap();
    assert!(sentence.contains("no Twilio account"), "{sentence}");
    assert_eq!(
        app.world.count("select count(*) from sending_number").await,
        1
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn trying_a_number_says_what_is_wrong_with_it(pool: PgPool) {
    let (carrier, _sends) = Scripted::new();
    let world = World::new(pool).await;
    let app = TestApp::carrying_twilio(world, carrier.clone());
    let admin = app.sign_in(&app.world.admin).await;
    let simulated = app.world.number().await;
    app.submit(
        "/api/numbers/add",
        Some(&admin),
        &form("+12025550177", "&service=twilio"),
    )
    .await;
    let attempt = async |number: &str| {
        let form = form(number, "");
        app.submit("/api/numbers/try", Some(&admin), &form).await
    };
    assert_eq!(
        attempt(&simulated).await.location(),
        "/settings/numbers?done=simulated"
    );
    assert_eq!(
        attempt("+12025550177").await.location(),
        "/settings/numbers?done=works"
    );
    carrier.set_unreachable(true);
    let failed = attempt("+12025550177").await;
    let cookie = failed.cookie_named("baton_refusals").unwrap();
    let page = app
        .get(failed.location(), Some(&format!("{admin}; {cookie}")))
        .await;
    let sentence = "+12025550177 could not be tried: Twilio was not reached.";
    assert!(page.body.contains(sentence), "{}", page.body);
    let foreign = app
        .call("/api/numbers/try", Some(&admin), &form("+12025550999", ""))
        .await;
    assert_eq!(foreign.refusal(), (404, Some(AppError::NotFound)));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_messaging_service_is_added_tried_limited_and_taken_out_of_use_like_a_number(
    pool: PgPool,
) {
    const SID: &str = "MG0123456789abcdef0123456789abcdef";
    let (carrier, _sends) = Scripted::new();
    let app = TestApp::carrying_twilio(World::new(pool).await, carrier.clone());
    let admin = app.sign_in(&app.world.admin).await;
    let refused = app
        .call(
            "/api/numbers/add",
            Some(&admin),
            &form("MG0123", "&service=twilio"),
        )
        .await;
    let sentence = beside(&refused, "sender").unwrap();
    assert!(
        sentence.starts_with("Enter the SID of the Messaging Service"),
        "{sentence}"
    );
    for (path, more, done) in [
        ("add", "&service=twilio", "service-added"),
        ("try", "", "service-works"),
        ("save-rate", "&rate=7", "service-rate"),
        ("take-out-of-use", "", "service-taken"),
        ("use-again", "", "service-used"),
    ] {
        let path = format!("/api/numbers/{path}");
        let answer = app.submit(&path, Some(&admin), &form(SID, more)).await;
        assert_eq!(
            answer.location(),
            format!("/settings/numbers?done={done}"),
            "{path}"
        );
    }
    let page = app.get(PAGE, Some(&admin)).await.body;
    for shown in [SID, "Messaging Service · ", "at most 7 texts a second"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let again = form(SID, "&service=twilio");
    let again = app.call("/api/numbers/add", Some(&admin), &again).await;
    assert_eq!(
        beside(&again, "sender").as_deref(),
        Some("Your organization already has this Messaging Service.")
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_last_number_is_taken_out_of_use_after_a_confirmation(pool: PgPool) {
    let app = TestApp::new(pool).await;
    app.world.campaign().await;
    let admin = app.sign_in(&app.world.admin).await;
    let number = app.world.number().await;
    let page = app.get(PAGE, Some(&admin)).await.body;
    assert!(page.contains("It is the last number in use"), "{page}");
    let path = "/api/numbers/take-out-of-use";
    let refused = app.call(path, Some(&admin), &form(&number, "")).await;
    assert!(beside(&refused, "confirmed").is_some());
    let refused = app.submit(path, Some(&admin), &form(&number, "")).await;
    let page = app.follow(&refused, &admin).await.body;
    assert!(
        page.contains("Nothing was changed yet. Confirm it"),
        "{page}"
    );
    assert!(!page.contains("Correct the marked fields"), "{page}");
    let confirmed = form(&number, "&confirmed=true");
    let taken = app.submit(path, Some(&admin), &confirmed).await;
    assert_eq!(taken.location(), "/settings/numbers?done=taken");
    let page = app.get(PAGE, Some(&admin)).await.body;
    assert!(page.contains("Out of use"), "{page}");
    let again = app
        .submit("/api/numbers/use-again", Some(&admin), &form(&number, ""))
        .await;
    assert_eq!(again.location(), "/settings/numbers?done=used");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_simulated_number_is_carried_by_twilio_once_there_is_an_account(pool: PgPool) {
    let path = "/api/numbers/change-service";
    let without = TestApp::new(pool.clone()).await;
    let admin = without.sign_in(&without.world.admin).await;
    let number = without.world.number().await;
    let own_page = format!("{PAGE}/{number}");
    let page = without.get(&own_page, Some(&admin)).await.body;
    assert!(page.contains("no Twilio account"), "{page}");
    assert!(!page.contains(path), "{page}");
    let to_twilio = form(&number, "&service=twilio&confirmed=true");
    let refused = without.call(path, Some(&admin), &to_twilio).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);

    let (carrier, _sends) = Scripted::new();
    let app = TestApp::carrying_twilio(World::new(pool).await, carrier);
    let admin = app.sign_in(&app.world.admin).await;
    let number = app.world.number().await;
    let attempt = async || {
        let form = form(&number, "");
        let tried = app.submit("/api/numbers/try", Some(&admin), &form).await;
        tried.location().to_owned()
    };
    assert_eq!(attempt().await, "/settings/numbers?done=simulated");
    let list = app.get(PAGE, Some(&admin)).await.body;
    let link = format!(r#"href="{PAGE}/{number}""#);
    assert!(list.contains(&link), "{link}: {list}");
    let unconfirmed = form(&number, "&service=twilio");
    let refused = app.submit(path, Some(&admin), &unconfirmed).await;
    let page = app.follow(&refused, &admin).await.body;
    for shown in [
        "Its texts are carried by: Simulated",
        "Confirm that you want to change the message service.",
        r#"aria-describedby="service-confirmed-error""#,
        "go to the phones of real contacts",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert_eq!(attempt().await, "/settings/numbers?done=simulated");
    let to_twilio = form(&number, "&service=twilio&confirmed=true");
    let changed = app.submit(path, Some(&admin), &to_twilio).await;
    let done = "/settings/numbers?done=service-changed";
    assert_eq!(changed.location(), done);
    let page = app.follow(&changed, &admin).await.body;
    assert!(page.contains("Try the number before it sends."), "{page}");
    assert_eq!(attempt().await, "/settings/numbers?done=works");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_number_that_was_mistyped_is_removed(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let (number, path) = ("+12025550177", "/api/numbers/remove");
    let add = form(number, "&service=simulated");
    app.submit("/api/numbers/add", Some(&admin), &add).await;
    let own_page = format!("{PAGE}/{number}");
    let confirmed = form(number, "&confirmed=true");
    let in_use = app.submit(path, Some(&admin), &confirmed).await;
    let page = app.follow(&in_use, &admin).await.body;
    assert!(page.contains("Take it out of use first"), "{page}");
    assert!(!page.contains(path), "{page}");
    let take = "/api/numbers/take-out-of-use";
    app.submit(take, Some(&admin), &form(number, "")).await;
    let page = app.get(&own_page, Some(&admin)).await.body;
    assert!(page.contains(path), "{page}");
    let unconfirmed = app.call(path, Some(&admin), &form(number, "")).await;
    assert!(beside(&unconfirmed, "confirmed").is_some());
    let removed = app.submit(path, Some(&admin), &confirmed).await;
    assert_eq!(removed.location(), "/settings/numbers?done=removed");
    let page = app.follow(&removed, &admin).await.body;
    assert!(page.contains("The number is removed."), "{page}");
    assert!(!page.contains(number), "{page}");
    let gone = app.get(&own_page, Some(&admin)).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}
