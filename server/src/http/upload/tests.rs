use super::{MAX_UPLOAD_BYTES, routes};
use app::domain::{CampaignId, ImportReport, Viewer};
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::response::Response;
use http::header::{CONTENT_TYPE, LOCATION};
use http::{Request, StatusCode};
use http_body_util::BodyExt;
use server_store::testing::World;
use server_store::{Store, contacts};
use sqlx::PgPool;
use tower::ServiceExt;

const FILE: &str = "firstName,lastName,cell\nAda,Byron,2025550101\nBo,Peep,\n";

fn form(name: &str, file: &str) -> String {
    format!(
        "--line\r\ncontent-disposition: form-data; name=\"note\"\r\n\r\nhello\r\n\
         --line\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"c.csv\"\r\ncontent-type: text/csv\r\n\r\n\
         {file}\r\n--line--\r\n"
    )
}

async fn post(
    world: &World,
    viewer: Option<&Viewer>,
    campaign: impl ToString,
    body: Body,
) -> Response {
    let mut app = routes::<Store>().with_state(world.store.clone());
    if let Some(viewer) = viewer {
        app = app.layer(Extension(viewer.clone()));
    }
    let request = Request::post(format!("/campaigns/{}/contacts", campaign.to_string()))
        .header(CONTENT_TYPE, "multipart/form-data; boundary=line")
        .body(body)
        .unwrap();
    app.oneshot(request).await.unwrap()
}

/// A body that must not be read.
fn untouchable() -> Body {
    Body::from_stream(futures::stream::poll_fn(
        |_| -> std::task::Poll<Option<Result<Bytes, std::io::Error>>> {
            panic!("the body was read")
        },
    ))
}

/// The report that the redirect leads to.
async fn report(world: &World, campaign: CampaignId, response: &Response) -> ImportReport {
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let location = response.headers()[LOCATION].to_str().unwrap();
    let import = location
        .strip_prefix(&format!("/campaigns/{campaign}?import="))
        .unwrap()
        .parse()
        .unwrap();
    contacts::report(&world.store, world.organization, campaign, import)
        .await
        .unwrap()
}

async fn page(response: Response) -> String {
    String::from_utf8(
        response
            .into_body()
            .collect()
            .await
            .unwrap()
            .to_bytes()
            .into(),
    )
    .unwrap()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_admin_uploads_a_file_and_is_led_to_its_report(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let response = post(
        &world,
        Some(&world.admin),
        campaign,
        form("file", FILE).into(),
    )
    .await;
    let report = report(&world, campaign, &response).await;
    assert_eq!((report.added, report.missing), (1, 1));
    assert_eq!(
        (report.rows[0].line, report.rows[0].reason.as_str()),
        (3, "The cell is missing.")
    );
    assert_eq!(world.count("select count(*) from contact").await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_may_not_administer_is_refused_unread(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let stranger: Viewer = World::new(pool).await.admin.into();
    let supervolunteer = world.member(app::domain::Role::Supervolunteer).await;
    let (ann, admin): (&Viewer, &Viewer) = (&world.ann, &world.admin);
    for (viewer, id, status) in [
        (None, campaign.to_string(), StatusCode::UNAUTHORIZED),
        (Some(ann), campaign.to_string(), StatusCode::FORBIDDEN),
        (
            Some(&supervolunteer),
            campaign.to_string(),
            StatusCode::FORBIDDEN,
        ),
        (Some(&stranger), campaign.to_string(), StatusCode::NOT_FOUND),
        (Some(admin), "0".into(), StatusCode::NOT_FOUND),
        (Some(admin), "nonsense".into(), StatusCode::NOT_FOUND),
        (Some(ann), "nonsense".into(), StatusCode::FORBIDDEN),
    ] {
        assert_eq!(
            post(&world, viewer, &id, untouchable()).await.status(),
            status,
            "{viewer:?} {id}"
        );
    }
    world.change_campaign(campaign, "archived_at = now()").await;
    let response = post(&world, Some(&world.admin), campaign, untouchable()).await;
    assert_eq!(response.status(), StatusCode::CONFLICT);
    let page = page(response).await;
    assert!(
        page.contains("Unarchive it") && page.contains(&format!("href=\"/campaigns/{campaign}\"")),
        "{page}"
    );
    assert_eq!(
        world
            .count("select (select count(*) from contact) + (select count(*) from contact_import)")
            .await,
        0
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_without_its_columns_is_told_about_its_first_line(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for (body, beginning) in [
        (
            form(
                "file",
                &("name,phone\n".to_owned() + &"x,y\n".repeat(100_000)),
            ),
            "The header line has no column",
        ),
        (form("file", ""), "The file is empty."),
        (form("another", FILE), "The file is empty."),
    ] {
        let response = post(&world, Some(&world.admin), campaign, body.into()).await;
        let report = report(&world, campaign, &response).await;
        assert_eq!(
            (report.added, report.invalid, report.rows[0].line),
            (0, 1, 1)
        );
        assert!(report.rows[0].reason.starts_with(beginning), "{report:?}");
    }
    assert_eq!(world.count("select count(*) from contact").await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_that_is_too_large_or_breaks_off_writes_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let start = form("file", FILE).replace("\r\n--line--\r\n", "\n");
    let line = Bytes::from("Ada,Byron,2025550101\n".repeat(10_000));
    let lines =
        (0..=MAX_UPLOAD_BYTES / line.len()).map(move |_| Ok::<_, std::io::Error>(line.clone()));
    let large = std::iter::once(Ok(Bytes::from(start.clone()))).chain(lines);
    let response = post(
        &world,
        Some(&world.admin),
        campaign,
        Body::from_stream(futures::stream::iter(large)),
    )
    .await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page(response).await.contains("larger than 64 MB"));

    let response = post(&world, Some(&world.admin), campaign, start.into()).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    let response = post(&world, Some(&world.admin), campaign, "no form".into()).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    assert_eq!(
        world
            .count("select (select count(*) from contact) + (select count(*) from contact_import)")
            .await,
        0
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_that_says_that_it_is_too_large_is_refused_unread(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let app = routes::<Store>()
        .with_state(world.store.clone())
        .layer(Extension(Viewer::from(world.admin.clone())));
    let request = Request::post(format!("/campaigns/{campaign}/contacts"))
        .header(CONTENT_TYPE, "multipart/form-data; boundary=line")
        .header(http::header::CONTENT_LENGTH, MAX_UPLOAD_BYTES + 1)
        .body(untouchable())
        .unwrap();
    let response = app.oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(response.headers()[http::header::CONNECTION], "close");
    assert!(page(response).await.contains("larger than 64 MB"));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_report_is_its_campaign_s_and_its_organization_s(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    let stranger = World::new(pool).await;
    let import = contacts::keep_report(
        &world.store,
        &world.admin,
        campaign,
        &ImportReport::default(),
    )
    .await
    .unwrap();
    let ask = |organization, campaign, import| {
        contacts::report(&world.store, organization, campaign, import)
    };
    assert!(ask(world.organization, campaign, import).await.is_ok());
    assert!(ask(world.organization, other, import).await.is_err());
    assert!(ask(stranger.organization, campaign, import).await.is_err());
    assert!(ask(world.organization, campaign, import + 1).await.is_err());
}
