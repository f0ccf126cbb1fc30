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
async fn who_marks_one_as_done_stays_on_its_page_of_the_list(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.admin).await;
    let older = app.world.unmatched_text("A", "72345", "Older").await;
    let newer = app.world.unmatched_text("B", "72345", "Newer").await;
    let page = format!("/unmatched?all=1&after={newer}");
    let listed = app.get(&page, Some(&cookie)).await.body;
    for field in [
        "name=\"all\" value=\"1\"".to_owned(),
        format!("name=\"after\" value=\"{newer}\""),
        "href=\"/unmatched?all=1\"".to_owned(),
    ] {
        assert!(listed.contains(&field), "{field}: {listed}");
    }
    let form = format!("text={older}&all=1&after={newer}");
    let done = app.submit("/api/unmatched/done", Some(&cookie), &form);
    let done = done.await;
    assert_eq!(done.location(), format!("{page}&done=marked"));
    let listed = app.follow(&done, &cookie).await.body;
    assert!(listed.contains("marked as done"), "{listed}");
    assert!(!listed.contains("Newer"), "{listed}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_moves_one_comes_back_to_its_page_of_the_list(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let cookie = app.sign_in(&world.admin).await;
    let reply = world.reply(world.campaign().await, &world.ann, 60).await;
    let older = world.unmatched_text("A", "72345", "Older").await;
    let newer = world.unmatched_text("B", "72345", "Newer").await;
    let page = format!("/unmatched?all=1&after={newer}");
    let listed = app.get(&page, Some(&cookie)).await.body;
    let link = format!("href=\"/unmatched/move?text={older}&amp;all=1&amp;after={newer}\"");
    assert!(listed.contains(&link), "{link}: {listed}");
    let path = format!("/unmatched/move?text={older}&all=1&after={newer}&q=byron");
    let offered = app.get(&path, Some(&cookie)).await.body;
    let back = format!("href=\"/unmatched?all=1&amp;after={newer}\"");
    assert!(offered.contains(&back), "{back}: {offered}");
    // In the search and beside the contact.
    for field in [
        "name=\"all\" value=\"1\"".to_owned(),
        format!("name=\"after\" value=\"{newer}\""),
    ] {
        assert_eq!(offered.matches(&field).count(), 2, "{field}: {offered}");
    }
    let form = format!("text={older}&conversation={reply}&all=1&after={newer}");
    let moved = app.submit("/api/unmatched/move", Some(&cookie), &form);
    let moved = moved.await;
    assert_eq!(moved.location(), format!("{page}&moved={reply}"));
    let listed = app.follow(&moved, &cookie).await.body;
    assert!(listed.contains("The text was moved"), "{listed}");
    assert!(!listed.contains("Newer"), "{listed}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn any_number_that_wrote_is_opted_out_on_the_page_that_offers_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let cookie = app.sign_in(&world.admin).await;
    let admin = Some(cookie.as_str());
    // None of which somebody could type: foreign, and what is shown in place of one that is withheld.
    let numbers = ["+447700900123", "+266696687"];
    for (sid, number) in ["A", "B"].into_iter().zip(numbers) {
        world.unmatched_text(sid, number, "Who is this?").await;
    }
    let code = world.unmatched_text("C", "72345", "Your code").await;
    let page = format!("/unmatched?all=1&after={code}");
    for (sid, number) in ["A", "B"].into_iter().zip(numbers) {
        let offered = app.get(&page, admin).await.body;
        let name = format!("Opt out {number}");
        assert!(offered.contains(&name), "{number}: {offered}");
        let form = format!("text=simulated-{sid}&all=1&after={code}");
        let opted_out = app.submit("/api/unmatched/opt-out", admin, &form).await;
        assert_eq!(opted_out.location(), format!("{page}&done=opted_out"));
        let listed = app.follow(&opted_out, &cookie).await.body;
        assert!(
            listed.contains("The number is opted out now") && !listed.contains(&name),
            "{listed}"
        );
    }
    let recorded: Vec<String> =
        sqlx::query_scalar("select cell from opt_out where origin = 'admin' order by cell")
            .fetch_all(&world.store.pool)
            .await
            .unwrap();
    assert_eq!(recorded, ["+266696687", "+447700900123"]);
    let form = format!("text={code}");
    let refused = app.call("/api/unmatched/opt-out", admin, &form).await;
    assert!(refused.status.is_client_error(), "{}", refused.body);
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
            ("/api/unmatched/opt-out", format!("text={text}")),
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
