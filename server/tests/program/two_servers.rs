//! Two real servers on one database, and people who use them at once.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

use std::ffi::OsStr;
use std::time::Duration;

use app::domain::ReleaseProgress;
use app::error::AppError;
use leptos::server_fn::Decodes;
use leptos::server_fn::codec::PostcardEncoding;
use reqwest::header::{COOKIE, SET_COOKIE};
use serde::de::DeserializeOwned;
use server_auth::PgSessionStore;
use server_embedded::Cluster;
use server_store::Store;
use sqlx::{AssertSqlSafe, PgPool};
use tempfile::TempDir;
use tower_sessions::SessionStore;
use tower_sessions::session::Id;

use crate::support::{Baton, data_dir};

const PASSWORD: &str = "a long enough password";
/// A server that has not answered by then never will; better one test that fails than a run that never ends.
const STUCK: Duration = Duration::from_secs(600);

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

/// A signed-in member.
#[derive(Clone)]
pub struct Person {
    pub member: i64,
    cookie: String,
}

/// Which of the servers is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    First,
    Second,
}

impl TwoServers {
    pub async fn start() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let data_dir = data_dir();
        let mut first = Baton::start(data_dir.path(), &["serve"]);
        let first_url = address(&mut first);
        let database = Cluster::running_in(data_dir.path()).unwrap();
        let mut second = Baton::start_with(
            data_dir.path(),
            &["serve"],
            &[("DATABASE_URL", OsStr::new(&database))],
        );
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
        let [organization, campaign, general] = organization(&pool).await;
        Self {
            first,
            second,
            first_url,
            second_url,
            pool,
            organization,
            campaign,
            general,
            client: reqwest::Client::builder().timeout(STUCK).build().unwrap(),
            _cluster: cluster,
            _data_dir: data_dir,
        }
    }

    /// Starts a release of everything that has waited for an hour.
    pub async fn release_everywhere(&self, server: Server, admin: &Person) -> ReleaseProgress {
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
    pub async fn get(&self, server: Server, path: &str, person: Option<&Person>) -> (u16, String) {
        let url = self.url(server);
        let mut request = self.client.get(format!("{url}{path}"));
        if let Some(person) = person {
            request = request.header(COOKIE, &person.cookie);
        }
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    fn url(&self, server: Server) -> &str {
        match server {
            Server::First => &self.first_url,
            Server::Second => &self.second_url,
        }
    }

    /// A member of the organization, signed in.
    pub async fn person(&self, role: &str) -> Person {
        let hash = server_auth::hash(PASSWORD.to_owned()).await.unwrap();
        let (member, email): (i64, String) = sqlx::query_as(
            "with person as (
                 insert into account (email, name, password_hash)
                 values (gen_random_uuid() || '@example.org', 'Somebody', $3) returning id, email)
             insert into member (organization_id, account_id, role, approval_level)
             select $1, id, $2::text::member_role, 'automatic' from person
             returning id, (select email from person)",
        )
        .bind(self.organization)
        .bind(role)
        .bind(hash)
        .fetch_one(&self.pool)
        .await
        .unwrap();
        let answer = self
            .request(Server::First, "session/sign-in", None)
            .form(&[("email", email.as_str()), ("password", PASSWORD)])
            .send()
            .await
            .unwrap();
        let mut cookies = answer.headers().get_all(SET_COOKIE).into_iter();
        let cookie = cookies.find_map(|cookie| {
            let cookie = cookie.to_str().unwrap().split(';').next().unwrap();
            cookie
                .starts_with("baton_session=")
                .then(|| cookie.to_owned())
        });
        Person {
            member,
            cookie: cookie.unwrap(),
        }
    }

    /// Many texters, signed in. One goes through the door; the sessions of the others are written like theirs,
    /// since hashing five hundred passwords takes a minute.
    pub async fn texters(&self, how_many: usize) -> Vec<Person> {
        let first = self.person("texter").await;
        let (name, id) = first.cookie.split_once('=').unwrap();
        let sessions = PgSessionStore::new(Store::new(self.pool.clone()));
        let record = sessions.load(&id.parse().unwrap()).await.unwrap().unwrap();
        let others: Vec<i64> = sqlx::query_scalar(
            "with person as (
                 insert into account (email, name, password_hash)
                 select gen_random_uuid() || '@example.org', 'Somebody', 'none' from generate_series(2, $2)
                 returning id)
             insert into member (organization_id, account_id, role, approval_level)
             select $1, id, 'texter', 'automatic' from person
             returning id",
        )
        .bind(self.organization)
        .bind(i64::try_from(how_many).unwrap())
        .fetch_all(&self.pool)
        .await
        .unwrap();
        let mut texters = Vec::new();
        for member in others {
            let mut session = record.clone();
            session.id = Id::default();
            session.data.get_mut("whose").unwrap()["member"] = member.into();
            sessions.create(&mut session).await.unwrap();
            let cookie = format!("{name}={}", session.id);
            texters.push(Person { member, cookie });
        }
        texters.push(first);
        texters
    }

    fn request(
        &self,
        server: Server,
        function: &str,
        person: Option<&Person>,
    ) -> reqwest::RequestBuilder {
        let url = self.url(server);
        let request = self
            .client
            .post(format!("{url}/api/{function}"))
            .header("origin", url)
            .header("accept", "application/json");
        match person {
            Some(person) => request.header(COOKIE, &person.cookie),
            None => request,
        }
    }

    /// Calls a server function as the page does: what it answered, or how it refused.
    pub async fn call<T: DeserializeOwned>(
        &self,
        server: Server,
        person: &Person,
        function: &str,
        form: &[(&str, String)],
    ) -> Result<T, AppError> {
        let answer = self
            .request(server, function, Some(person))
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

    /// Conversations in which somebody has waited two hours for `holder`, or in the pool: their first id.
    pub async fn replies(&self, holder: Option<&Person>, how_many: i64) -> i64 {
        let (first,): (i64,) = sqlx::query_as(
            "with person as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 select $1, $2, 'Ada', 'Byron', '+1' || (2000000000 + n + (select count(*) from contact))
                   from generate_series(1, $4) n
                 returning id),
             waiting as (
                 insert into conversation
                        (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
                 select $1, id, $2, $3, statement_timestamp() - interval '2 hours',
                        statement_timestamp() - interval '3 hours', 'needs_response'
                   from person
                 returning id)
             select min(id) from waiting",
        )
        .bind(self.organization)
        .bind(self.campaign)
        .bind(holder.map(|holder| holder.member))
        .bind(how_many)
        .fetch_one(&self.pool)
        .await
        .unwrap();
        first
    }

    /// The number that a query of one row and column gives.
    pub async fn number(&self, query: String) -> i64 {
        sqlx::query_scalar(AssertSqlSafe(query))
            .fetch_one(&self.pool)
            .await
            .unwrap()
    }

    /// Runs a statement that must change a row.
    pub async fn execute(&self, statement: String) {
        let done = sqlx::query(AssertSqlSafe(statement))
            .execute(&self.pool)
            .await
            .unwrap();
        assert!(done.rows_affected() > 0, "a fixture changed nothing");
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

/// The organization's id, its campaign's and its pool's.
async fn organization(pool: &PgPool) -> [i64; 3] {
    let (organization, campaign, general): (i64, i64, i64) = sqlx::query_as(
        "with made as (
             insert into organization (name) values ('Everybody at once') returning id),
         number as (
             insert into sending_number (organization_id, number, service)
             select id, '+12025550199', 'simulated' from made),
         zone as (
             insert into time_zone (name) values ('America/New_York')
             on conflict (name) do update set name = excluded.name returning id),
         campaign as (
             insert into campaign (organization_id, title, time_zone_id, texting_from, texting_until, started_at,
                                   auto_assign)
             select made.id, 'Early vote', zone.id, '00:00', '24:00', statement_timestamp(), true
               from made, zone
             returning id),
         general as (
             insert into pool (organization_id, title) select id, 'General' from made returning id)
         select made.id, campaign.id, general.id from made, campaign, general",
    )
    .fetch_one(pool)
    .await
    .unwrap();
    [organization, campaign, general]
}
