//! Answers from Message Review, by their form.

use super::TestApp;
use app::domain::Viewer;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_refused_one_stands_in_the_box_when_its_reviewer_comes_back(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let (vera, sam) = (world.supervolunteer().await, world.supervolunteer().await);
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let veras = app.sign_in(&vera).await;
    let page = format!("/review?open={reply}");
    let in_box = "\nAt 12</textarea>";

    world.change_campaign(campaign, "paused_at = now()").await;
    let form = format!("conversation={reply}&lease_epoch=0&body=At+12&then=pool&back={page}");
    let refused = app.submit("/api/reviews/answer", Some(&veras), &form).await;
    let shown = app.follow(&refused, &veras).await.body;
    // Whoever leaves is not asked about what is kept.
    for part in ["Your text is kept as a draft", in_box, "data-unsaved=\"\""] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let later = app.get(&page, Some(&veras)).await.body;
    for part in ["What you write is kept when you press", in_box] {
        assert!(later.contains(part), "{part}: {later}");
    }
    let texts = format!("/texts/{reply}");
    let others: [(&Viewer, &str); 2] = [(&sam, &page), (&world.ann, &texts)];
    for (other, path) in others {
        let cookie = app.sign_in(other).await;
        let seen = app.get(path, Some(&cookie)).await;
        assert_eq!(seen.status, 200, "{path}");
        assert!(!seen.body.contains("At 12"), "{path}: {}", seen.body);
    }

    // Where there is no box any more, it can be copied.
    let closed = "paused_at = null, archived_at = now()";
    world.change_campaign(campaign, closed).await;
    let closed = app.get(&page, Some(&veras)).await.body;
    for part in ["Your draft, to copy", in_box] {
        assert!(closed.contains(part), "{part}: {closed}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_loses_the_conversation_is_said_where_the_page_is_kept_up_to_date(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let vera = world.supervolunteer().await;
    let reply = world.reply(world.campaign().await, &world.ann, 10).await;
    let cookie = app.sign_in(&vera).await;
    let path = format!("/review?open={reply}");
    let shown = app.get(&path, Some(&cookie)).await.body;
    let (_, kept) = shown.split_once("<div id=\"holder\"").unwrap();
    let (kept, _) = kept.split_once("<fieldset").unwrap();
    assert!(kept.contains("will lose it when you send"), "{kept}");
}
