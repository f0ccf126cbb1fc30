//! The pages of texts that belong to no conversation, and their forms.

use super::TestApp;
use sqlx::PgPool;

const HOSTILE: &str = "</p><script>alert(1)</script>";

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_admin_reads_texts_moves_one_and_marks_another_as_done(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let cookie = app.sign_in(&world.admin).await;
    let admin = Some(cookie.as_str());
    let empty = app.get("/unmatched", admin).await.body;
    assert!(empty.contains("Nothing here"), "{empty}");
    let reply = world.reply(world.campaign().await, &world.ann, 60).await;
    // An id that means something in an address.
    let strange = world
        .unmatched_text("A&b#/1", "+13035550101", HOSTILE)
        .await;
    world.unmatched_text("B", "", "No sender").await;
    let page = app.get("/unmatched", admin).await.body;
    assert!(!page.contains("<script>alert"), "{page}");
    for words in ["Unknown sender", "Opt out +13035550101", "A%26b%23%2F1"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // Nobody can opt out who has no number.
    let opt_outs = page.matches("aria-label=\"Opt out").count();
    assert_eq!(opt_outs, 1, "{page}");

    let path = "/unmatched/move?text=simulated-A%26b%23%2F1";
    let offered = app.get(path, admin).await.body;
    assert!(offered.contains("has this number"), "{offered}");
    let found = app.get(&format!("{path}&q=byron"), admin).await.body;
    assert!(found.contains("Move here: Ada Byron"), "{found}");
    let escaped: String = form_urlencoded::byte_serialize(strange.to_string().as_bytes()).collect();
    let form = format!("text={escaped}&conversation={reply}");
    let moved = app.submit("/api/unmatched/move", admin, &form).await;
    assert_eq!(moved.location(), format!("/unmatched?moved={reply}"));
    let page = app.follow(&moved, &cookie).await.body;
    assert!(page.contains("The text was moved"), "{page}");
    assert!(!page.contains("+13035550101"), "{page}");

    let done = app
        .submit("/api/unmatched/done", admin, "text=simulated-B")
        .await;
    let page = app.follow(&done, &cookie).await.body;
    assert!(
        page.contains("marked as done") && page.contains("Nothing here"),
        "{page}"
    );
    let page = app.get("/unmatched?all=1", admin).await.body;
    assert!(page.contains("No sender"), "{page}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_names_no_text_is_a_plain_refusal(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let admin = Some(admin.as_str());
    let reply = app
        .world
        .reply(app.world.campaign().await, &app.world.ann, 60)
        .await;
    for path in [
        "/unmatched/move",
        "/unmatched/move?text=1",
        "/unmatched/move?text=simulated-%00",
        "/unmatched/move?text=twilio-SM1",
    ] {
        assert_eq!(app.get(path, admin).await.status, 404, "{path}");
    }
    for text in ["", "1", "simulated-%00", "carrier-SM1", "twilio-SM1"] {
        for (path, form) in [
            ("/api/unmatched/done", format!("text={text}")),
            (
                "/api/unmatched/move",
                format!("text={text}&conversation={reply}"),
            ),
        ] {
            let status = app.call(path, admin, &form).await.status;
            assert!(status.is_client_error(), "{path} {form}: {status}");
        }
    }
}
