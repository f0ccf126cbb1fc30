//! The first steps of an installation, the server's side of [`Setup`].

use super::identity::MAX_EMAIL;
use super::new_password::hash_new;
use super::{SessionIdentity, SessionOwner, SignInLimits, TooManyAttempts, client_address};
use app::domain::{
    AuditAction, AuditActor, AuditSubject, MIN_PASSWORD_CHARS, PersonName, is_email_address,
    is_organization_name,
};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::{FirstSteps, Setup};
use async_trait::async_trait;
use http::request::Parts;
use sentences::page;
use server_store::audit::{self, Change};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::members::NewAccount;
use server_store::organizations::{self, Created};
use server_store::{Store, StoreError};
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The first steps over the store. Cheap to clone.
#[derive(Debug, Clone)]
pub struct InstallationSetup {
    identity: SessionIdentity,
    /// There is an organization, which never ends: nobody asks the database again.
    is_over: Arc<AtomicBool>,
}

impl InstallationSetup {
    /// The first steps, whose owner signs in by `identity`.
    pub fn new(identity: SessionIdentity) -> Self {
        Self {
            identity,
            is_over: Arc::default(),
        }
    }

    /// Refuses a wrong code, and whoever has tried too many.
    async fn check_code(&self, request: &Parts, code: &str) -> Result<(), AppError> {
        let store = &self.identity.store;
        let address = client_address(request, &self.identity.trusted_proxies);
        let limits = SignInLimits::of_setup(address);
        let attempt = match limits.acquire(store).await? {
            Ok(attempt) => attempt,
            Err(TooManyAttempts { seconds }) => {
                tracing::warn!(%address, wait_seconds = seconds, "refused a code for the first steps: too many attempts");
                return Err(AppError::TooManyAttempts { seconds });
            }
        };
        if organizations::is_setup_code(&store.pool, code).await? {
            attempt.refund(store).await?;
            return Ok(());
        }
        // The form was sent twice, or somebody else was faster: the code is used up.
        if !self.is_needed().await? {
            attempt.refund(store).await?;
            return Err(AppError::NotFound);
        }
        tracing::warn!(%address, "refused a code for the first steps: it is not the one that was printed");
        let errors = FieldErrors::one("code", page::setup_code_is_wrong());
        Err(AppError::Fields(errors))
    }
}

/// What is wrong with the fields, before the code is tried.
fn validate(first_steps: &FirstSteps) -> Result<(), AppError> {
    let mut errors = FieldErrors::default();
    if !is_organization_name(&first_steps.organization) {
        errors.add("organization", page::organization_name_is_not_valid());
    }
    if PersonName::parse(&first_steps.name).is_err() {
        errors.add("name", page::name_is_not_valid());
    }
    let email = first_steps.email.trim();
    if email.len() > MAX_EMAIL || !is_email_address(email) {
        errors.add("email", page::no_email_address());
    }
    if first_steps.password.chars().count() < MIN_PASSWORD_CHARS {
        let least = MIN_PASSWORD_CHARS.to_string();
        errors.add("password", &page::password_is_too_short(&least));
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(AppError::Fields(errors))
    }
}

/// The organization with its owner; `None` if the code is not there any more.
async fn create(
    store: &Store,
    first_steps: &FirstSteps,
    password_hash: &str,
    address: Option<IpAddr>,
) -> Result<Option<Created>, StoreError> {
    let mut transaction = store.begin().await?;
    if !organizations::use_setup_code(&mut transaction, &first_steps.code).await? {
        return Ok(None);
    }
    let owner = NewAccount {
        email: &first_steps.email,
        name: &first_steps.name,
        password_hash,
    };
    let created =
        organizations::create(&mut transaction, &first_steps.organization, &owner).await?;
    if !created.owner_is_new {
        // Whoever has the code has not shown that this account is theirs.
        let errors = FieldErrors::one("email", page::email_has_an_account());
        return Err(AppError::Fields(errors).into());
    }
    let actor = AuditActor {
        organization: created.organization,
        member: Some(created.owner),
        address,
    };
    let change = Change::new(AuditAction::OrganizationCreated, AuditSubject::Organization);
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    transaction.commit().await?;
    Ok(Some(created))
}

/// The account of the new owner.
#[tracing::instrument(name = "db.account.of_owner", skip_all)]
async fn account(store: &Store, created: &Created) -> Result<i64, StoreError> {
    let account = sqlx::query_scalar!(
        "select account_id from member where organization_id = $1 and id = $2",
        created.organization.0,
        created.owner.0,
    );
    Ok(account.fetch_one(&store.pool).await?)
}

#[async_trait]
impl Setup for InstallationSetup {
    async fn is_needed(&self) -> Result<bool, AppError> {
        if self.is_over.load(Ordering::Relaxed) {
            return Ok(false);
        }
        let exists = organizations::any_exists(&self.identity.store.pool);
        let exists = answered(RESPOND_WITHIN, exists).await?;
        self.is_over.store(exists, Ordering::Relaxed);
        Ok(!exists)
    }

    async fn set_up(&self, request: &Parts, first_steps: FirstSteps) -> Result<(), AppError> {
        if !self.is_needed().await? {
            return Err(AppError::NotFound);
        }
        let store = &self.identity.store;
        validate(&first_steps)?;
        self.check_code(request, &first_steps.code).await?;
        let about = [
            first_steps.organization.as_str(),
            &first_steps.name,
            &first_steps.email,
        ];
        let hash = hash_new("password", first_steps.password.clone(), &about).await?;
        let address = client_address(request, &self.identity.trusted_proxies);
        let created = answered(
            RESPOND_WITHIN,
            create(store, &first_steps, &hash, address.client()),
        )
        .await?;
        let created = created.ok_or(AppError::NotFound)?;
        let account = answered(RESPOND_WITHIN, account(store, &created)).await?;
        let owner = SessionOwner {
            organization: created.organization,
            member: created.owner,
            // As every new member's.
            epoch: 0,
        };
        self.identity
            .begin_session(request, account, owner, None)
            .await?;
        tracing::info!(
            organization = created.organization.0,
            owner = created.owner.0,
            "the first steps are done: there is an organization"
        );
        Ok(())
    }
}
