//! The settings of an organization, and what they change for its texters.

use super::TestApp;
use app::error::AppError;
use http::StatusCode;
use sqlx::PgPool;

const SAVE: &str = "/api/settings/save";
const NEW: &str = "name=Vote+Now&texting_from=10:00&texting_until=24:00&time_zone=america/chicago\
                   &opt_out_goodbye=Bye+{firstName|friend}!%0D%0AVote+Now";

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_an_admin_saves_stands_on_the_page_and_an_older_page_is_told(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let saved = app
        .submit(SAVE, Some(&admin), &format!("version=0&{NEW}"))
        .await;
    assert_eq!(saved.location(), "/settings?done=saved");
    let page = app.get("/settings", Some(&admin)).await.body;
    for value in ["Vote Now", "10:00", "24:00", "America/Chicago"] {
        assert!(page.contains(&format!("value=\"{value}\"")), "{value}");
    }
    assert!(page.contains("\nBye {firstName|friend}!\nVote Now</textarea>"));
    let older = app
        .call(SAVE, Some(&admin), &format!("version=0&{NEW}"))
        .await;
    assert_eq!(older.refusal().1, Some(AppError::SavedMeanwhile));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_not_valid_is_named_and_nothing_is_saved(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    for (field, form) in [
        ("name", NEW.replace("Vote+Now&", "+&")),
        ("texting_from", NEW.replace("10:00", "ten")),
        ("texting_until", NEW.replace("24:00", "09:00")),
        ("time_zone", NEW.replace("chicago", "gotham")),
        ("time_zone", NEW.replace("chicago", "%00")),
        ("opt_out_goodbye", NEW.replace("firstName", "zip")),
        ("opt_out_goodbye", NEW.replace("|friend", "")),
        ("opt_out_goodbye", NEW.replace("Bye", &"x".repeat(320))),
        ("opt_out_goodbye", NEW.replace("Bye", "%07")),
    ] {
        let refused = app
            .call(SAVE, Some(&admin), &format!("version=0&{form}"))
            .await;
        let named = match refused.refusal().1 {
            Some(AppError::Fields(errors)) => errors.of(field).is_some(),
            _ => false,
        };
        assert!(named, "{field}: {form}");
    }
    let page = app.get("/settings", Some(&admin)).await.body;
    assert!(page.contains("value=\"Vote Local\""), "{page}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_reads_the_goodbye_before_it_goes_out(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let ann = app.sign_in(&app.world.ann).await;
    app.submit(SAVE, Some(&admin), &format!("version=0&{NEW}"))
        .await;
    let campaign = app.world.campaign().await;
    let reply = app.world.reply(campaign, &app.world.ann, 30).await;
    let question = format!("/texts/{reply}/opt-out");
    let page = app.get(&question, Some(&ann)).await.body;
    assert!(page.contains("Bye Ada!\nVote Now"), "{page}");
    // Nobody told texters below admins the name.
    assert!(!page.contains("Byron"), "{page}");
    let ben = app.sign_in(&app.world.ben).await;
    let stranger = app.get(&question, Some(&ben)).await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
    let form = format!("conversation={reply}&goodbye=true");
    let done = app
        .submit("/api/conversations/opt-out", Some(&ann), &form)
        .await;
    assert_eq!(done.location(), format!("/texts?opted_out={reply}"));
    let texts = app.world.thread_texts(reply).await;
    assert_eq!(texts.last().unwrap(), "> Bye Ada!\nVote Now");
    let page = app.get(&question, Some(&ann)).await.body;
    assert!(page.contains("This contact has opted out."), "{page}");
}
