//! Signed-in members of the organization.

use super::{Server, TwoServers};
use app::domain::{OrganizationId, Role};
use app::error::AppError;
use reqwest::header::SET_COOKIE;
use server_auth::PgSessionStore;
use server_store::Store;
use server_store::members::{self, NewAccount};
use sqlx::PgPool;
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
        let role = role.parse().unwrap();
        let members = add(&self.pool, self.organization, role, &hash, 1).await;
        let (member, email) = members.into_iter().next().unwrap();
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
        let others = how_many - 1;
        let others = add(&self.pool, self.organization, Role::Texter, "none", others).await;
        let mut texters = Vec::new();
        for (member, _) in others {
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

/// Adds so many members; gives their numbers and addresses.
async fn add(
    pool: &PgPool,
    organization: i64,
    role: Role,
    hash: &str,
    how_many: usize,
) -> Vec<(i64, String)> {
    let mut transaction = pool.begin().await.unwrap();
    let mut members = Vec::new();
    for _ in 0..how_many {
        let email = format!("{}@example.org", Id::default());
        let account = NewAccount {
            email: &email,
            name: "Somebody",
            password_hash: hash,
        };
        let added = members::add(
            &mut transaction,
            OrganizationId(organization),
            &account,
            role,
        );
        members.push((added.await.unwrap().member.0, email));
    }
    transaction.commit().await.unwrap();
    members
}
