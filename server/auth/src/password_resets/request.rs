//! The request for a link by e-mail.

use crate::client_address::ClientAddress;
use crate::identity::MAX_EMAIL;
use crate::{SignInLimits, TooManyAttempts};
use app::domain::is_email_address;
use app::error::AppError;
use app::field_errors::FieldErrors;
use sentences::page;
use server_store::Store;
use server_store::mail::{NewMail, insert};

/// Puts an e-mail for the address into the outbox, whoever has it: the outbox asks whether somebody signs in with it, so
/// that the answer is the same and takes as long if nobody does.
pub(super) async fn request(
    store: &Store,
    email: &str,
    address: ClientAddress,
) -> Result<(), AppError> {
    let email = email.trim().to_lowercase();
    if email.len() > MAX_EMAIL || !is_email_address(&email) {
        let errors = FieldErrors::one("email", page::no_email_address());
        return Err(AppError::Fields(errors));
    }
    let limits = SignInLimits::of_password_mail(&email, address);
    if let Err(TooManyAttempts { seconds }) = limits.acquire(store).await? {
        tracing::warn!(%address, wait_seconds = seconds, "refused to send a password link: too many were asked for");
        return Err(AppError::TooManyAttempts { seconds });
    }
    let mail = NewMail {
        recipient: &email,
        language: sentences::current(),
    };
    insert(store, &mail).await?;
    tracing::info!(%address, "a password link was asked for by e-mail");
    Ok(())
}
