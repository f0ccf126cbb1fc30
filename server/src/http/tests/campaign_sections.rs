//! The sections of a campaign's page with two admins who have them open.

use super::TestApp;
use app::error::AppError;
use sqlx::PgPool;

const SAVE: &str = "/api/campaigns/save-script";

/// The version that a page's section was loaded with: what stands in its form behind this address.
pub fn loaded_version(page: &str, action: &str) -> String {
    let (_, form) = page.split_once(&format!("action=\"{action}?")).unwrap();
    let (_, field) = form.split_once("name=\"save[version]\" value=\"").unwrap();
    field.split_once('"').unwrap().0.to_owned()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_second_of_two_editors_reads_both_texts_and_chooses(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let admin = app.sign_in(&world.admin).await;
    let owner = app.sign_in(&world.owner).await;
    let campaign = world.campaign().await;
    world.change_campaign(campaign, "started_at = null").await;
    // Nothing else is missing for its launch.
    world.pooled(campaign, 10).await;
    let page = format!("/campaigns/{campaign}");
    let loaded = app.get(&page, Some(&admin)).await.body;
    assert!(loaded.contains("data-autosave=\"script\""), "{loaded}");
    let loaded = loaded_version(&loaded, SAVE);
    let form = format!("campaign={campaign}&save[version]={loaded}&save[by_itself]=true");
    let first = app
        .submit(SAVE, Some(&owner), &format!("{form}&script=Theirs"))
        .await;
    assert_eq!(first.location(), format!("{page}?done=script"));
    let saved = app.follow(&first, &owner).await.body;
    assert!(saved.contains(">Saved.</p>"), "{saved}");

    // Nothing is written, and both texts stand there, with whose the other one is.
    let mine = format!("{form}&script=Mine");
    let refused = app.call(SAVE, Some(&admin), &mine).await;
    assert_eq!(refused.refusal(), (409, Some(AppError::SavedMeanwhile)));
    let refused = app.submit(SAVE, Some(&admin), &mine).await;
    // Only the browser that was refused is shown it.
    let cookie = refused.cookie_named("baton_refusals").unwrap();
    let cookie = format!("{}; {cookie}", admin.split(';').next().unwrap());
    let told = app.get(refused.location(), Some(&cookie)).await.body;
    assert!(told.contains("\nMine</textarea>"), "{told}");
    assert!(told.contains(">Theirs</dd>"), "{told}");
    assert!(told.contains(">Not launched: something on this page is not saved yet."));
    let name = &world.owner.name;
    assert!(told.contains(&format!("{name} saved this section last")));
    // The form still names what it was loaded with, so that it is not saved over theirs by itself.
    assert_eq!(loaded_version(&told, SAVE), loaded);
    let script = "select count(*) from campaign where script = 'Theirs'";
    assert_eq!(world.count(script).await, 1);

    let (_, over) = told.split_once("name=\"save[over]\" value=\"").unwrap();
    let over = over.split_once('"').unwrap().0;
    let answer = app
        .submit(SAVE, Some(&admin), &format!("{mine}&save[over]={over}"))
        .await;
    assert_eq!(answer.location(), format!("{page}?done=script"));
    let script = "select count(*) from campaign where script = 'Mine'";
    assert_eq!(world.count(script).await, 1);
}

/// The form of a launch as a page has it.
fn launch_form(page: &str) -> String {
    let (_, form) = page.split_once("action=\"/api/campaigns/launch").unwrap();
    let (form, _) = form.split_once("</form>").unwrap();
    let fields = form.split("<input type=\"hidden\" name=\"").skip(1);
    let fields = fields.map(|field| {
        let (name, field) = field.split_once("\" value=\"").unwrap();
        format!("{name}={}", field.split_once('"').unwrap().0)
    });
    fields.collect::<Vec<_>>().join("&")
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_launch_is_of_what_its_page_shows(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let admin = app.sign_in(&world.admin).await;
    let owner = app.sign_in(&world.owner).await;
    let campaign = world.campaign().await;
    world.change_campaign(campaign, "started_at = null").await;
    world.pooled(campaign, 10).await;
    let page = format!("/campaigns/{campaign}");
    let launch = "/api/campaigns/launch";
    let launched = "select count(*) from campaign where started_at is not null";
    let form = format!("campaign={campaign}&script=Hi");
    app.submit(SAVE, Some(&owner), &form).await;
    let shown = launch_form(&app.get(&page, Some(&admin)).await.body);
    assert_eq!(shown.matches("versions[").count(), 4, "{shown}");
    let form = format!("campaign={campaign}&script=Theirs");
    app.submit(SAVE, Some(&owner), &form).await;
    let refused = app.call(launch, Some(&admin), &shown).await;
    let (status, error) = refused.refusal();
    let sentence = error.unwrap().to_string();
    assert_eq!(status, 422, "{sentence}");
    assert!(sentence.contains("changed this campaign while you had it open"));
    assert_eq!(world.count(launched).await, 0);
    let shown = app.get(&page, Some(&admin)).await.body;
    assert!(shown.contains("\nTheirs</textarea>"), "{shown}");
    let done = app.submit(launch, Some(&admin), &launch_form(&shown)).await;
    assert_eq!(done.location(), format!("{page}?done=launched"));
    assert_eq!(world.count(launched).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_launched_saves_by_its_button_alone(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let campaign = app.world.campaign().await;
    let page = format!("/campaigns/{campaign}");
    let body = app.get(&page, Some(&admin)).await.body;
    assert!(!body.contains("data-autosave"), "{body}");
    assert!(body.contains("takes effect at once for those who are texting now"));
    let form = format!(
        "campaign={campaign}&save[version]={}&script=Hi",
        loaded_version(&body, SAVE)
    );
    let by_itself = format!("{form}&save[by_itself]=true");
    let refused = app.call(SAVE, Some(&admin), &by_itself).await;
    assert!(matches!(
        refused.refusal(),
        (422, Some(AppError::Invalid(_)))
    ));
    let saved = app.submit(SAVE, Some(&admin), &form).await;
    assert_eq!(saved.location(), format!("{page}?done=script"));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_too_long_for_an_address_is_left_out_of_it_with_the_form_still_named(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let campaign = app.world.campaign().await;
    let page = format!("/campaigns/{campaign}");
    let body = app.get(&page, Some(&admin)).await.body;
    let form = format!(
        "campaign={campaign}&save[version]={}&due_on=2031-05-01&script={}",
        loaded_version(&body, SAVE),
        "x".repeat(40_000)
    );
    let refused = app.submit(SAVE, Some(&admin), &form).await;
    let location = refused.location();
    assert!(location.contains("&form=script&"), "{location}");
    let cookie = refused.cookie_named("baton_refusals").unwrap();
    let cookie = format!("{}; {cookie}", admin.split(';').next().unwrap());
    let told = app.get(location, Some(&cookie)).await.body;
    assert!(told.contains("this one has 40,000."), "{told}");
    // What is saved stands there, and what else was filled in.
    let saved: String = sqlx::query_scalar("select script from campaign where id = $1")
        .bind(campaign.0)
        .fetch_one(&app.world.store.pool)
        .await
        .unwrap();
    assert!(told.contains(&format!("\n{saved}</textarea>")), "{told}");
    assert!(told.contains("value=\"2031-05-01\""), "{told}");
}
