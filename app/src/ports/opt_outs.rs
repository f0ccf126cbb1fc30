//! The port of opt-outs by number.

use crate::domain::{Admin, LiftedOptOut, OptOut, OptOutKey, OptOutReport, PhoneNumber};
use crate::error::AppError;
use async_trait::async_trait;

/// A page of opt-outs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OptOutsPage {
    /// The newest first.
    pub rows: Vec<OptOut>,
    /// After which the next page begins, if there is one.
    pub next: Option<OptOutKey>,
    /// Whether what was searched for is a number, or the end of one.
    pub is_understood: bool,
    /// The number that was searched for, if it was opted out once and is not any more.
    pub lifted: Option<PhoneNumber>,
}

/// What is known of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptOutHistory {
    /// The number.
    pub number: PhoneNumber,
    /// Its opt-out, if one holds.
    pub now: Option<OptOut>,
    /// Those that were lifted, the latest first.
    pub lifted: Vec<LiftedOptOut>,
}

/// What came of numbers that were added by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddedOptOuts {
    /// Those that are opted out now and were not before.
    pub recorded: u32,
    /// Those that were before.
    pub already: u32,
}

/// Whom nobody in the viewer's organization can text. Admins only.
#[async_trait]
pub trait OptOuts: Send + Sync {
    /// A page of opt-outs, newest first, after a key: all, or those of a number as a person wrote it, or of its last
    /// digits.
    ///
    /// # Errors
    /// The database.
    async fn opt_outs(
        &self,
        viewer: &Admin,
        search: &str,
        after: Option<OptOutKey>,
    ) -> Result<OptOutsPage, AppError>;

    /// The opt-outs of a number, the one that holds and those that were lifted.
    ///
    /// # Errors
    /// There never was one; the database.
    async fn opt_out_history(
        &self,
        viewer: &Admin,
        number: &PhoneNumber,
    ) -> Result<OptOutHistory, AppError>;

    /// Opts out the numbers of a text, one a line or with commas between them: all of them or none.
    ///
    /// # Errors
    /// There are none, or too many; one of them is no number; the database.
    async fn add_opt_outs(&self, viewer: &Admin, numbers: &str) -> Result<AddedOptOuts, AppError>;

    /// Lifts an opt-out, and keeps why. The number can be texted again; what the opt-out closed stays closed.
    ///
    /// # Errors
    /// The number is not opted out; no reason, or too long a one; the database.
    async fn lift_opt_out(
        &self,
        viewer: &Admin,
        number: &PhoneNumber,
        reason: &str,
    ) -> Result<(), AppError>;

    /// What became of a file that was imported.
    ///
    /// # Errors
    /// There was none of that number; the database.
    async fn opt_out_report(&self, viewer: &Admin, import: i64) -> Result<OptOutReport, AppError>;
}
