use super::answer::Answer;
use super::sign_in_form;
use crate::config::BaseUrl;
use crate::engine::PgWaker;
use crate::http::{AppState, Carriers, Site, flash, router, sentences_file};
use app::domain::Viewer;
use app::site_files::SiteFiles;
use axum::Router;
use axum::body::Body;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, COOKIE, ORIGIN};
use http::{Method, Request, Response};
use http_body_util::BodyExt;
use leptos::config::LeptosOptions;
use server_auth::TrustedProxies;
use server_sms::simulated::{Behavior, Simulated};
use server_sms::{MessageService, Services};
use server_store::testing::{PASSWORD, World};
use sqlx::PgPool;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// The application, and the organization that it serves.
pub(crate) struct TestApp {
    pub world: World,
    pub router: Router,
    /// What the router is made of.
    pub state: AppState,
    /// Stops what listens.
    pub ending: CancellationToken,
}

impl TestApp {
    pub async fn new(pool: PgPool) -> Self {
        Self::of(World::new(pool).await)
    }

    pub fn of(world: World) -> Self {
        Self::sending_mail(world, true)
    }

    /// One whose pages offer links by e-mail, or not. What sends them is the engine, which is not here.
    pub fn sending_mail(world: World, sends_mail: bool) -> Self {
        Self::with(world, sends_mail, None)
    }

    /// One with an account at Twilio.
    pub fn carrying_twilio(world: World, twilio: Arc<dyn MessageService>) -> Self {
        Self::with(world, false, Some(twilio))
    }

    fn with(world: World, sends_mail: bool, twilio: Option<Arc<dyn MessageService>>) -> Self {
        let simulated = Simulated::new(world.store.clone(), Behavior::SILENT);
        let ending = CancellationToken::new();
        let options = LeptosOptions::builder()
            .output_name("baton")
            .site_root(env!("CARGO_MANIFEST_DIR"))
            .build();
        let files = SiteFiles::new(|file| format!("/pkg/{file}"), sentences_file::address);
        let public_url: BaseUrl = "http://baton.test".parse().unwrap();
        let state = AppState::new(
            world.store.clone(),
            Site { options, files },
            public_url,
            Carriers {
                services: Services::new(Arc::new(simulated), twilio),
                twilio_auth_token: None,
            },
            TrustedProxies::default(),
            sends_mail,
            ending.clone(),
        );
        tokio::spawn({
            let health = state.health.component("live events", PgWaker::MAX_SILENCE);
            state.live.clone().listen(health, ending.clone())
        });
        Self {
            world,
            router: router(state.clone()),
            state,
            ending,
        }
    }

    /// Another server on the same database.
    pub fn beside(other: &Self) -> Self {
        let world = &other.world;
        Self::of(World {
            store: world.store.clone(),
            organization: world.organization,
            owner: world.owner.clone(),
            admin: world.admin.clone(),
            ann: world.ann.clone(),
            ben: world.ben.clone(),
            general: world.general,
        })
    }

    pub async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub async fn answer(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.send(request).await.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body,
        }
    }

    pub async fn get(&self, path: &str, cookie: Option<&str>) -> Answer {
        let request = Request::get(path)
            .header("host", "baton.test")
            .header("accept", "text/html");
        self.answer(with_cookie(request, cookie).body(Body::empty()).unwrap())
            .await
    }

    /// Goes where a form has led to, with the cookies that it has set.
    pub async fn follow(&self, answer: &Answer, cookie: &str) -> Answer {
        let cookies = [&[cookie.to_owned()], &*answer.set_cookies()].concat();
        self.get(answer.location(), Some(&cookies.join("; "))).await
    }

    /// A page, as a form leads to it that says there what it did.
    pub async fn get_after_form(&self, path: &str, cookie: &str) -> Answer {
        let cookies = [cookie, &flash::mark_of(path)].join("; ");
        self.get(path, Some(&cookies)).await
    }

    /// Posts a form as an island does, which wants an answer and not a page.
    pub async fn call(&self, path: &str, cookie: Option<&str>, form: &str) -> Answer {
        self.post(
            path,
            cookie,
            form,
            "application/x-postcard",
            "http://baton.test",
        )
        .await
    }

    /// Posts a form as an island does of a page that was made for this viewer.
    pub async fn call_of_page(&self, viewer: &str, path: &str, cookie: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header("host", "baton.test")
            .header("accept", "application/x-postcard")
            .header("baton-viewer", viewer)
            .header(ORIGIN, "http://baton.test")
            .header(COOKIE, cookie)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.answer(request.body(Body::from(form.to_owned())).unwrap())
            .await
    }

    /// Posts a form as a page without WASM does.
    pub async fn submit(&self, path: &str, cookie: Option<&str>, form: &str) -> Answer {
        self.post(path, cookie, form, "text/html", "http://baton.test")
            .await
    }

    pub async fn post(
        &self,
        path: &str,
        cookie: Option<&str>,
        form: &str,
        accept: &str,
        origin: &str,
    ) -> Answer {
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("host", "baton.test")
            .header("accept", accept)
            .header("referer", "http://baton.test/where-it-was")
            .header(ORIGIN, origin)
            .header(CONTENT_LENGTH, form.len())
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.answer(
            with_cookie(request, cookie)
                .body(Body::from(form.to_owned()))
                .unwrap(),
        )
        .await
    }

    /// Posts a form with a file, as a page does.
    pub async fn upload(&self, path: &str, cookie: &str, file: &[u8]) -> Answer {
        let head =
            "--line\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
        let body = [head.as_bytes(), file, b"\r\n--line--\r\n"].concat();
        let request = Request::post(path)
            .header("host", "baton.test")
            .header("accept", "text/html")
            .header(ORIGIN, "http://baton.test")
            .header(COOKIE, cookie)
            .header(CONTENT_TYPE, "multipart/form-data; boundary=line");
        self.answer(request.body(Body::from(body)).unwrap()).await
    }

    /// Posts a form from a browser that says this of itself.
    pub async fn submit_from(&self, browser: &str, path: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header("host", "baton.test")
            .header("accept", "text/html")
            .header("user-agent", browser)
            .header(ORIGIN, "http://baton.test")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.answer(request.body(Body::from(form.to_owned())).unwrap())
            .await
    }

    /// Signs the member in and gives back their cookie.
    pub async fn sign_in(&self, viewer: &Viewer) -> String {
        let email = self.world.email(viewer).await;
        let answer = self
            .submit(
                "/api/session/sign-in",
                None,
                &sign_in_form(&email, PASSWORD),
            )
            .await;
        answer.cookie().unwrap()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.ending.cancel();
    }
}

pub(super) fn with_cookie(
    request: http::request::Builder,
    cookie: Option<&str>,
) -> http::request::Builder {
    match cookie {
        Some(cookie) => request.header(COOKIE, cookie),
        None => request,
    }
}
