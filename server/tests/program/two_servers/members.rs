//! Signed-in members of the organization.

use super::{Server, TwoServers};
use app::error::AppError;
use reqwest::header::SET_COOKIE;
use server_auth::PgSessionStore;
use server_store::Store;
use tower_sessions::SessionStore;
use tower_sessions::session::Id;

const PASSWORD: &str = "a long enough password";

/// A signed-in member.
#[derive(Clone)]
pub struct Member {
    pub id: i64,
    pub(super) cookie: String,
}

impl TwoServers {
    /// A member of the organization, signed in.
    pub async fn member(&self, role: &str) -> Member {
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
        Member {
            id: member,
            cookie: cookie.unwrap(),
        }
    }

    /// Many texters, signed in. One signs in; the sessions of the others are written like theirs,
    /// since hashing five hundred passwords takes a minute.
    pub async fn texters(&self, how_many: usize) -> Vec<Member> {
        let first = self.member("texter").await;
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
            texters.push(Member { id: member, cookie });
        }
        texters.push(first);
        texters
    }

    /// Sends a text, by the first server, in a conversation that nobody has been released from.
    pub async fn send_text(&self, texter: &Member, conversation: i64) -> Result<String, AppError> {
        let form = [
            ("conversation", conversation.to_string()),
            ("lease_epoch", "0".to_owned()),
            ("body", "Thank you!".to_owned()),
        ];
        self.call(Server::First, texter, "conversations/send", &form)
            .await
    }
}
