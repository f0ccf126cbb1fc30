//! Uploads in two steps, and what is done to contacts, by plain forms.

use super::TestApp;
use crate::engine::AbandonedUploads;
use app::domain::CampaignId;
use http::StatusCode;
use server_store::contact_uploads::{claim, fail, report_progress};
use sqlx::PgPool;

const FILE: &str = "first,last,phone,Cell_Phone\nAda,Byron,2125550177,none\n";

async fn scene(pool: PgPool) -> (TestApp, CampaignId, String) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    let admin = app.sign_in(&app.world.admin).await;
    (app, campaign, admin)
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn columns_in_doubt_are_asked_about_and_the_choice_is_kept(pool: PgPool) {
    let (app, campaign, admin) = scene(pool).await;
    let upload = app.world.upload(campaign, FILE).await;
    let path = format!("/campaigns/{campaign}/uploads/{upload}");
    let page = app.get(&path, Some(&admin)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body
            .contains("Both “phone” and “Cell_Phone” may be Cell.")
    );
    let form = |columns: [&str; 4]| {
        let mut form = format!("campaign={campaign}&upload={upload}");
        for (index, column) in columns.iter().enumerate() {
            form += &format!("&columns[{index}]={column}");
        }
        form
    };
    let import = "/api/contacts/import";
    let refused = form(["firstName", "custom", "cell", "ignore"]);
    let refused = app.submit(import, Some(&admin), &refused).await;
    assert!(
        refused.location().starts_with(&path),
        "{}",
        refused.location()
    );
    let again = app.get(refused.location(), Some(&admin)).await;
    assert!(
        again.body.contains("No column is “Last name”."),
        "{}",
        again.body
    );
    let nonsense = form(["firstName", "lastName", "cell", "nonsense"]);
    let nonsense = app.call(import, Some(&admin), &nonsense).await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.world.count("select count(*) from contact").await, 0);
    let good = form(["firstName", "lastName", "cell", "ignore"]);
    let done = app.submit(import, Some(&admin), &good).await;
    let report = format!("/campaigns/{campaign}?import=");
    assert!(done.location().starts_with(&report), "{}", done.location());
    // Pressed twice, it is what it was.
    let twice = app.submit(import, Some(&admin), &good).await;
    assert_eq!(twice.location(), done.location());
    let page = app.get(&path, Some(&admin)).await;
    assert_eq!(page.location(), done.location());
    assert_eq!(app.world.count("select count(*) from contact").await, 1);
    assert_eq!(
        app.world
            .count("select count(*) from contact_upload_part")
            .await,
        0
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_without_last_names_says_so_and_is_imported(pool: PgPool) {
    let (app, campaign, admin) = scene(pool).await;
    let upload = "firstName,cell\nAda,(0)212-555-0177\n";
    let upload = app.world.upload(campaign, upload).await;
    let path = format!("/campaigns/{campaign}/uploads/{upload}");
    let page = app.get(&path, Some(&admin)).await.body;
    assert!(
        page.contains("The file has no column for last names: they stay blank."),
        "{page}"
    );
    assert!(page.contains("+12125550177"), "{page}");
    let columns = "columns[0]=firstName&columns[1]=cell";
    let form = format!("campaign={campaign}&upload={upload}&{columns}");
    let done = app.submit("/api/contacts/import", Some(&admin), &form);
    let report = app.follow(&done.await, &admin).await.body;
    assert!(report.contains("1 contact added"), "{report}");
    let added = "select count(*) from contact
                  where first_name = 'Ada' and last_name = '' and cell = '+12125550177'";
    assert_eq!(app.world.count(added).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_draft_s_list_is_replaced_by_another_and_by_nothing_else(pool: PgPool) {
    let (app, campaign, admin) = scene(pool).await;
    let world = &app.world;
    world.change_campaign(campaign, "started_at = null").await;
    // Answers with the page that the form leads to.
    let import = async |file: &str, replace: bool, started: bool| {
        let upload = world.upload(campaign, file).await;
        let page = format!("/campaigns/{campaign}/uploads/{upload}");
        let shown = app.get(&page, Some(&admin)).await.body;
        assert_eq!(shown.contains("name=\"replace\""), replace, "{shown}");
        if started {
            let start = "started_at = now()";
            world.change_campaign(campaign, start).await;
        }
        let form = format!(
            "campaign={campaign}&upload={upload}&replace={replace}\
             &columns[0]=firstName&columns[1]=lastName&columns[2]=cell"
        );
        let answer = app.submit("/api/contacts/import", Some(&admin), &form);
        app.follow(&answer.await, &admin).await.body
    };
    let cells = async || -> Vec<String> {
        sqlx::query_scalar("select cell from contact order by cell")
            .fetch_all(&world.store.pool)
            .await
            .unwrap()
    };
    import("first,last,cell\nAda,Byron,2125550177\n", false, false).await;
    assert_eq!(cells().await, ["+12125550177"]);
    for file in [
        "first,last,cell\n",
        "first,last,cell\nBo,Peep,911\nCy,Young,\n",
    ] {
        let refused = import(file, true, false).await;
        assert!(
            refused.contains("so the contacts that are on this campaign stay"),
            "{refused}"
        );
        assert_eq!(cells().await, ["+12125550177"]);
    }
    let bo = "first,last,cell\nBo,Peep,2125550178\n";
    let report = import(bo, true, false).await;
    assert!(report.contains("1 contact added"), "{report}");
    assert!(report.contains("Rows in the file"), "{report}");
    assert_eq!(cells().await, ["+12125550178"]);
    // It was launched while its page was open.
    let refused = import("first,last,cell\nCy,Young,2125550179\n", true, true).await;
    assert!(refused.contains("launched meanwhile"), "{refused}");
    assert_eq!(cells().await, ["+12125550178"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_progress_of_an_import_is_shown_until_it_ends(pool: PgPool) {
    let (app, campaign, admin) = scene(pool).await;
    let (store, organization) = (&app.world.store, app.world.organization);
    let upload = app.world.upload(campaign, FILE).await;
    let path = format!("/campaigns/{campaign}/uploads/{upload}");
    let progress = format!("{path}/progress");
    let waiting = app.get(&progress, Some(&admin)).await;
    assert_eq!(waiting.location(), path);
    let claim = claim(store, organization, campaign, upload).await.unwrap();
    let claim = claim.unwrap();
    let half = FILE.len() as i64 / 2;
    report_progress(store, organization, claim, half, 1_234)
        .await
        .unwrap();
    let page = app.get(&path, Some(&admin)).await;
    assert_eq!(page.location(), progress);
    let page = app.get(&progress, Some(&admin)).await;
    assert_eq!(page.headers["refresh"], "1");
    assert!(page.body.contains("1,234 rows read") && page.body.contains("value=\"50\""));
    // All is read, and nobody knows how long it takes to add it.
    report_progress(store, organization, claim, FILE.len() as i64, 2_468)
        .await
        .unwrap();
    let page = app.get(&progress, Some(&admin)).await;
    assert!(
        page.body
            .contains("All 2,468 rows are read and are being added")
    );
    assert!(page.body.contains("<progress") && !page.body.contains("value="));
    let address = format!("/campaigns/{campaign}");
    let campaign_page = app.get(&address, Some(&admin)).await.body;
    assert!(campaign_page.contains("is under way.") && campaign_page.contains(&progress));
    assert!(
        !campaign_page.contains("not imported it"),
        "{campaign_page}"
    );
    fail(store, organization, claim, "It could not be done.")
        .await
        .unwrap();
    let failed = app.get(&progress, Some(&admin)).await;
    assert_eq!(failed.location(), path);
    let page = app.get(&path, Some(&admin)).await;
    assert!(page.body.contains("It could not be done."));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_correction_that_is_refused_keeps_what_was_typed(pool: PgPool) {
    let (app, campaign, admin) = scene(pool).await;
    let contact = app.world.unsent(campaign, &app.world.ann).await;
    let form = format!(
        "campaign={campaign}&contact={contact}&first_name=Zo%C3%AB&cell=911&zone=Mars&external_id={}",
        "x".repeat(201)
    );
    let correct = "/api/contacts/correct";
    let refused = app.submit(correct, Some(&admin), &form).await;
    let cookies = refused.cookie_named("baton_refusals").unwrap();
    let cookies = format!("{admin}; {cookies}");
    let page = app.get(refused.location(), Some(&cookies)).await;
    for sentence in [
        "value=\"Zoë\"",
        "Such a number cannot exist",
        "longer than 200",
    ] {
        assert!(page.body.contains(sentence), "{sentence}: {}", page.body);
    }
    assert_eq!(
        page.body.matches("class=\"field-error\"").count(),
        3,
        "{}",
        page.body
    );
    let good = format!(
        "campaign={campaign}&contact={contact}&first_name=Zo%C3%AB&cell=(212)+555-0177&zone=us/central\
         &custom_fields[0][name]=ask&custom_fields[0][value]=10"
    );
    let saved = app.submit(correct, Some(&admin), &good).await;
    let page = app.follow(&saved, &admin).await;
    for text in [
        "The contact is corrected.",
        "+12125550177",
        "America/Chicago",
        "ask",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
    let list = format!("/campaigns/{campaign}/contacts?q=212.555.0177");
    assert!(app.get(&list, Some(&admin)).await.body.contains("Zoë"));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_list_that_cannot_go_on_begins_anew_and_says_so(pool: PgPool) {
    let (app, campaign, admin) = scene(pool).await;
    let contact = app.world.unsent(campaign, &app.world.ann).await;
    let page = async |address: &str| {
        let path = format!("/campaigns/{campaign}/contacts{address}");
        app.get(&path, Some(&admin)).await.body
    };
    let anew = "changed or removed meanwhile, so the list begins anew";
    assert!(!page("").await.contains(anew));
    let page = page(&format!("?after=2-{contact}-00000000")).await;
    let link = format!("/campaigns/{campaign}/contacts/{contact}\"");
    assert!(page.contains(anew) && page.contains(&link), "{page}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_page_of_a_file_that_another_has_replaced_leads_to_the_campaign(pool: PgPool) {
    let (app, campaign, admin) = scene(pool).await;
    let old = app.world.upload(campaign, FILE).await;
    let new = app.world.upload(campaign, FILE).await;
    let columns = "&columns[0]=firstName&columns[1]=lastName&columns[2]=cell&columns[3]=ignore";
    let page = format!("/campaigns/{campaign}?");
    let gone = "Nothing was imported: this file is no longer there.";
    for (path, fields) in [
        ("/api/contacts/import", columns.to_owned()),
        ("/api/contacts/import", format!("{columns}&look=true")),
        ("/api/contacts/discard-upload", String::new()),
    ] {
        let form = format!("campaign={campaign}&upload={old}{fields}");
        let answer = app.submit(path, Some(&admin), &form).await;
        let location = answer.location();
        assert!(location.starts_with(&page), "{path}: {location}");
        let shown = app.follow(&answer, &admin).await;
        assert!(shown.body.contains(gone), "{path}: {}", shown.body);
    }
    // Of a campaign that is not there nothing is said.
    let elsewhere = format!("campaign={}&upload={old}", campaign.0 + 1_000);
    let discard = "/api/contacts/discard-upload";
    let elsewhere = app.call(discard, Some(&admin), &elsewhere).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
    // One that is being imported is not discarded, and its page says so.
    let (store, organization) = (&app.world.store, app.world.organization);
    let claimed = claim(store, organization, campaign, new).await.unwrap();
    assert!(claimed.is_some());
    let form = format!("campaign={campaign}&upload={new}");
    let answer = app.submit(discard, Some(&admin), &form).await;
    let page = format!("/campaigns/{campaign}/uploads/{new}");
    assert_eq!(answer.location(), page);
    let uploads = "select count(*) from contact_upload";
    assert_eq!(app.world.count(uploads).await, 1);
    assert_eq!(app.world.count("select count(*) from contact").await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_that_was_forgotten_is_gone(pool: PgPool) {
    let (app, campaign, admin) = scene(pool).await;
    let upload = app.world.upload(campaign, FILE).await;
    let path = format!("/campaigns/{campaign}/uploads/{upload}");
    app.world
        .execute("update contact_upload set active_at = active_at - interval '25 hours'".into())
        .await;
    let service = AbandonedUploads::new(app.world.store.clone());
    assert_eq!(service.run_once().await.unwrap(), 1);
    assert_eq!(
        app.get(&path, Some(&admin)).await.status,
        StatusCode::NOT_FOUND
    );
}
