//! Two real servers on one database, and the calls that browsers make to them.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

mod fixtures;
mod members;

pub use members::Member;

use std::ffi::OsStr;
use std::time::Duration;

use app::domain::ReleaseProgress;
use app::error::AppError;
use leptos::server_fn::Decodes;
use leptos::server_fn::codec::PostcardEncoding;
use reqwest::header::COOKIE;
use serde::de::DeserializeOwned;
use server_embedded::Cluster;
use sqlx::PgPool;
use tempfile::TempDir;

use crate::carrier::Carrier;
use crate::support::{Baton, data_dir};

/// How long an answer may take: better one test that fails than a run that never ends.
const CLIENT_TIMEOUT: Duration = Duration::from_secs(600);

/// Servers, and an organization on their database with one campaign that texts around the clock.
pub struct TwoServers {
    /// It may run the cluster; it lives as long as this does.
    pub first: Baton,
    /// The one that may be killed without taking the database along.
    pub second: Baton,
    first_url: String,
    second_url: String,
    pub pool: PgPool,
    pub organization: i64,
    pub campaign: i64,
    pub general: i64,
    client: reqwest::Client,
    _cluster: Option<Cluster>,
    _data_dir: TempDir,
}

/// Which of the servers is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    First,
    Second,
}

impl TwoServers {
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// The same, with more in the environment of both.
    pub async fn start_with(environment: &[(&str, &OsStr)]) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let data_dir = data_dir();
        let mut first = Baton::start_with(data_dir.path(), &["serve"], environment);
        let first_url = address(&mut first);
        let database = Cluster::running_in(data_dir.path()).unwrap();
        let database_url = [("DATABASE_URL", OsStr::new(&database))];
        let environment = [environment, &database_url].concat();
        let mut second = Baton::start_with(data_dir.path(), &["serve"], &environment);
        let second_url = address(&mut second);
        let servers = [(first, first_url), (second, second_url)];
        Self::with(servers, &database, None, data_dir).await
    }

    /// The same beside a cluster that belongs to the test, each server at the `DATABASE_URL` that it is given.
    pub async fn on(cluster: Cluster, database_urls: [&str; 2]) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let data_dir = data_dir();
        let servers = database_urls.map(|url| {
            let environment = [("DATABASE_URL", OsStr::new(url))];
            let mut server = Baton::start_with(data_dir.path(), &["serve"], &environment);
            let address = address(&mut server);
            (server, address)
        });
        let database = cluster.url().to_owned();
        Self::with(servers, &database, Some(cluster), data_dir).await
    }

    async fn with(
        servers: [(Baton, String); 2],
        database: &str,
        cluster: Option<Cluster>,
        data_dir: TempDir,
    ) -> Self {
        let [(first, first_url), (second, second_url)] = servers;
        let pool = PgPool::connect(database).await.unwrap();
        let [organization, campaign, general] = fixtures::organization(&pool).await;
        Self {
            first,
            second,
            first_url,
            second_url,
            pool,
            organization,
            campaign,
            general,
            client: reqwest::Client::builder()
                .timeout(CLIENT_TIMEOUT)
                .build()
                .unwrap(),
            _cluster: cluster,
            _data_dir: data_dir,
        }
    }

    /// Starts a release of everything that has waited for an hour.
    pub async fn release_everywhere(&self, server: Server, admin: &Member) -> ReleaseProgress {
        let form = [
            ("policy[interval]", "60".to_owned()),
            ("policy[include_team_restricted]", "true".to_owned()),
            ("policy[only_within_texting_hours]", "false".to_owned()),
            ("policy[include_auto_assign_off]", "false".to_owned()),
        ];
        self.call(server, admin, "releases/start", &form)
            .await
            .unwrap()
    }

    /// What a page or `/health` answers: its status and its body.
    pub async fn get(&self, server: Server, path: &str, member: Option<&Member>) -> (u16, String) {
        let url = self.url(server);
        let mut request = self.client.get(format!("{url}{path}"));
        if let Some(member) = member {
            request = request.header(COOKIE, &member.cookie);
        }
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    /// Delivers a text of a contact to the webhook, as a carrier does; the status of the answer.
    pub async fn deliver(&self, server: Server, carrier: &Carrier, from: &str, body: &str) -> u16 {
        let url = format!("{}/webhooks/twilio", self.url(server));
        let (form, signature) = carrier.delivery(&url, from, fixtures::NUMBER, body);
        let request = self.client.post(&url).form(&form);
        let request = request.header("X-Twilio-Signature", signature);
        request.send().await.unwrap().status().as_u16()
    }

    fn url(&self, server: Server) -> &str {
        match server {
            Server::First => &self.first_url,
            Server::Second => &self.second_url,
        }
    }

    fn request(
        &self,
        server: Server,
        function: &str,
        member: Option<&Member>,
    ) -> reqwest::RequestBuilder {
        let url = self.url(server);
        let request = self
            .client
            .post(format!("{url}/api/{function}"))
            .header("origin", url)
            .header("accept", "application/json");
        match member {
            Some(member) => request.header(COOKIE, &member.cookie),
            None => request,
        }
    }

    /// Calls a server function as the page does: what it answered, or how it refused.
    pub async fn call<T: DeserializeOwned>(
        &self,
        server: Server,
        member: &Member,
        function: &str,
        form: &[(&str, String)],
    ) -> Result<T, AppError> {
        let answer = self
            .request(server, function, Some(member))
            .form(form)
            .send()
            .await
            .unwrap();
        let status = answer.status();
        let body = answer.bytes().await.unwrap();
        if status.is_success() {
            Ok(PostcardEncoding::decode(body).unwrap())
        } else {
            // What stands before the server functions refuses in plain words, which a page reads as this, too.
            Err(PostcardEncoding::decode(body).unwrap_or(AppError::Unavailable))
        }
    }
}

fn address(baton: &mut Baton) -> String {
    let line = baton.says("Baton is at http://");
    line.trim()
        .strip_prefix("Baton is at ")
        .unwrap()
        .trim_end_matches('/')
        .to_owned()
}
