//! The campaigns page: what its address asks for, and what is done to those that are chosen on it.

use super::TestApp;
use app::domain::CampaignId;
use http::StatusCode;
use sqlx::PgPool;

const CHANGE: &str = "/api/campaigns/change-chosen";

async fn titled(app: &TestApp, title: &str, set: &'static str) -> CampaignId {
    let campaign = app.world.campaign().await;
    app.world.change_campaign(campaign, set).await;
    sqlx::query("update campaign set title = $1 where id = $2")
        .bind(title)
        .bind(campaign.0)
        .execute(&app.world.store.pool)
        .await
        .unwrap();
    campaign
}

/// The titles of the rows, in order.
fn rows(body: &str) -> Vec<String> {
    let links = body.split("aria-label=\"Choose ").skip(1);
    let titles = links.filter_map(|from| from.split('"').next());
    titles.map(str::to_owned).collect()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_address_says_which_campaigns_and_in_which_order(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let first = titled(&app, "First", "due_on = '2026-11-02'").await;
    let second = titled(&app, "Second 50%", "auto_assign = false").await;
    titled(
        &app,
        "Third",
        "due_on = '2026-12-01', auto_release_minutes = 60",
    )
    .await;
    titled(&app, "A draft", "started_at = null").await;
    titled(&app, "Put away", "archived_at = now()").await;
    world.reply(first, &world.ann, 10).await;
    for minutes in [5, 6] {
        world.reply(second, &world.ann, minutes).await;
    }
    let admin = app.sign_in(&world.admin).await;
    let page = async |query: &str| {
        let page = app.get(&format!("/campaigns{query}"), Some(&admin)).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
        page.body
    };
    for (query, expected) in [
        ("", ["First", "Second 50%", "Third"].as_slice()),
        ("?sort=newest", &["Third", "Second 50%", "First"]),
        ("?sort=most_unhandled", &["Second 50%", "First", "Third"]),
        ("?sort=due_date", &["First", "Third", "Second 50%"]),
        ("?tab=drafts", &["A draft"]),
        ("?tab=archived", &["Put away"]),
        ("?q=50%25", &["Second 50%"]),
        ("?q=R", &["First", "Third"]),
        ("?q=_", &[]),
        ("?q=%5C", &[]),
        ("?overdue=yes", &["First"]),
        ("?auto_assign=off", &["Second 50%"]),
        ("?auto_release=on", &["Third"]),
        ("?waits=yes&sort=newest", &["Second 50%", "First"]),
        ("?no_pool=yes", &[]),
        // What it does not know is as if it were not there.
        (
            "?tab=all&sort=random&overdue=1&auto_assign=maybe&waits=&after=x&chosen=x&more=1",
            &["First", "Second 50%", "Third"],
        ),
        (
            "?after=99999999999999999999.1",
            &["First", "Second 50%", "Third"],
        ),
    ] {
        assert_eq!(rows(&page(query).await), expected, "{query}");
    }
    let long = "x".repeat(20_000);
    let searched = page(&format!("?q={long}")).await;
    assert!(searched.contains("No campaign found"), "{searched}");
    let cut = format!("value=\"{}\"", "x".repeat(200));
    assert!(searched.contains(&cut), "{searched}");
    let tabs = page("?sort=newest&q=first").await;
    for link in [
        "href=\"/campaigns?q=first&amp;sort=newest\"",
        "href=\"/campaigns?tab=drafts&amp;q=first&amp;sort=newest\"",
        "Current · 3",
        "Drafts · 1",
        "Archived · 1",
    ] {
        assert!(tabs.contains(link), "{link}: {tabs}");
    }
    // Switches of the page are checked, too.
    let checked = async |query| page(query).await.matches(" checked").count();
    assert_eq!(checked("?chosen=all").await, checked("").await + 3);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_next_page_keeps_what_was_asked_for(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    world
        .execute(format!(
            "insert into campaign (organization_id, title, time_zone_id, started_at)
             select {}, 'Campaign ' || n, {}, now() from generate_series(1, 120) n",
            world.organization,
            world.zone("America/New_York").await
        ))
        .await;
    let admin = app.sign_in(&world.admin).await;
    let mut found = Vec::new();
    let mut next = Some("/campaigns?q=campaign&sort=due_date".to_owned());
    while let Some(path) = next {
        let page = app.get(&path, Some(&admin)).await.body;
        found.extend(rows(&page));
        let link = page.split("rel=\"next\" href=\"").nth(1);
        let link = link.and_then(|from| from.split('"').next());
        next = link.map(|link| link.replace("&amp;", "&"));
        if let Some(next) = &next {
            assert!(
                next.starts_with("/campaigns?q=campaign&sort=due_date&after="),
                "{next}"
            );
        }
    }
    let expected: Vec<String> = (1..=120).rev().map(|n| format!("Campaign {n}")).collect();
    assert_eq!(found, expected);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_chosen_are_asked_about_and_the_list_says_what_became_of_them(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let busy = titled(&app, "Busy", "title = title").await;
    let quiet = titled(&app, "Quiet", "title = title").await;
    let gone = titled(&app, "Gone", "archived_at = now()").await;
    world.reply(busy, &world.ann, 10).await;
    world.pooled(busy, 10).await;
    let admin = app.sign_in(&world.admin).await;
    let list = "%2Fcampaigns%3Fsort%3Dnewest";
    let asked = format!(
        "/campaigns/chosen?change=archive&campaigns={busy}&campaigns={quiet}&campaigns={gone}&campaigns=x&back={list}"
    );
    let page = app.get(&asked, Some(&admin)).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in [
        "<h1>Archive 2 campaigns</h1>",
        "2 people wait for an answer.",
        "Already set this way; nothing changes.",
        "name=\"confirmed\"",
        "href=\"/campaigns?sort=newest\"",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    let form = format!(
        "change=archive&campaigns[0]={busy}&campaigns[1]={quiet}&campaigns[2]={gone}&back={list}"
    );
    let done = app.submit(CHANGE, Some(&admin), &form).await;
    assert_eq!(
        done.location(),
        format!(
            "/campaigns?sort=newest&done=archive&changed=1&left={busy}.somebody_waits&left={gone}.already"
        )
    );
    let page = app.follow(&done, &admin).await.body;
    for words in [
        "1 campaign was archived.",
        "Not archived, because people wait for an answer: Busy.",
        "Already set this way: Gone.",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(rows(&page), ["Busy"]);
    // Nowhere else does a form lead back to.
    let form = format!("change=auto_assign_off&campaigns[0]={busy}&back=https://evil.test/");
    let done = app.submit(CHANGE, Some(&admin), &form).await;
    assert_eq!(done.location(), "/campaigns?done=auto_assign_off&changed=1");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn autoassign_mode_of_several_begins_with_what_they_have_in_common(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let early = titled(&app, "Early vote", "auto_release_minutes = 60").await;
    let set = "auto_assign = false, auto_release_minutes = 60";
    let mail = titled(&app, "By mail", set).await;
    let admin = app.sign_in(&world.admin).await;
    let asked = format!("/campaigns/chosen?change=autoassign&campaigns={early}&campaigns={mail}");
    let page = app.get(&asked, Some(&admin)).await.body;
    let is_chosen = |page: &str, name: &str, value: &str| {
        let radio = format!("name=\"{name}\" value=\"{value}\" checked");
        assert!(page.contains(&radio), "{radio}: {page}");
    };
    is_chosen(&page, "auto_assign", "");
    is_chosen(&page, "auto_release", "true");
    is_chosen(&page, "interval", "60");
    for words in [
        "Now: auto-assign on, auto-release after 1 hour.",
        "Now: auto-assign off, auto-release after 1 hour.",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let versions = format!("{early}.0 {mail}.0");
    assert!(page.contains(&format!("name=\"versions\" value=\"{versions}\"")));
    // What one of them would have is said as what would be.
    let sent = format!("versions={early}.0+{mail}.0&auto_assign=&auto_release=false");
    let preview = format!("{asked}&preview=autoassign&{sent}");
    let page = app.get(&preview, Some(&admin)).await.body;
    is_chosen(&page, "auto_release", "false");
    let words = "With your choice, auto-release would be off";
    assert_eq!(page.matches(words).count(), 2, "{page}");

    // Somebody saves one of them meanwhile.
    let theirs =
        format!("campaign={mail}&version=0&auto_assign=true&auto_release=true&interval=15");
    let owner = app.sign_in(&world.owner).await;
    app.submit("/api/campaigns/save-autoassign", Some(&owner), &theirs)
        .await;
    let page = app.get(&preview, Some(&admin)).await.body;
    let words = "Someone saved it after you opened this page";
    assert_eq!(page.matches(words).count(), 1, "{page}");
    let form = format!("change=autoassign&campaigns[0]={early}&campaigns[1]={mail}&{sent}");
    let done = app.submit(CHANGE, Some(&admin), &form).await;
    assert_eq!(
        done.location(),
        format!("/campaigns?done=autoassign&changed=1&left={mail}.saved_meanwhile")
    );
    let page = app.follow(&done, &admin).await.body;
    let words = "because someone else saved these meanwhile: By mail.";
    assert!(page.contains(words), "{page}");
    let kept = "select count(*) from campaign where auto_assign and auto_release_minutes = 15";
    assert_eq!(world.count(kept).await, 1);
    let off = "select count(*) from campaign where auto_assign and auto_release_minutes is null";
    assert_eq!(world.count(off).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_cannot_be_done_to_them_is_refused_and_nothing_is_written(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = titled(&app, "Early vote", "title = title").await;
    let admin = app.sign_in(&app.world.admin).await;
    for change in ["", "delete", "Archive"] {
        let path = format!("/campaigns/chosen?change={change}&campaigns={campaign}&back=/people");
        let page = app.get(&path, Some(&admin)).await;
        assert_eq!(
            (page.status, page.location()),
            (StatusCode::SEE_OTHER, "/campaigns")
        );
        let form = format!("change={change}&campaigns[0]={campaign}");
        let refused = app.call(CHANGE, Some(&admin), &form).await;
        assert_eq!(refused.refusal().0, 422, "{change}");
    }
    // Without an interval the form comes back, with what was filled in.
    let form = format!(
        "change=autoassign&campaigns[0]={campaign}&auto_release=true&interval=custom&number=0&unit=minutes"
    );
    let refused = app.submit(CHANGE, Some(&admin), &form).await;
    let start =
        format!("/campaigns/chosen?change=autoassign&campaigns={campaign}&back=%2Fcampaigns&");
    assert!(
        refused.location().starts_with(&start),
        "{}",
        refused.location()
    );
    // None at all is no error.
    let page = app
        .get("/campaigns/chosen?change=archive", Some(&admin))
        .await;
    assert!(page.body.contains("No campaign is chosen"), "{}", page.body);
    let nothing = app.submit(CHANGE, Some(&admin), "change=archive").await;
    assert_eq!(nothing.location(), "/campaigns?done=archive&changed=0");
    let events = "select count(*) from audit_event where subject_kind = 'campaign'";
    let events = app.world.count(events).await;
    assert_eq!(events, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_menu_offers_what_can_be_done_with_its_campaign(pool: PgPool) {
    let app = TestApp::new(pool).await;
    titled(&app, "Runs", "due_on = null").await;
    titled(&app, "A draft", "started_at = null").await;
    titled(&app, "Put away", "archived_at = now()").await;
    let admin = app.sign_in(&app.world.admin).await;
    for (tab, releases, switches) in [
        ("current", true, true),
        ("drafts", false, true),
        ("archived", false, false),
    ] {
        let page = app
            .get(&format!("/campaigns?tab={tab}"), Some(&admin))
            .await;
        let (_, menu) = page.body.split_once("id=\"menu-").unwrap();
        let (menu, _) = menu.split_once("</ul>").unwrap();
        for (words, is_offered) in [
            ("Release Unsent Messages", releases),
            ("Second pass", releases),
            ("Autoassign Mode", switches),
            ("Turn auto-assign on", switches),
            ("Copy", true),
        ] {
            assert_eq!(menu.contains(words), is_offered, "{tab}: {words}");
        }
    }
}
