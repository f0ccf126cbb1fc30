//! What stands in an e-mail.

use app::components::clock_words;
use sentences::{Language, page, scope};
use server_auth::{link, send_link};
use server_mail::PlainMail;
use server_store::invites::invite_mail;
use server_store::mail::{ClaimedMail, MailKind};
use server_store::{Store, StoreError};

/// The e-mail, with a link that is made now; it ends an earlier attempt's. `None` if there is nobody to write to.
pub(super) async fn compose(
    store: &Store,
    base: &str,
    mail: &ClaimedMail,
) -> Result<Option<PlainMail>, StoreError> {
    match mail.kind {
        MailKind::PasswordLink => password_link(store, base, mail).await,
        MailKind::Invite => invite(store, base, mail).await,
    }
}

async fn password_link(
    store: &Store,
    base: &str,
    mail: &ClaimedMail,
) -> Result<Option<PlainMail>, StoreError> {
    let Some((recipient, token)) = send_link(store, &mail.recipient).await? else {
        return Ok(None);
    };
    let chosen = recipient.language.and_then(|code| code.parse().ok());
    let language: Language = chosen.unwrap_or(mail.language);
    let link = link(base, &token);
    let (subject, paragraphs) = scope(language, async {
        let subject = page::password_mail_subject().to_owned();
        let paragraphs = [
            page::password_mail_greeting(&recipient.name),
            page::password_mail_reason(&recipient.organization, base),
            page::password_mail_link().to_owned(),
            link,
            page::password_mail_limit().to_owned(),
            page::password_mail_ignore().to_owned(),
        ];
        (subject, paragraphs)
    })
    .await;
    Ok(Some(PlainMail {
        to: mail.recipient.clone(),
        subject,
        body: paragraphs.join("\n\n") + "\n",
    }))
}

/// An invite link, as long as it is open.
async fn invite(
    store: &Store,
    base: &str,
    mail: &ClaimedMail,
) -> Result<Option<PlainMail>, StoreError> {
    let Some(invite) = invite_mail(store, mail.id).await? else {
        return Ok(None);
    };
    let link = [base, &invite.token.path()].concat();
    let (subject, paragraphs) = scope(mail.language, async {
        let organization = &invite.organization;
        let who = match &invite.invited_by {
            Some(name) => page::invite_mail_by(name, organization),
            None => page::invite_mail_by_nobody(organization),
        };
        let paragraphs = [
            page::invite_mail_greeting().to_owned(),
            who,
            page::invite_mail_link().to_owned(),
            link,
            page::invite_mail_limit(&clock_words(invite.expires_at)),
            page::invite_mail_ignore().to_owned(),
        ];
        (page::invite_mail_subject(organization), paragraphs)
    })
    .await;
    Ok(Some(PlainMail {
        to: mail.recipient.clone(),
        subject,
        body: paragraphs.join("\n\n") + "\n",
    }))
}
