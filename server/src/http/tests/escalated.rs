//! The page of escalated conversations, the links to it, and the form that takes one.

use super::TestApp;
use app::domain::{Holding, Role};
use app::ports::Conversations;
use app::view_models::OwnershipState;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_team_that_handles_a_tag_finds_its_conversations_and_takes_one(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let threat = world.escalation_tag("Threat").await;
    let vera = world.supervolunteer().await;
    world
        .team_for("Care", &[threat], &[&world.ben, &vera])
        .await;
    let campaign = world.campaign().await;
    let (ann, ben) = (app.sign_in(&world.ann).await, app.sign_in(&world.ben).await);
    let (vera, admin) = (app.sign_in(&vera).await, app.sign_in(&world.admin).await);
    let link = "escalated conversation waits for someone to take it";
    assert!(!app.get("/texts", Some(&ben)).await.body.contains(link));
    let badge = |page: &str| -> String {
        let after = page.split("data-figure=\"escalated\"").nth(1).unwrap();
        let words = after.split('>').nth(1).unwrap();
        words.split('<').next().unwrap().trim().to_owned()
    };
    // Of a texter too, on every page.
    for (path, cookie) in [("/texts", vera.as_str()), ("/texts/past", &ben)] {
        let page = app.get(path, Some(cookie)).await.body;
        assert_eq!(badge(&page), "", "{path}");
    }

    let reply = world.reply(campaign, &world.ann, 60).await;
    let tagged = world.store.tag(&world.ann, reply, 0, vec![threat]);
    tagged.await.unwrap();
    assert!(app.get("/texts", Some(&ben)).await.body.contains(link));
    let home = app.get("/texts", Some(&ann)).await.body;
    assert!(!home.contains("/escalated"), "{home}");
    for (path, cookie) in [("/texts", vera.as_str()), ("/texts/past", &ben)] {
        let page = app.get(path, Some(cookie)).await.body;
        assert_eq!(badge(&page), "1", "{path}");
    }
    assert_eq!(badge(&app.get("/campaigns", Some(&admin)).await.body), "1");
    let list = app.get("/escalated", Some(&ben)).await.body;
    for words in [
        "Ada Byron",
        "Threat",
        "escalated by Ann",
        "Take the conversation",
    ] {
        assert!(list.contains(words), "{words}: {list}");
    }
    assert!(!list.contains(&format!("/texts/{reply}")), "{list}");
    let all = app.get("/escalated", Some(&admin)).await.body;
    assert!(all.contains(&format!("/texts/{reply}#latest")), "{all}");
    assert!(!all.contains("Take the conversation"), "{all}");
    assert!(
        !app.get("/escalated", Some(&ann))
            .await
            .body
            .contains("Threat")
    );

    let (take, form) = (
        "/api/conversations/take-escalated",
        format!("conversation={reply}"),
    );
    let refused = app.call(take, Some(&ann), &form).await;
    assert_eq!(refused.refusal().0, 404);
    let taken = app.submit(take, Some(&ben), &form).await;
    assert_eq!(taken.location(), format!("/texts/{reply}#latest"));
    let opened = app.get(&format!("/texts/{reply}"), Some(&ben)).await;
    assert!(opened.body.contains("inbound text"), "{}", opened.body);
    assert_eq!(badge(&app.get("/texts", Some(&vera)).await.body), "");
    let late = app.call(take, Some(&vera), &form).await.refusal();
    let sentence = late.1.map(|error| error.to_string());
    assert_eq!(
        sentence.as_deref(),
        Some("Someone else has taken this conversation.")
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_reviewer_keeps_what_they_answer_only_if_their_teams_handle_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let threat = world.escalation_tag("Threat").await;
    let reply = world.reply(world.campaign().await, &world.ann, 60).await;
    let vera = world.supervolunteer().await;
    let cookie = app.sign_in(&vera).await;
    let path = format!("/review?open={reply}");
    let review = async || app.get(&path, Some(&cookie)).await.body;
    let (mine, hint) = ("value=\"mine\"", "it goes back to the pool");
    let page = review().await;
    assert!(page.contains(mine) && !page.contains(hint), "{page}");
    let tagged = world.store.tag(&world.ann, reply, 0, vec![threat]);
    tagged.await.unwrap();
    let page = review().await;
    assert!(!page.contains(mine) && page.contains(hint), "{page}");
    world.team_for("Care", &[threat], &[&vera]).await;
    let page = review().await;
    assert!(page.contains(mine) && !page.contains(hint), "{page}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn whose_it_was_reads_which_reviewer_escalated_it_and_not_that_another_has_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let threat = world.escalation_tag("Threat").await;
    let reply = world.reply(world.campaign().await, &world.ann, 60).await;
    let typed = world.store.save_draft(&world.ann, reply, "At five".into());
    typed.await.unwrap();
    let vera = world.named("Vera", Role::Supervolunteer).await;
    let (ann, vera) = (app.sign_in(&world.ann).await, app.sign_in(&vera).await);
    let form = format!("back=/review&change=add_tag&tag={threat}&conversations[0]={reply}");
    let prepared = app
        .submit("/api/reviews/prepare-bulk", Some(&vera), &form)
        .await;
    assert_eq!(prepared.location(), "/review/actions/1");
    app.submit("/api/reviews/start-bulk", Some(&vera), "action=1")
        .await;
    assert_eq!(world.holder(reply).await, None);

    let sentence = "This conversation was released by Vera, who escalated it. It is not yours any more, so nothing can be sent from here.";
    let form = format!("conversation={reply}");
    let watched = app
        .call("/api/conversations/watch", Some(&ann), &form)
        .await;
    let watched: OwnershipState = watched.decoded().unwrap();
    assert_eq!(watched.holding, Holding::Elsewhere);
    let notice = format!("{sentence} Anything you typed is kept as a draft.");
    assert_eq!(watched.notice, Some(notice));
    let page = app.get(&format!("/texts/{reply}"), Some(&ann)).await.body;
    assert!(page.contains(sentence), "{page}");
}
