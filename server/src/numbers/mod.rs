//! The app's port of senders: it reads what people type, by the region of their organization, keeps it in the store, and
//! asks the message services about it.

mod one_at_once;
mod read_sender;
mod regions;

use crate::import::Region;
use app::domain::{Admin, Sender, SenderCheck, ServiceKind, TextRate};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::{Numbers, NumbersPage};
use async_trait::async_trait;
use one_at_once::OneAtOnce;
pub(crate) use read_sender::read_sender;
use sentences::page;
use server_sms::Services;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::{Store, StoreError, numbers};

/// The senders in the store, and the services that carry their texts.
pub struct SendingNumbers {
    store: Store,
    services: Services,
    /// The URL that Twilio delivers replies to.
    webhook: String,
    tries: OneAtOnce,
}

impl SendingNumbers {
    /// The port. `webhook` is the URL that Twilio delivers replies to.
    pub fn new(store: Store, services: Services, webhook: String) -> Self {
        Self {
            store,
            services,
            webhook,
            tries: OneAtOnce::default(),
        }
    }

    async fn page(&self, viewer: &Admin) -> Result<NumbersPage, StoreError> {
        let listed = numbers::list(&self.store, viewer.organization).await?;
        let region = numbers::region(&self.store, viewer.organization).await?;
        Ok(NumbersPage {
            senders: listed.senders,
            carries_twilio: self.services.carries_twilio(),
            has_open_campaign: listed.has_open_campaign,
            region,
            regions: regions::all().await,
        })
    }
}

#[async_trait]
impl Numbers for SendingNumbers {
    async fn numbers(&self, viewer: &Admin) -> Result<NumbersPage, AppError> {
        Ok(answered(RESPOND_WITHIN, self.page(viewer)).await?)
    }

    async fn add_number(
        &self,
        viewer: &Admin,
        sender: &str,
        service: ServiceKind,
    ) -> Result<Sender, AppError> {
        let region = Region::of_organization(&self.store, viewer.organization).await?;
        let read = read_sender(sender, region).await;
        let mut errors = FieldErrors::default();
        if let Err(sentence) = read {
            errors.add("sender", sentence);
        }
        if service == ServiceKind::Twilio && !self.services.carries_twilio() {
            errors.add("service", page::texts_are_only_simulated());
        }
        let Some(sender) = read.ok().filter(|_| errors.is_empty()) else {
            return Err(AppError::Fields(errors));
        };
        let added = numbers::add(&self.store, viewer, &sender, service);
        answered(RESPOND_WITHIN, added).await?;
        Ok(sender)
    }

    async fn take_number_out_of_use(
        &self,
        viewer: &Admin,
        sender: &Sender,
        confirmed: bool,
    ) -> Result<(), AppError> {
        let taken = numbers::take_out_of_use(&self.store, viewer, sender, confirmed);
        Ok(answered(RESPOND_WITHIN, taken).await?)
    }

    async fn use_number_again(&self, viewer: &Admin, sender: &Sender) -> Result<(), AppError> {
        let used = numbers::use_again(&self.store, viewer, sender);
        Ok(answered(RESPOND_WITHIN, used).await?)
    }

    async fn save_rate(
        &self,
        viewer: &Admin,
        sender: &Sender,
        rate: Option<TextRate>,
    ) -> Result<(), AppError> {
        let saved = numbers::save_rate(&self.store, viewer, sender, rate);
        Ok(answered(RESPOND_WITHIN, saved).await?)
    }

    async fn change_service(
        &self,
        viewer: &Admin,
        sender: &Sender,
        service: ServiceKind,
    ) -> Result<(), AppError> {
        if service == ServiceKind::Twilio && !self.services.carries_twilio() {
            return Err(AppError::Invalid(page::texts_are_only_simulated().into()));
        }
        let changed = numbers::change_service(&self.store, viewer, sender, service);
        Ok(answered(RESPOND_WITHIN, changed).await?)
    }

    async fn remove_number(&self, viewer: &Admin, sender: &Sender) -> Result<(), AppError> {
        let removed = numbers::remove(&self.store, viewer, sender);
        Ok(answered(RESPOND_WITHIN, removed).await?)
    }

    async fn try_number(&self, viewer: &Admin, sender: &Sender) -> Result<SenderCheck, AppError> {
        let service = numbers::service_of(&self.store, viewer.organization, sender);
        let service = answered(RESPOND_WITHIN, service).await?;
        let turn = self.tries.turn(viewer.organization);
        let _turn =
            turn.ok_or_else(|| AppError::Invalid(page::a_number_is_being_tried().into()))?;
        let check = self.services.check_sender(service, sender, &self.webhook);
        let check = check.await;
        tracing::info!(%sender, %service, ?check, "a sender was tried");
        Ok(check)
    }

    async fn save_region(&self, viewer: &Admin, was: &str, region: &str) -> Result<(), AppError> {
        let region: Region = region
            .parse()
            .map_err(|_| AppError::Fields(FieldErrors::one("region", page::region_is_unknown())))?;
        let region = region.to_string();
        let saved = numbers::save_region(&self.store, viewer, was, &region);
        Ok(answered(RESPOND_WITHIN, saved).await?)
    }
}
