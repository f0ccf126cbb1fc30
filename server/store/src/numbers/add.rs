//! A new number.

use crate::audit::{self, Change};
use crate::{Store, StoreError};
use app::domain::{Admin, AuditAction, AuditSubject, PhoneNumber, ServiceKind};
use app::error::AppError;
use app::field_errors::FieldErrors;
use sentences::page;

/// They are all on one page.
const MAX_NUMBERS: i64 = 100;

/// Adds it, in use. What is answered finds its organization by the number, so no two organizations have the same.
///
/// # Errors
/// An organization has the number already; too many.
#[tracing::instrument(name = "db.sending_number.add", skip_all)]
pub async fn add(
    store: &Store,
    viewer: &Admin,
    number: &PhoneNumber,
    service: ServiceKind,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let added = sqlx::query!(
        "insert into sending_number (organization_id, number, service)
         select $1, $2, $3
          where (select count(*) from sending_number where organization_id = $1) < $4
         on conflict (number) do nothing",
        viewer.organization.0,
        number.as_str(),
        service.as_str(),
        MAX_NUMBERS,
    )
    .execute(&mut *transaction)
    .await?;
    if added.rows_affected() != 1 {
        let is_ours = sqlx::query_scalar!(
            r#"select organization_id = $2 as "is_ours!" from sending_number where number = $1"#,
            number.as_str(),
            viewer.organization.0,
        )
        .fetch_optional(&mut *transaction)
        .await?;
        return Err(refusal(is_ours).into());
    }
    let change = Change::new(AuditAction::NumberAdded, AuditSubject::Organization);
    let change = change.detail(number.as_str());
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    transaction.commit().await?;
    Ok(())
}

/// The reason why nothing was added, given whose the number is, if it is anybody's.
fn refusal(is_ours: Option<bool>) -> AppError {
    let sentence = match is_ours {
        Some(true) => page::number_is_yours_already(),
        Some(false) => page::number_is_taken(),
        None => return AppError::Invalid(page::too_many_numbers(&MAX_NUMBERS.to_string())),
    };
    AppError::Fields(FieldErrors::one("number", sentence))
}
