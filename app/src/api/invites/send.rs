use crate::domain::InviteId;
use crate::error::AppError;
use leptos::prelude::*;

/// Sends an invite link by e-mail, and goes back to its page. Admins only.
///
/// # Errors
/// No e-mail is sent from here; addresses that are not valid; else as [`crate::ports::Invites::send_invite`].
#[server(prefix = "/api", endpoint = "invites/send")]
pub async fn send_invite(
    /// Which link.
    invite: InviteId,
    /// Up to 20 addresses, one a line or with commas between them.
    addresses: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::MailRecipients;
    let viewer = api::admin()?;
    let ports = api::ports()?;
    if !ports.password_resets.sends_mail() {
        return Err(AppError::NotFound);
    }
    let sent = match addresses.parse::<MailRecipients>() {
        Ok(recipients) => {
            let language = sentences::current();
            let invites = &ports.invites;
            invites
                .send_invite(&viewer, invite, &recipients, language)
                .await
        }
        Err(invalid) => Err(super::recipients::refusal(&invalid)),
    };
    let page = format!("/people/invites/{invite}");
    let fields = [("addresses", addresses.as_str())];
    let enough = sent.map_err(|error| api::redisplay(&page, "addresses", &fields, error))?;
    let done = if enough { "sent" } else { "sent-to-more" };
    leptos_axum::redirect(&format!("{page}?done={done}"));
    Ok(())
}
