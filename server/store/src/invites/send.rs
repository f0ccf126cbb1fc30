//! A link by e-mail: what is put into the outbox, and what stands in such an e-mail when it is sent.

use crate::audit::{self, Change};
use crate::mail::{MAIL, MailKind};
use crate::{Store, StoreError, stored_word};
use app::domain::{
    Admin, AuditAction, AuditActor, AuditSubject, InviteId, InviteToken, MailRecipients,
    OrganizationId,
};
use app::error::AppError;
use app::field_errors::FieldErrors;
use chrono::{DateTime, Utc};
use sentences::{Language, page};
use sqlx::PgConnection;

/// The maximum number of e-mails with links that an organization sends in a day: enough for a large phone bank, and too
/// few for anybody who writes to strangers.
pub const MAX_MAILS_A_DAY: u16 = 200;

/// What stands in an e-mail with a link.
#[derive(Debug, Clone)]
pub struct InviteMail {
    /// The link's secret.
    pub token: InviteToken,
    /// The organization's name.
    pub organization: String,
    /// Who invites; none: somebody at the command line.
    pub invited_by: Option<String>,
    /// When the link ends.
    pub expires_at: DateTime<Utc>,
}

struct Link {
    uses_left: Option<i32>,
    is_open: bool,
    is_allowed: bool,
}

/// Puts e-mails of an admin into the outbox, all or none. `false`: there are more of them than may still join.
#[tracing::instrument(name = "db.invite.send", skip_all, fields(%invite))]
pub(super) async fn send(
    store: &Store,
    viewer: &Admin,
    invite: InviteId,
    recipients: &MailRecipients,
    language: Language,
) -> Result<bool, StoreError> {
    let mut transaction = store.begin().await?;
    let link = sqlx::query_as!(
        Link,
        r#"select i.max_uses - i.uses as uses_left,
                  invite_state(i, coalesce($4, statement_timestamp())) = 'open' as "is_open!",
                  me.role >= 'admin' and me.role >= i.role as "is_allowed!"
             from invite i
             join member me on me.organization_id = i.organization_id and me.id = $3
            where i.organization_id = $1 and i.id = $2"#,
        viewer.organization.0,
        invite.0,
        viewer.member.0,
        store.clock.pinned(),
    );
    let link = link.fetch_optional(&mut *transaction).await?;
    let link = link.ok_or(AppError::NotFound)?;
    if !link.is_allowed {
        return Err(AppError::NotAllowed.into());
    }
    if !link.is_open {
        let sentence = page::invite_mail_needs_an_open_link();
        return Err(AppError::Invalid(sentence.into()).into());
    }
    let mails = Mails {
        actor: viewer.actor(),
        invite,
        recipients,
        language,
    };
    mails.insert(&mut transaction, store).await?;
    transaction.commit().await?;
    let count = recipients.addresses().len();
    Ok(link
        .uses_left
        .is_none_or(|left| usize::try_from(left).is_ok_and(|left| count <= left)))
}

/// Puts e-mails with a link into the outbox for somebody who has the server itself.
///
/// # Errors
/// No such link; more e-mails than may be sent in a day; the database.
#[tracing::instrument(name = "db.invite.send_for_command", skip_all)]
pub async fn send_for_command(
    store: &Store,
    token: &InviteToken,
    recipients: &MailRecipients,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let link = sqlx::query!(
        "select organization_id, id from invite where token = $1",
        token.as_str(),
    );
    let link = link.fetch_optional(&mut *transaction).await?;
    let link = link.ok_or(AppError::NotFound)?;
    let mails = Mails {
        actor: AuditActor::command_line(OrganizationId(link.organization_id)),
        invite: InviteId(link.id),
        recipients,
        language: Language::default(),
    };
    mails.insert(&mut transaction, store).await?;
    transaction.commit().await?;
    Ok(())
}

/// What stands in an e-mail of the outbox. `None` if its link has ended meanwhile.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.invite.mail", skip_all, fields(mail))]
pub async fn invite_mail(store: &Store, mail: i64) -> Result<Option<InviteMail>, StoreError> {
    let row = sqlx::query!(
        r#"select i.token, i.expires_at, o.name as organization, a.name as "invited_by?"
             from mail m
             join invite i on i.organization_id = m.organization_id and i.id = m.invite_id
             join organization o on o.id = i.organization_id
             left join member sender on sender.organization_id = m.organization_id and sender.id = m.invited_by
             left join account a on a.id = sender.account_id
            where m.id = $1 and invite_state(i, coalesce($2, statement_timestamp())) = 'open'"#,
        mail,
        store.clock.pinned(),
    );
    let row = row.fetch_optional(&store.pool).await?;
    row.map(|row| {
        Ok(InviteMail {
            token: stored_word(&row.token)?,
            organization: row.organization,
            invited_by: row.invited_by,
            expires_at: row.expires_at,
        })
    })
    .transpose()
}

/// E-mails with one link.
struct Mails<'a> {
    /// Who sends them; none of the members: somebody at the command line.
    actor: AuditActor,
    invite: InviteId,
    recipients: &'a MailRecipients,
    language: Language,
}

impl Mails<'_> {
    /// Counts them, and writes them, due at once.
    #[tracing::instrument(name = "db.mail.insert_invites", skip_all)]
    async fn insert(&self, tx: &mut PgConnection, store: &Store) -> Result<(), StoreError> {
        let addresses = self.recipients.addresses();
        let counted = sqlx::query!(
            "insert into invite_mail_count as kept (organization_id, day, count)
             select $1, (coalesce($4, statement_timestamp()) at time zone 'UTC')::date, $2
             on conflict (organization_id) do update
                set day = excluded.day,
                    count = excluded.count + case when kept.day = excluded.day then kept.count else 0 end
              where kept.day <> excluded.day or kept.count + excluded.count <= $3",
            self.actor.organization.0,
            i32::try_from(addresses.len()).unwrap_or(i32::MAX),
            i32::from(MAX_MAILS_A_DAY),
            store.clock.pinned(),
        );
        if counted.execute(&mut *tx).await?.rows_affected() != 1 {
            let sentence = page::too_many_invite_mails(&MAX_MAILS_A_DAY.to_string());
            let errors = FieldErrors::one("addresses", &sentence);
            return Err(AppError::Fields(errors).into());
        }
        sqlx::query!(
            "with inserted as (
                 insert into mail (kind, recipient, language, organization_id, invite_id, invited_by, created_at,
                                   next_attempt_at)
                 select $1, recipient, $2, $3, $4, $5, now, now
                   from unnest($6::text[]) recipient, coalesce($7, statement_timestamp()) as now
                 returning id)
             select pg_notify($8, '') from inserted limit 1",
            MailKind::Invite.as_str(),
            self.language.code(),
            self.actor.organization.0,
            self.invite.0,
            self.actor.member.map(|member| member.0),
            addresses,
            store.clock.pinned(),
            MAIL,
        )
        .execute(&mut *tx)
        .await?;
        // The outbox forgets them once they are sent.
        let recipients = addresses.join(", ");
        let change = Change::new(AuditAction::InviteMailed, AuditSubject::Invite(self.invite));
        audit::record(tx, &store.clock, self.actor, change.detail(&recipients)).await
    }
}
