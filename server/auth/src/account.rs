//! The lookup of an account for a sign-in.

use super::SessionOwner;
use app::domain::{MemberId, OrganizationId};
use server_store::{Store, StoreError};

/// An account as a sign-in needs it.
pub(super) struct Account {
    pub id: i64,
    pub password_hash: String,
    /// The owner of its sessions: that membership of those not suspended which was chosen
    /// last, or else the oldest.
    pub owner: Option<SessionOwner>,
    /// Whether the device has signed in to this account before.
    pub knows_device: bool,
}

struct Row {
    id: i64,
    password_hash: String,
    organization: Option<i64>,
    member: Option<i64>,
    epoch: Option<i32>,
    knows_device: bool,
}

/// The account of an e-mail address. Role and epoch are read in one statement, so that a suspension which commits later
/// ends the session that is created from them.
#[tracing::instrument(name = "db.account.find", skip_all)]
pub(super) async fn find(
    store: &Store,
    email: &str,
    device_hash: Option<&[u8]>,
) -> Result<Option<Account>, StoreError> {
    let row: Option<Row> = sqlx::query_as!(
        Row,
        r#"select a.id, a.password_hash, m.organization_id as "organization?", m.id as "member?",
                m.session_epoch as "epoch?",
                exists (select from known_device d
                         where d.token_hash = $2 and d.account_id = a.id) as "knows_device!"
           from account a
           left join lateral (
                select m.organization_id, m.id, m.session_epoch
                  from member m
                 where m.account_id = a.id and m.role <> 'suspended'
                 order by m.chosen_at desc nulls last, m.id
                 limit 1) m on true
          where a.email = $1"#,
        email,
        device_hash,
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(row.map(Account::from))
}

impl From<Row> for Account {
    fn from(row: Row) -> Self {
        let membership = row.organization.zip(row.member).zip(row.epoch);
        Self {
            id: row.id,
            password_hash: row.password_hash,
            owner: membership.map(|((organization, member), epoch)| SessionOwner {
                organization: OrganizationId(organization),
                member: MemberId(member),
                epoch,
            }),
            knows_device: row.knows_device,
        }
    }
}
