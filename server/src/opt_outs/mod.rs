//! The app's port of opt-outs: it reads the numbers that people type, by the region of their organization, and keeps them
//! in the store.

mod typed;

use crate::import::Region;
use app::domain::{Admin, OptOutKey, OptOutReport, PhoneNumber};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::{AddedOptOuts, OptOutHistory, OptOuts, OptOutsPage};
use async_trait::async_trait;
use sentences::page;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::opt_outs::{self, Search};
use server_store::{Store, StoreError};

pub use typed::{read_search, read_typed};

/// How many opt-outs a page in the browser has.
const PAGE: u16 = 50;
/// The most characters of a reason.
const MAX_REASON: usize = 500;

/// The opt-outs in the store.
pub struct OptOutLists {
    store: Store,
}

impl OptOutLists {
    /// The port.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    async fn page(
        &self,
        viewer: &Admin,
        search: &str,
        after: Option<OptOutKey>,
    ) -> Result<OptOutsPage, StoreError> {
        let organization = viewer.organization;
        let region = Region::of_organization(&self.store, organization).await?;
        let Some(search) = read_search(search, region).await else {
            return Ok(OptOutsPage {
                is_understood: false,
                ..OptOutsPage::default()
            });
        };
        let found = opt_outs::list(&self.store, organization, &search, after.as_ref(), PAGE);
        let (rows, next) = found.await?;
        let lifted = match search {
            Search::Number(number) if rows.is_empty() => {
                let lifted = opt_outs::lifted(&self.store, organization, &number).await?;
                (!lifted.is_empty()).then_some(number)
            }
            _ => None,
        };
        Ok(OptOutsPage {
            rows,
            next,
            is_understood: true,
            lifted,
        })
    }

    async fn history(
        &self,
        viewer: &Admin,
        number: &PhoneNumber,
    ) -> Result<OptOutHistory, StoreError> {
        let organization = viewer.organization;
        let search = Search::Number(number.clone());
        let (rows, _) = opt_outs::list(&self.store, organization, &search, None, 1).await?;
        let lifted = opt_outs::lifted(&self.store, organization, number).await?;
        if rows.is_empty() && lifted.is_empty() {
            return Err(AppError::NotFound.into());
        }
        Ok(OptOutHistory {
            number: number.clone(),
            now: rows.into_iter().next(),
            lifted,
        })
    }
}

#[async_trait]
impl OptOuts for OptOutLists {
    async fn opt_outs(
        &self,
        viewer: &Admin,
        search: &str,
        after: Option<OptOutKey>,
    ) -> Result<OptOutsPage, AppError> {
        Ok(answered(RESPOND_WITHIN, self.page(viewer, search, after)).await?)
    }

    async fn opt_out_history(
        &self,
        viewer: &Admin,
        number: &PhoneNumber,
    ) -> Result<OptOutHistory, AppError> {
        Ok(answered(RESPOND_WITHIN, self.history(viewer, number)).await?)
    }

    async fn add_opt_outs(&self, viewer: &Admin, numbers: &str) -> Result<AddedOptOuts, AppError> {
        let region = Region::of_organization(&self.store, viewer.organization).await?;
        let numbers = read_typed(numbers, region)
            .await
            .map_err(|sentence| AppError::Fields(FieldErrors::one("numbers", &sentence)))?;
        let recorded = opt_outs::add(&self.store, viewer.actor(), &numbers).await?;
        Ok(AddedOptOuts {
            recorded,
            // As few as a form takes.
            already: (numbers.len() as u32).saturating_sub(recorded),
        })
    }

    async fn lift_opt_out(
        &self,
        viewer: &Admin,
        number: &PhoneNumber,
        reason: &str,
    ) -> Result<(), AppError> {
        let reason = read_reason(reason)
            .map_err(|sentence| AppError::Fields(FieldErrors::one("reason", &sentence)))?;
        Ok(opt_outs::lift(&self.store, viewer.actor(), number, &reason).await?)
    }

    async fn opt_out_report(&self, viewer: &Admin, import: i64) -> Result<OptOutReport, AppError> {
        let report = opt_outs::report(&self.store, viewer.organization, import);
        Ok(answered(RESPOND_WITHIN, report).await?)
    }
}

/// A reason as somebody typed it, or what is wrong with it.
///
/// # Errors
/// There is none, or it is too long.
pub fn read_reason(text: &str) -> Result<String, String> {
    let reason = text.replace('\0', "").replace("\r\n", "\n");
    let reason = reason.trim();
    match reason.chars().count() {
        0 => Err(page::reason_is_missing().into()),
        length if length > MAX_REASON => Err(page::reason_is_too_long(&MAX_REASON.to_string())),
        _ => Ok(reason.to_owned()),
    }
}
