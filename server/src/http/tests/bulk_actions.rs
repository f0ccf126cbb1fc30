//! Bulk actions of Message Review, by their forms.

use super::TestApp;
use app::domain::{BulkActionId, BulkState};
use app::ports::BulkActions;
use server_store::testing::{World, noon};
use sqlx::PgPool;

/// Makes a bulk action one that is not over yet.
pub(super) async fn leave_running(world: &World, action: i64) {
    let running =
        "update release set state = 'running', finished_at = null, cancel_requested_at = null";
    world
        .execute(format!("{running} where bulk_action_id = {action}"))
        .await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn one_is_chosen_previewed_carried_out_and_undone_by_forms(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let one = world.reply(campaign, &world.ann, 10).await;
    let two = world.reply(campaign, &world.ann, 20).await;
    let cookie = app.sign_in(&vera).await;
    let cookie = Some(cookie.as_str());

    let list = app.get("/review", cookie).await;
    assert!(
        list.body.contains(&format!("value=\"{one}\"")),
        "{}",
        list.body
    );
    let form = |rest: &str| format!("back=/review?campaign={campaign}&{rest}");
    let path = "/api/reviews/prepare-bulk";
    // Refused, with what was chosen.
    for (rest, sentence) in [
        ("change=unassign", "Tick the conversations first"),
        ("change=&conversations[0]=1", "Choose what to do."),
        (
            "change=reassign&conversations[0]=1",
            "Choose who gets the conversations.",
        ),
        ("change=add_tag&matching=true", "Choose the tag."),
    ] {
        let refused = app.submit(path, cookie, &form(rest)).await;
        assert!(
            refused.location().starts_with("/review?"),
            "{}",
            refused.location()
        );
        // What was refused is shown to the browser that was refused it.
        let mut known = refused.set_cookies();
        known.extend(cookie.map(str::to_owned));
        let page = app.get(refused.location(), Some(&known.join("; "))).await;
        assert!(page.body.contains(sentence), "{rest}: {}", page.body);
    }
    let ben = world.ben.member;
    let rest =
        format!("change=reassign&member={ben}&tag=&conversations[0]={one}&conversations[7]={two}");
    let prepared = app.submit(path, cookie, &form(&rest)).await;
    let page = format!("/review/actions/1?back=%2Freview%3Fcampaign%3D{campaign}");
    assert_eq!(prepared.location(), page);
    let preview = app.get("/review/actions/1", cookie).await;
    assert!(
        preview.body.contains("2 conversations will be changed"),
        "{}",
        preview.body
    );
    assert_eq!(world.holder(one).await, Some(world.ann.member));

    let done = app
        .submit("/api/reviews/start-bulk", cookie, "action=1")
        .await;
    assert_eq!(done.location(), "/review/actions/1");
    assert_eq!(world.holder(one).await, Some(ben));
    let result = app.get("/review/actions/1", cookie).await;
    assert!(
        result.body.contains("2 conversations changed"),
        "{}",
        result.body
    );
    // It is in reach of whoever did it, with its undo.
    let list = app.get("/review", cookie).await;
    for part in [
        "Your recent bulk changes",
        "2 conversations changed",
        "/api/reviews/undo-bulk",
        "10 min left to undo",
    ] {
        assert!(list.body.contains(part), "{part}: {}", list.body);
    }
    // A supervolunteer has no release history; admins have it there, with its conversations.
    assert!(!result.body.contains("/releases/"), "{}", result.body);
    let admin = app.sign_in(&world.admin).await;
    let history = app.get("/releases", Some(&admin)).await;
    assert!(history.body.contains("Reassign to"), "{}", history.body);
    let lines = app.get("/releases/1/conversations.csv", Some(&admin)).await;
    assert_eq!(lines.body.lines().count(), 3, "{}", lines.body);
    let detail = app.get("/releases/1", Some(&admin)).await.body;
    assert!(
        detail.contains("Takes back only what no one has changed since."),
        "{detail}"
    );

    app.submit("/api/reviews/undo-bulk", cookie, "action=1")
        .await;
    assert_eq!(world.holder(one).await, Some(world.ann.member));
    let list = app.get("/review", cookie).await;
    assert!(!list.body.contains("Your recent bulk changes"));
    let result = app.get("/review/actions/1", cookie).await;
    assert!(
        result
            .body
            .contains("Undone: 2 of 2 conversations returned"),
        "{}",
        result.body
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_changes_meanwhile_is_spared_only_where_its_page_says_so(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let vera = world.supervolunteer().await;
    let reply = world.reply(world.campaign().await, &world.ann, 10).await;
    let tag = world.ordinary_tag("Yard sign").await;
    let cookie = app.sign_in(&vera).await;
    let cookie = Some(cookie.as_str());
    for (change, spares) in [("close", true), ("add_tag", false), ("opt_out", false)] {
        let form = format!("back=/review&change={change}&tag={tag}&conversations[0]={reply}");
        let path = "/api/reviews/prepare-bulk";
        let prepared = app.submit(path, cookie, &form).await;
        let preview = app.get(prepared.location(), cookie).await.body;
        let says = preview.contains("Conversations that change before you press the button");
        assert_eq!(says, spares, "{change}: {preview}");
        assert!(preview.contains("You can undo this for ten minutes."));
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn its_progress_is_a_page_that_goes_on_until_it_is_over(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 10).await;
    let cookie = app.sign_in(&vera).await;
    let cookie = Some(cookie.as_str());
    let form = "back=/review&matching=true&change=unassign";
    app.submit("/api/reviews/prepare-bulk", cookie, form).await;
    app.submit("/api/reviews/start-bulk", cookie, "action=1")
        .await;
    leave_running(world, 1).await;
    let running = app.get("/review/actions/1", cookie).await;
    assert_eq!(running.location(), "/review/actions/1/progress");
    let page = app.get("/review/actions/1/progress", cookie).await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.ends_with("; script-src 'self'"), "{policy}");
    // By its script, or without one by the browser.
    assert!(!page.headers.contains_key("refresh"));
    for part in [
        "src=\"/pkg/baton-progress.js\"",
        "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>",
    ] {
        assert!(page.body.contains(part), "{}", page.body);
    }
    assert!(
        page.body.contains("/api/reviews/stop-bulk"),
        "{}",
        page.body
    );
    world
        .execute("update release set state = 'finished', finished_at = started_at".to_owned())
        .await;
    let over = app.get("/review/actions/1/progress", cookie).await;
    assert_eq!(over.location(), "/review/actions/1");
    let action = world
        .store
        .bulk_action(&vera, BulkActionId(1))
        .await
        .unwrap();
    assert!(matches!(action.state, BulkState::Started { .. }));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn all_that_match_may_be_meant_before_the_first_of_them_is_found(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 120).await;
    // Later ones, more than a page looks at, who do not wait for that long.
    world
        .execute(format!(
            "with added as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 select ca.organization_id, ca.id, 'Cy', 'Li', '+1303' || 5000000 + n
                   from campaign ca
                  cross join generate_series(1, 6300) n
                  where ca.id = {campaign}
                 returning organization_id, campaign_id, id)
             insert into conversation (organization_id, id, campaign_id, waiting_since, status)
             select organization_id, id, campaign_id, '{}'::timestamptz, 'needs_response'::conversation_status
               from added",
            noon().to_rfc3339()
        ))
        .await;
    let cookie = app.sign_in(&vera).await;
    let cookie = Some(cookie.as_str());
    let list = app.get("/review?idle=60", cookie).await.body;
    assert!(list.contains("Nothing found so far"), "{list}");
    let (_, matching) = list.split_once("name=\"matching\" value=\"true\"").unwrap();
    let matching = matching.split('>').next().unwrap();
    assert!(matching.contains("checked"), "{matching}");
    let form = "back=/review?idle=60&matching=true&change=close";
    let prepared = app.submit("/api/reviews/prepare-bulk", cookie, form).await;
    let preview = app.get(prepared.location(), cookie).await.body;
    assert!(
        preview.contains("1 conversation will be changed"),
        "{preview}"
    );
}
