//! What a bulk action is, read from its row.

use super::filter_json::FilterJson;
use crate::StoreError;
use app::domain::{BulkActionId, BulkChange, BulkSubject, MemberId, TagId};
use sqlx::types::Json;

/// The columns of a row that say it.
pub(in crate::releases) struct SubjectRow {
    pub id: i64,
    pub change: String,
    pub member_id: Option<i64>,
    pub tag_id: Option<i64>,
    pub name: String,
    pub filter: Option<Json<FilterJson>>,
}

impl SubjectRow {
    /// The change.
    pub fn change(&self) -> Result<BulkChange, StoreError> {
        let (member, tag) = (self.member_id.map(MemberId), self.tag_id.map(TagId));
        BulkChange::of(&self.change, member, tag)
            .map_err(|error| StoreError::Corrupt(format!("bulk action {}: {error}", self.id)))
    }

    /// All of it.
    pub fn read(self) -> Result<BulkSubject, StoreError> {
        let change = self.change()?;
        let filter = self
            .filter
            .map(|Json(filter)| {
                let unread = || StoreError::Corrupt(format!("bulk action {}: its filter", self.id));
                filter.read().ok_or_else(unread)
            })
            .transpose()?;
        Ok(BulkSubject {
            id: BulkActionId(self.id),
            change,
            name: self.name,
            filter,
        })
    }
}
