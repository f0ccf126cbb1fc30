//! Canned responses, from the campaign's page to the reply box of a browser without a script.

use super::TestApp;
use super::campaign_sections::loaded_version;
use sqlx::PgPool;

const SAVE: &str = "/api/campaigns/save-responses";

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_draft_shows_what_was_saved_and_room_for_one_more(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let campaign = app.world.campaign().await;
    app.world
        .change_campaign(campaign, "started_at = null")
        .await;
    let page = format!("/campaigns/{campaign}");
    let loaded = app.get(&page, Some(&admin)).await.body;
    assert!(loaded.contains("data-autosave=\"responses\""), "{loaded}");
    assert!(loaded.contains("<div id=\"response-slot-0\" data-answer=\"\"><fieldset"));
    let form = format!(
        "campaign={campaign}&save[version]={}",
        loaded_version(&loaded, SAVE)
    );

    // Half of one is refused, and stays as it was filled in.
    let half = format!("{form}&responses[0][title]=Where&responses[0][body]=");
    let refused = app.submit(SAVE, Some(&admin), &half).await;
    let cookie = refused.cookie_named("baton_refusals").unwrap();
    let cookie = format!("{}; {cookie}", admin.split(';').next().unwrap());
    let told = app.get(refused.location(), Some(&cookie)).await.body;
    assert!(told.contains("name=\"responses[0][title]\" value=\"Where\""));
    assert!(told.contains(">Write its text, or clear its title.</p>"));

    // A page that saves by itself keeps its rows, also the one that was removed: its next room is behind them.
    let two = "responses[0][title]=Gone&responses[0][body]=Gone&responses[0][remove]=true\
               &responses[1][title]=Where&responses[1][body]=At+the+library.";
    let saved = app
        .submit(
            SAVE,
            Some(&admin),
            &format!("{form}&save[by_itself]=true&{two}"),
        )
        .await;
    assert_eq!(saved.location(), format!("{page}?done=responses&rows=2"));
    let shown = app.follow(&saved, &admin).await.body;
    assert!(shown.contains(">Saved.</p>"), "{shown}");
    assert!(shown.contains("\nAt the library.</textarea>"), "{shown}");
    assert!(shown.contains("<div id=\"response-slot-2\" data-answer=\"\"><fieldset"));
    assert!(!shown.contains("id=\"response-slot-1\""));

    let version = loaded_version(&shown, SAVE);
    let form = format!("campaign={campaign}&save[version]={version}&{two}");
    let pressed = app.submit(SAVE, Some(&admin), &form).await;
    assert_eq!(pressed.location(), format!("{page}?done=responses"));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_without_a_script_gets_one_into_the_box_behind_what_was_typed(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let admin = app.sign_in(&world.admin).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 30).await;
    let hostile = "At+%3C%2Ftextarea%3E%3Cscript%3E{firstName|you}.";
    let form =
        format!("campaign={campaign}&responses[0][title]=Where&responses[0][body]={hostile}");
    app.submit(SAVE, Some(&admin), &form).await;
    world
        .execute("update campaign set script = 'Hi {firstName|you}!'".into())
        .await;
    world
        .execute("update contact set first_name = 'Ada'".into())
        .await;
    let ann = app.sign_in(&world.ann).await;
    let page = format!("/texts/{reply}");
    let body = app.get(&page, Some(&ann)).await.body;
    assert!(
        body.contains(&format!("formaction=\"{page}#latest\"")),
        "{body}"
    );
    assert!(body.contains("<span>Hi Ada!</span>"), "{body}");
    assert!(body.contains("<span>At &lt;/textarea&gt;&lt;script&gt;Ada.</span>"));
    assert!(!body.contains("<script>Ada"), "{body}");
    let (_, id) = body
        .split_once("name=\"response\" value=\"script\"")
        .unwrap();
    let (_, id) = id.split_once("name=\"response\" value=\"").unwrap();
    let id = id.split_once('"').unwrap().0;

    for (typed, text) in [
        ("", "At &lt;/textarea&gt;&lt;script&gt;Ada."),
        ("Hi+Ada!", "At &lt;/textarea&gt;&lt;script&gt;Ada."),
        ("Sure.+", "Sure. At &lt;/textarea&gt;&lt;script&gt;Ada."),
    ] {
        let chosen = format!("{page}?body={typed}&response={id}");
        let shown = app.get(&chosen, Some(&ann)).await.body;
        assert!(shown.contains(&format!("\n{text}</textarea>")), "{shown}");
    }
    let straight = format!("{page}?body=%E2%80%9CIt%E2%80%99s+on%E2%80%9D&response=straight");
    let shown = app.get(&straight, Some(&ann)).await.body;
    assert!(shown.contains("\n\"It's on\"</textarea>"), "{shown}");
    // What is not this campaign's is nothing.
    let none = app
        .get(&format!("{page}?response=999999"), Some(&ann))
        .await
        .body;
    assert!(none.contains(">\n</textarea>"), "{none}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_reviewer_without_a_script_gets_one_into_the_form_and_sends_nothing(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 30).await;
    let statement = "update campaign set script = 'Hi {firstName|you}!'";
    world.execute(statement.into()).await;
    let sent = "select count(*) from outbox";
    let before = world.count(sent).await;
    let admin = app.sign_in(&world.admin).await;
    let page = format!("/review?open={reply}");
    let body = app.get(&page, Some(&admin)).await.body;
    assert!(body.contains("form=\"review-answer\""), "{body}");
    let form = format!(
        "conversation={reply}&lease_epoch=0&body=Sure.&then=pool&response=script&back=%2Freview%3Fopen%3D{reply}"
    );
    let answer = app.submit("/api/reviews/answer", Some(&admin), &form).await;
    let location = answer.location().split('#').next().unwrap();
    let filled = app.get(location, Some(&admin)).await.body;
    assert!(filled.contains("\nSure. Hi "), "{filled}");
    assert_eq!(world.count(sent).await, before);
}
