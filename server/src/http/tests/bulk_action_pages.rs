//! The pages of bulk actions: what they say, and where they lead back to.

use super::TestApp;
use super::bulk_actions::leave_running;
use app::domain::{BulkChange, BulkChosen};
use app::error::AppError;
use app::ports::BulkActions;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn each_of_many_is_in_reach_with_its_undo(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    for _ in 0..6 {
        for receiver in [world.ben.member, world.ann.member] {
            let change = BulkChange::Reassign(receiver);
            let chosen = BulkChosen::These(vec![reply]);
            let prepared = world.store.prepare_bulk_action(&vera, change, chosen);
            let id = prepared.await.unwrap();
            world.store.start_bulk_action(&vera, id).await.unwrap();
        }
    }
    let cookie = app.sign_in(&vera).await;
    let list = app.get("/review", Some(&cookie)).await.body;
    // Those that do not leave the list in sight are a press further.
    let (shown, folded) = list.split_once("9 more bulk changes").unwrap();
    let undos = |part: &str| part.matches("/api/reviews/undo-bulk").count();
    assert_eq!((undos(shown), undos(folded)), (3, 9), "{list}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_refused_is_said_on_its_page(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let (vera, sam) = (world.supervolunteer().await, world.supervolunteer().await);
    world.reply(world.campaign().await, &world.ann, 10).await;
    let (veras, sams) = (app.sign_in(&vera).await, app.sign_in(&sam).await);
    let (veras, sams) = (veras.as_str(), sams.as_str());
    let is_refused = async |function: &str, cookie: &str, page: &str, error: AppError| {
        let path = format!("/api/reviews/{function}-bulk");
        let form = "action=1&back=/review?after=9";
        let refused = app.submit(&path, Some(cookie), form).await;
        let location = refused.location();
        assert!(location.starts_with(page), "{function}: {location}");
        let shown = app.follow(&refused, cookie).await.body;
        for part in [&*error.to_string(), "href=\"/review?after=9\""] {
            assert!(shown.contains(part), "{function}: {part}: {shown}");
        }
    };
    let form = "back=/review&matching=true&change=unassign";
    let path = "/api/reviews/prepare-bulk";
    app.submit(path, Some(veras), form).await;
    let page = "/review/actions/1?";
    is_refused("start", sams, page, AppError::NotAllowed).await;
    let path = "/api/reviews/start-bulk";
    app.submit(path, Some(veras), "action=1").await;
    let eleven_minutes_ago = "update release
           set started_at = started_at - interval '11 minutes', finished_at = finished_at - interval '11 minutes'";
    world.execute(eleven_minutes_ago.to_owned()).await;
    is_refused("undo", veras, page, AppError::UndoExpired).await;
    leave_running(world, 1).await;
    let page = "/review/actions/1/progress?";
    is_refused("stop", sams, page, AppError::NotAllowed).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn its_page_leads_back_to_the_list_from_which_it_was_prepared(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let cookie = app.sign_in(&vera).await;
    let cookie = Some(cookie.as_str());
    let (prepare, list) = ("/api/reviews/prepare-bulk", "href=\"/review?after=999\"");
    let form = format!("back=/review?after=999&change=close&conversations[0]={reply}");
    let prepared = app.submit(prepare, cookie, &form).await;
    let preview = app.get(prepared.location(), cookie).await.body;
    // Its head, and **Cancel**.
    assert_eq!(preview.matches(list).count(), 2, "{preview}");
    let form = "action=1&back=/review?after=999";
    let started = app.submit("/api/reviews/start-bulk", cookie, form).await;
    assert_eq!(started.location(), prepared.location());
    let done = app.get(started.location(), cookie).await.body;
    assert_eq!(done.matches(list).count(), 2, "{done}");
    // Above that list it leads to the same page, as its undo does.
    let review = app.get("/review?after=999", cookie).await.body;
    let (strip, _) = review.split_once("review-list").unwrap();
    for part in [
        "href=\"/review/actions/1?back=%2Freview%3Fafter%3D999\"",
        "name=\"back\" value=\"/review?after=999\"",
    ] {
        assert!(strip.contains(part), "{part}: {strip}");
    }
    leave_running(world, 1).await;
    let running = app.get(started.location(), cookie).await;
    let progress = app.get(running.location(), cookie).await.body;
    assert!(progress.contains(list), "{progress}");

    // Where nothing says which list it was: by its own filter.
    let form = format!("back=/review?campaign={campaign}&matching=true&change=unassign");
    app.submit(prepare, cookie, &form).await;
    let list = format!("href=\"/review?campaign={campaign}\"");
    let preview = app.get("/review/actions/2", cookie).await.body;
    assert!(preview.contains(&list), "{preview}");
}
