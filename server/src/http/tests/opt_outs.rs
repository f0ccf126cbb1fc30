//! Opt-outs by number: the page, the upload of a file, and the export.

use super::TestApp;
use sqlx::PgPool;
use std::collections::BTreeSet;
use std::time::Duration;

const FILE: &str = "name;Phone Number\n\
    Maya;(202) 555-0101\n\
    Omar;+44 7400 123456\n\
    ;\n\
    Nobody;\n\
    Short;555-0110\n\
    Rounded;2.02555E+09\n\
    Maya again;202.555.0101\n\
    Known;202 555 0102\n\
    Repaired;2025550103.0\n\
    Two;202 555 0104 / 202 555 0105\n";

/// What a page says in one of its figures.
fn figure(page: &str, name: &str) -> String {
    let after = page.split(&format!("<dt>{name}</dt>")).nth(1);
    let after = after.unwrap_or_else(|| panic!("no {name}: {page}"));
    let figure = after.split("<dd>").nth(1).unwrap();
    figure.split('<').next().unwrap().to_owned()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_is_imported_row_by_row_in_any_encoding(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    app.call("/api/opt-outs/add", Some(&admin), "numbers=202+555+0102")
        .await;
    let utf16: Vec<u8> = FILE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let answer = app.upload("/opt-outs/import", &admin, &utf16).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let page = app.get(answer.location(), Some(&admin)).await.body;
    let counts = [
        "Opted out now",
        "Opted out before",
        "Duplicates",
        "Without a number",
        "Rejected",
    ]
    .map(|name| figure(&page, name));
    assert_eq!(counts, ["3", "1", "1", "1", "3"], "{page}");
    for row in [
        "<td>5</td><td> </td><td>The cell is missing.</td>",
        "<td>6</td><td>555-0110</td><td>It has no area code.</td>",
        "<td>8</td><td>202.555.0101</td><td>Line 2 has the same number.</td>",
    ] {
        assert!(page.replace("<!>", "").contains(row), "{row}: {page}");
    }
    let again = app
        .upload("/opt-outs/import", &admin, FILE.as_bytes())
        .await;
    let page = app.get(again.location(), Some(&admin)).await.body;
    assert_eq!(figure(&page, "Opted out before"), "4");
    // Another organization's report is not there.
    let other = TestApp::beside(&app);
    let stranger = server_store::testing::World::new(other.world.store.pool.clone()).await;
    let cookie = other.sign_in(&stranger.admin).await;
    assert_eq!(
        other.get(answer.location(), Some(&cookie)).await.status,
        404
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_has_arrived_is_recorded_whole_when_nobody_waits_for_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let admin = app.sign_in(&world.admin).await;
    let mut other = world.store.pool.begin().await.unwrap();
    sqlx::query("lock table opt_out in share mode")
        .execute(&mut *other)
        .await
        .unwrap();
    let waits = "select count(*) from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'";
    // The browser goes when the file is there and its first batch waits.
    let mut upload = Box::pin(app.upload("/opt-outs/import", &admin, FILE.as_bytes()));
    while world.count(waits).await == 0 {
        tokio::select! {
            biased;
            answer = &mut upload => panic!("it was answered: {}", answer.body),
            () = tokio::task::yield_now() => {}
        }
    }
    drop(upload);
    other.rollback().await.unwrap();
    let kept = "select count(*) from opt_out_import";
    let recorded = async {
        while world.count(kept).await == 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), recorded)
        .await
        .expect("it is recorded");
    assert_eq!(world.count("select count(*) from opt_out").await, 4);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_list_without_a_heading_is_read_and_a_file_without_numbers_is_not(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let list = b"202 555 0101\n202 555 0102\n";
    let answer = app.upload("/opt-outs/import", &admin, list).await;
    let page = app.get(answer.location(), Some(&admin)).await.body;
    assert_eq!(figure(&page, "Opted out now"), "2");
    for (file, reason) in [
        (
            "name,city\nMaya,Albany\n",
            "The header line has no column cell. It names name, city.",
        ),
        (
            "",
            "The file is empty. Its first line has to name a column cell.",
        ),
        (
            "cell,phone\n1,2\n",
            "Both “cell” and “phone” may be the column cell.",
        ),
    ] {
        let answer = app
            .upload("/opt-outs/import", &admin, file.as_bytes())
            .await;
        let page = app.get(answer.location(), Some(&admin)).await.body;
        assert!(page.contains(reason), "{reason}: {page}");
        assert_eq!(figure(&page, "Opted out now"), "0");
    }
    assert_eq!(app.world.count("select count(*) from opt_out").await, 2);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_export_holds_what_the_database_does_and_is_imported_again(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let world = &app.world;
    let admin = app.sign_in(&world.admin).await;
    let organization = world.organization;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "title = '=HYPERLINK(\"http://evil.test\"), 1'")
        .await;
    let reply = world.reply(campaign, &world.ann, 60).await;
    let ann = app.sign_in(&world.ann).await;
    app.call(
        "/api/conversations/opt-out",
        Some(&ann),
        &format!("conversation={reply}"),
    )
    .await;
    world
        .execute(format!(
            "insert into opt_out (organization_id, cell, created_at, origin)
             select {organization}, '+1212' || 5550000 + n, now() - n * interval '1 minute', 'import'
               from generate_series(1, 2500) n"
        ))
        .await;
    let answer = app.get("/opt-outs.csv", Some(&admin)).await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.headers["content-disposition"],
        "attachment; filename=\"opt-outs.csv\""
    );
    let by_texter = answer
        .body
        .lines()
        .find(|line| line.contains(",texter,"))
        .unwrap();
    assert!(by_texter.starts_with("'+"), "{by_texter}");
    assert!(
        by_texter.ends_with(&format!(
            ",{campaign},\"'=HYPERLINK(\"\"http://evil.test\"\"), 1\""
        )),
        "{by_texter}"
    );
    let exported: BTreeSet<String> = answer
        .body
        .lines()
        .skip(1)
        .map(|line| {
            line.trim_start_matches('\'')
                .split(',')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect();
    let kept: Vec<String> = sqlx::query_scalar("select cell from opt_out")
        .fetch_all(&world.store.pool)
        .await
        .unwrap();
    assert_eq!(answer.body.lines().count(), 1 + kept.len());
    assert_eq!(exported, kept.iter().cloned().collect());

    let one = app.get("/opt-outs.csv?q=212-555-1234", Some(&admin)).await;
    assert_eq!(one.body.lines().count(), 2, "{}", one.body);
    assert_eq!(
        app.get("/opt-outs.csv?q=nobody", Some(&admin)).await.status,
        400
    );
    assert_eq!(
        world
            .count("select count(*) from audit_event where action = 'opt_outs_exported'")
            .await,
        2
    );

    // Into another organization, which knows none of them.
    let other = TestApp::of(server_store::testing::World::new(pool).await);
    let cookie = other.sign_in(&other.world.admin).await;
    let imported = other
        .upload("/opt-outs/import", &cookie, answer.body.as_bytes())
        .await;
    let page = other.get(imported.location(), Some(&cookie)).await.body;
    assert_eq!(figure(&page, "Opted out now"), "2,501");
}

/// The page to which a form that is refused leads back.
async fn refused(app: &TestApp, path: &str, session: &str, form: &str) -> String {
    let refused = app.submit(path, Some(session), form).await;
    let remembered = refused.cookie_named("baton_refusals").unwrap();
    let cookies = format!("{session}; {remembered}");
    app.get(refused.location(), Some(&cookies)).await.body
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_number_is_searched_lifted_with_a_reason_and_its_history_kept(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let session = app.sign_in(&world.admin).await;
    let admin = Some(session.as_str());
    let reply = world.reply(world.campaign().await, &world.ann, 60).await;
    let cell = world.cell(reply).await;
    let stop = world.text_from(reply, "STOP").await;
    server_store::messages::receive(&world.store, &stop)
        .await
        .unwrap();
    let form = "numbers=(202)+555-0101%0A555-0110";
    let page = refused(&app, "/api/opt-outs/add", &session, form).await;
    assert!(page.contains("“555-0110”: It has no area code."), "{page}");
    assert_eq!(world.count("select count(*) from opt_out").await, 1);

    let last_four = &cell[cell.len() - 4..];
    let page = app
        .get(&format!("/opt-outs?q={last_four}"), admin)
        .await
        .body;
    assert!(page.contains(&cell) && page.contains("Stop word"), "{page}");
    let path = format!("/opt-outs/{}", &cell[1..]);
    let page = app.get(&path, admin).await.body;
    assert!(page.contains("until they text START"), "{page}");
    let number = cell.replace('+', "%2B");
    for (reason, sentence) in [("", "Enter a reason."), (&*"x".repeat(501), "at most 500")] {
        let form = format!("number={number}&reason={reason}");
        let page = refused(&app, "/api/opt-outs/lift", &session, &form).await;
        assert!(page.contains(sentence), "{page}");
    }
    let form = format!("number={number}&reason=They+%3Cb%3Easked%3C/b%3E");
    let lifted = app.submit("/api/opt-outs/lift", admin, &form).await;
    let page = app.get(lifted.location(), admin).await.body;
    assert!(
        page.contains("Not opted out") && page.contains("They &lt;b&gt;asked"),
        "{page}"
    );
    let page = app.get(&format!("/opt-outs?q={number}"), admin).await.body;
    assert!(page.contains("was opted out before"), "{page}");
    let again = app.call("/api/opt-outs/lift", admin, &form).await;
    assert_eq!(again.status, 422);
    assert_eq!(app.get("/opt-outs/12025550177", admin).await.status, 404);
    assert_eq!(app.get("/opt-outs/nonsense", admin).await.status, 404);
}
