//! What is said where the due date of a campaign has passed: before its launch, a release and a second pass.

use super::TestApp;
use server_store::testing::Thread;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_due_date_that_has_passed_is_said_where_initial_messages_would_go_out(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let admin = app.sign_in(&world.admin).await;
    let draft = world.campaign().await;
    let note = "It has passed, so texters will not be assigned initial messages.";
    for (set, passed) in [
        ("started_at = null, due_on = '2026-11-03'", false),
        ("due_on = '2026-11-02'", true),
    ] {
        world.change_campaign(draft, set).await;
        let page = app.get(&format!("/campaigns/{draft}"), Some(&admin)).await;
        assert_eq!(page.body.contains(note), passed, "{set}");
        let launched = format!("/campaigns/{draft}?done=launched");
        let page = app.get_after_form(&launched, &admin).await;
        let not_assigned = "texters are not assigned initial messages until it is changed";
        assert_eq!(page.body.contains(not_assigned), passed, "{set}");
        let sent_now = "Initial messages can be sent now.";
        assert_eq!(page.body.contains(sent_now), !passed, "{set}");
    }

    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "due_on = '2026-11-02'")
        .await;
    world.unsent(campaign, &world.ann).await;
    let days_ago = Thread {
        outbound: vec![5 * 24 * 60],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    world.thread(campaign, Some(&world.ann), &days_ago).await;
    let due_date = format!("href=\"/campaigns/{campaign}#due_on\"");
    for page in ["release?kind=unsent", "second-pass"] {
        let page = format!("/campaigns/{campaign}/{page}");
        let body = app.get(&page, Some(&admin)).await.body;
        let sentence = "1 unsent message is past the due date of the campaign";
        assert!(body.contains(sentence), "{page}: {body}");
        assert!(body.contains(&due_date), "{page}: {body}");
    }
    world.change_campaign(campaign, "paused_at = now()").await;
    let page = format!("/campaigns/{campaign}/second-pass");
    let body = app.get(&page, Some(&admin)).await.body;
    let sentence = "The campaign is paused: texters cannot request its messages";
    assert!(body.contains(sentence), "{body}");
    let resume = format!("href=\"/campaigns/{campaign}#pause-title\"");
    assert!(body.contains(&resume), "{body}");
}
