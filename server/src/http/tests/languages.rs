//! The language of what the server says: that which was chosen, else that of the browser.

use super::{Answer, PASSWORD, TestApp, sign_in_form};
use app::domain::ConversationId;
use app::ports::Conversations;
use axum::body::Body;
use http::{Request, StatusCode};
use server_store::testing::World;
use sqlx::PgPool;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

impl TestApp {
    /// A page, as a browser with these languages asks for it.
    async fn get_in(&self, path: &str, languages: &str, cookie: Option<&str>) -> Answer {
        let request = Request::get(path)
            .header("host", "baton.test")
            .header("accept", "text/html")
            .header("accept-language", languages);
        self.answer(
            super::with_cookie(request, cookie)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }
}

fn is_spanish(page: &Answer) -> bool {
    let spanish = page.body.contains("<html lang=\"es-US\"");
    assert_eq!(spanish, !page.body.contains("Español"), "{}", page.body);
    assert_eq!(spanish, page.body.contains("English"), "{}", page.body);
    spanish
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_browser_says_which_language_until_one_is_chosen(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let spanish = "es-MX,es;q=0.9,en;q=0.5";
    assert!(is_spanish(&app.get_in("/sign-in", spanish, None).await));
    assert!(!is_spanish(&app.get_in("/sign-in", "en", None).await));
    let chosen = app
        .submit("/api/session/language", None, "language=en&next=%2Fsign-in")
        .await;
    assert_eq!(
        (chosen.status, chosen.location()),
        (StatusCode::FOUND, "/sign-in")
    );
    let cookie = chosen.cookie_named("baton_language").unwrap();
    assert!(!is_spanish(
        &app.get_in("/sign-in", spanish, Some(&cookie)).await
    ));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_somebody_chose_goes_with_them(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let session = app.sign_in(&app.world.ann).await;
    assert!(!is_spanish(&app.get("/texts", Some(&session)).await));
    app.submit(
        "/api/session/language",
        Some(&session),
        "language=es&next=%2Ftexts",
    )
    .await;
    // In another browser, whose own language is another.
    let email = app.give_password(&app.world.ann).await;
    let signed_in = app
        .submit(
            "/api/session/sign-in",
            None,
            &sign_in_form(&email, PASSWORD),
        )
        .await;
    let other = signed_in.cookie().unwrap();
    assert!(is_spanish(&app.get_in("/texts", "en", Some(&other)).await));
    // Nobody else's.
    let bens = app.sign_in(&app.world.ben).await;
    assert!(!is_spanish(&app.get("/texts", Some(&bens)).await));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_language_that_is_not_known_changes_nothing(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let session = app.sign_in(&app.world.ann).await;
    let refused = app
        .submit("/api/session/language", Some(&session), "language=xx")
        .await;
    assert!(refused.cookie_named("baton_language").is_none());
    assert!(!refused.status.is_server_error());
    let kept = app
        .world
        .count("select count(*) from account where language is not null");
    assert_eq!(kept.await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_islands_say_is_a_file_of_each_language_that_is_kept_for_good(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let session = app.sign_in(&app.world.ann).await;
    let page = app.get_in("/texts", "es", Some(&session)).await;
    let (_, rest) = page.body.split_once("href=\"/sentences/").unwrap();
    let (name, _) = rest.split_once('"').unwrap();
    assert!(name.starts_with("es."), "{name}");
    let file = app.get(&format!("/sentences/{name}"), None).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(
        file.headers["cache-control"]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    assert!(
        file.body.contains("Responder a la siguiente (\u{1})"),
        "{}",
        file.body
    );
    // Another version's is not this one.
    let old = app.get("/sentences/es.0000000000000000.txt", None).await;
    assert_eq!(old.status, StatusCode::NOT_FOUND);
}

/// The sentences of a language: id and words of each that stands on one line and has no variables.
fn sentences(language: &str) -> BTreeSet<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/sentences/text");
    let files = ["island", "page"].into_iter().flat_map(|folder| {
        let entries = fs::read_dir(root.join(language).join(folder)).unwrap();
        entries.map(move |entry| (folder, fs::read_to_string(entry.unwrap().path()).unwrap()))
    });
    let lines = files.flat_map(|(folder, file)| {
        let line = |line: &str| {
            let (id, words) = line.split_once(" = ")?;
            let is_whole = !line.starts_with(['#', ' ']) && !words.contains(['{', '}']);
            is_whole.then(|| (format!("{folder}/{id}"), words.to_owned()))
        };
        file.lines().filter_map(line).collect::<Vec<_>>()
    });
    lines.collect()
}

/// The sentences that are English alone and stand on the page: between its tags, as a value of an attribute, or as the
/// title of its tab.
fn english_on(page: &Answer) -> BTreeSet<String> {
    let english = sentences("en")
        .difference(&sentences("es"))
        .cloned()
        .collect::<Vec<_>>();
    let pieces = page.body.split(['<', '>', '"']).map(str::trim);
    let pieces = pieces.map(|piece| piece.trim_end_matches(['·', '–', ' ']));
    let shown: BTreeSet<_> = pieces
        .flat_map(|piece| {
            [
                Some(piece),
                piece.strip_suffix(" · Baton"),
                piece.strip_suffix(" – Baton"),
            ]
        })
        .flatten()
        .collect();
    let english = english.into_iter().map(|(_, words)| words);
    english.filter(|words| shown.contains(&**words)).collect()
}

/// What a texter reads, page by page: their own conversations, one that another has now, one that is opted out, and
/// what they are refused.
async fn texters_pages(
    app: &TestApp,
    session: &str,
    threads: &[ConversationId],
) -> Vec<(String, Answer)> {
    let mut paths: Vec<_> = threads
        .iter()
        .map(|thread| format!("/texts/{thread}"))
        .collect();
    let others = [
        "/texts",
        "/texts?sent=1",
        "/texts?sent=first",
        "/texts?tagged=1",
        "/texts/past",
        "/texts/done",
        "/nowhere",
        "/campaigns",
    ];
    paths.extend(others.map(str::to_owned));
    paths.push(format!("/texts?opted_out={}", threads[3]));
    let mut pages = Vec::new();
    for path in paths {
        let page = app.get(&path, Some(session)).await;
        pages.push((path, page));
    }
    for (path, form) in [
        (
            "/api/conversations/send",
            format!("conversation={}&lease_epoch=0&body=", threads[0]),
        ),
        (
            "/api/conversations/send",
            format!("conversation={}&lease_epoch=0&body=Hello", threads[2]),
        ),
        (
            "/api/conversations/tag",
            format!("conversation={}&lease_epoch=9", threads[0]),
        ),
        ("/api/requests/create", "pool=1&wanted=many".to_owned()),
    ] {
        let refused = app.submit(path, Some(session), &form).await;
        let cookie = refused
            .cookie_named("baton_refusals")
            .expect("a form that is refused");
        let cookies = format!("{session}; {cookie}");
        let page = app.get(refused.location(), Some(&cookies)).await;
        assert!(
            page.body.contains("role=\"alert\""),
            "{path}: {}",
            page.body
        );
        pages.push((path.to_owned(), page));
    }
    let too_long = format!("body={}", "a".repeat(70_000));
    let refused = app
        .submit("/api/conversations/send", Some(session), &too_long)
        .await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    pages.push(("a form that is too long".to_owned(), refused));
    pages
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_meets_no_english_who_reads_spanish(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.escalation_tag("Legal").await;
    // A name is no word.
    world
        .execute("update account set name = 'Ann'".to_owned())
        .await;
    let threads = [
        world.reply(campaign, &world.ann, 60).await,
        world.unsent(campaign, &world.ann).await,
        world.reply(campaign, &world.ann, 50).await,
        world.reply(campaign, &world.ann, 40).await,
    ];
    world
        .store
        .send(&world.ann, threads[2], 0.into(), "At five".into())
        .await
        .unwrap();
    let taken = format!("assigned_to = {}, lease_epoch = 2", world.ben.member);
    world.change(threads[2], taken).await;
    world
        .change(threads[3], "opted_out = true".to_owned())
        .await;
    let app = TestApp::of(world);
    let session = app.sign_in(&app.world.ann).await;
    for (path, page) in texters_pages(&app, &session, &threads).await {
        assert!(!english_on(&page).is_empty(), "{path}: {}", page.body);
    }
    app.submit(
        "/api/session/language",
        Some(&session),
        "language=es&next=%2F",
    )
    .await;
    for (path, page) in texters_pages(&app, &session, &threads).await {
        assert_eq!(english_on(&page), BTreeSet::new(), "{path}: {}", page.body);
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_is_signed_out_meets_no_english_who_reads_spanish(pool: PgPool) {
    let app = TestApp::new(pool).await;
    for path in ["/sign-in", "/nowhere"] {
        let english = app.get_in(path, "en", None).await;
        assert!(!english_on(&english).is_empty(), "{path}: {}", english.body);
        let spanish = app.get_in(path, "es-MX", None).await;
        assert_eq!(
            english_on(&spanish),
            BTreeSet::new(),
            "{path}: {}",
            spanish.body
        );
    }
}
