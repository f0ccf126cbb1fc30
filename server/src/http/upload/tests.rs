use super::{MAX_UPLOAD_BYTES, routes};
use crate::uploads::KeptUploads;
use app::domain::{CampaignId, ImportReport, UploadId, Viewer};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::{ContactUploads, UploadProgress};
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::response::Response;
use http::header::{CONTENT_TYPE, LOCATION};
use http::{Request, StatusCode};
use http_body_util::BodyExt;
use leptos::server_fn::error::ServerFnUrlError;
use reqwest::Url;
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

/// The upload that the redirect leads to.
fn upload_of(campaign: CampaignId, response: &Response) -> UploadId {
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let location = response.headers()[LOCATION].to_str().unwrap();
    let upload = location.strip_prefix(&format!("/campaigns/{campaign}/uploads/"));
    upload.unwrap().parse().unwrap()
}

/// The second step, with the columns as they are understood.
async fn import(world: &World, campaign: CampaignId, upload: UploadId) -> ImportReport {
    let uploads = KeptUploads::new(world.store.clone());
    let page = uploads.upload(&world.admin, campaign, upload, None).await;
    let columns = page.unwrap().columns.into_iter();
    let columns = columns.map(|column| column.column).collect();
    let mut progress = uploads
        .import_upload(&world.admin, campaign, upload, columns, false)
        .await
        .unwrap();
    loop {
        if let UploadProgress::Imported(import) = progress {
            return contacts::report(&world.store, world.organization, campaign, import.0)
                .await
                .unwrap();
        }
        assert_ne!(progress, UploadProgress::Waiting);
        progress = uploads
            .upload_progress(&world.admin, campaign, upload)
            .await
            .unwrap();
    }
}

/// Nobody is on a campaign, and no file waits to be.
async fn nothing_is_written(world: &World) {
    let written = world.count(
        "select (select count(*) from contact) + (select count(*) from contact_import)
              + (select count(*) from contact_upload) + (select count(*) from contact_upload_part)",
    );
    assert_eq!(written.await, 0);
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
async fn an_admin_uploads_a_file_and_imports_it_then(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let response = post(
        &world,
        Some(&world.admin),
        campaign,
        form("file", FILE).into(),
    )
    .await;
    let upload = upload_of(campaign, &response);
    assert_eq!(world.count("select count(*) from contact").await, 0);
    let report = import(&world, campaign, upload).await;
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
    nothing_is_written(&world).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_without_a_header_line_is_refused_and_not_kept(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for (body, sentence) in [
        (form("file", ""), "The file is empty."),
        (
            form("file", "PK\u{3}\u{4}…"),
            "The file is a spreadsheet, not CSV.",
        ),
    ] {
        let response = post(&world, Some(&world.admin), campaign, body.into()).await;
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = page(response).await;
        assert!(page.contains(sentence), "{page}");
    }
    nothing_is_written(&world).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_form_without_a_file_leads_back_to_its_field(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    // As a browser sends it where none was chosen, and without the field.
    let none_chosen = form("file", "").replace("c.csv", "");
    for body in [none_chosen, form("another", FILE)] {
        let response = post(&world, Some(&world.admin), campaign, body.into()).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        let address = response.headers()[LOCATION].to_str().unwrap();
        let url = Url::parse("http://baton").unwrap().join(address).unwrap();
        assert_eq!(url.path(), format!("/campaigns/{campaign}"));
        assert_eq!(url.fragment(), Some("contacts"));
        let field = |name: &str| url.query_pairs().find(|(field, _)| field == name);
        assert_eq!(field("form").unwrap().1, "upload");
        let error = ServerFnUrlError::<AppError>::decode_err(&field("__err").unwrap().1);
        let expected = FieldErrors::one("file", "Choose a file.");
        assert_eq!(error, AppError::Fields(expected));
    }
    nothing_is_written(&world).await;
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
    let gone = std::iter::once(Ok(Bytes::from(form("file", &FILE.repeat(20_000)))))
        .chain(std::iter::once(Err(std::io::Error::other("gone"))));
    let gone = gone.map(|part| part.map(|whole| whole.slice(..whole.len() / 2)));
    let gone = Body::from_stream(futures::stream::iter(gone));
    let response = post(&world, Some(&world.admin), campaign, gone).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    let response = post(&world, Some(&world.admin), campaign, "no form".into()).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    nothing_is_written(&world).await;
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
async fn an_upload_and_its_report_are_their_campaign_s_and_their_organization_s(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    let stranger = World::new(pool).await;
    let upload = world.upload(campaign, FILE).await;
    let uploads = KeptUploads::new(world.store.clone());
    for (admin, campaign) in [(&world.admin, other), (&stranger.admin, campaign)] {
        let shown = uploads.upload(admin, campaign, upload, None).await;
        assert_eq!(shown.unwrap_err(), AppError::NotFound);
        let imported = uploads.import_upload(admin, campaign, upload, vec![], false);
        assert_eq!(imported.await.unwrap_err(), AppError::NotFound);
        let discarded = uploads.discard_upload(admin, campaign, upload).await;
        assert_eq!(discarded.unwrap_err(), AppError::NotFound);
    }
    import(&world, campaign, upload).await;
    let id = world.count("select id from contact_import").await;
    let ask = |organization, campaign, import| {
        contacts::report(&world.store, organization, campaign, import)
    };
    assert!(ask(world.organization, campaign, id).await.is_ok());
    assert!(ask(world.organization, other, id).await.is_err());
    assert!(ask(stranger.organization, campaign, id).await.is_err());
    assert!(ask(world.organization, campaign, id + 1).await.is_err());
}
