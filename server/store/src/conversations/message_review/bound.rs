//! A filter of Message Review as the statements bind it.

use super::super::last_names::sees_last_names;
use crate::{Store, StoreError};
use app::domain::{
    ContactSought, ConversationId, ConversationStatus, ReviewFilter, ReviewHolder, Viewer,
};
use sqlx::Postgres;
use sqlx::postgres::PgArguments;
use sqlx::query::QueryScalar;

/// A filter as the statements bind it.
pub(super) struct Bound<'a> {
    pub organization: i64,
    pub filter: &'a ReviewFilter,
    /// How the words of a name begin, as a search of texts.
    pub name: Option<String>,
    sees_last_names: bool,
    /// Backwards.
    pub last_digits: Option<String>,
}

impl<'a> Bound<'a> {
    /// What the viewer means by it.
    pub async fn of(
        store: &Store,
        viewer: &Viewer,
        filter: &'a ReviewFilter,
    ) -> Result<Self, StoreError> {
        let (name, last_digits) = match &filter.contact {
            None => (None, None),
            Some(ContactSought::Name(text)) => (Some(prefixes(text)), None),
            Some(ContactSought::LastDigits(digits)) => (None, Some(digits.chars().rev().collect())),
        };
        let sees_last_names = match name {
            Some(_) => sees_last_names(store, viewer).await?,
            None => false,
        };
        Ok(Self {
            organization: viewer.organization.0,
            filter,
            name,
            sees_last_names,
            last_digits,
        })
    }

    /// A walk, with its parameters.
    pub fn bind(
        &self,
        store: &Store,
        statement: &'static str,
        after: Option<ConversationId>,
        limit: u32,
    ) -> QueryScalar<'static, Postgres, i64, PgArguments> {
        let filter = self.filter;
        let member = match filter.holder {
            Some(ReviewHolder::Member(member)) => Some(member.0),
            _ => None,
        };
        let status = match filter.idle {
            Some(_) => Some(ConversationStatus::NeedsResponse),
            None => filter.status,
        };
        let idle = filter.idle.map(|idle| idle.minutes().cast_signed());
        sqlx::query_scalar(statement)
            .bind(self.organization)
            .bind(store.clock.pinned())
            .bind(idle)
            .bind(after.map(|after| after.0))
            .bind(i64::from(limit))
            .bind(filter.campaign.map(|campaign| campaign.0))
            .bind(member)
            .bind(filter.holder == Some(ReviewHolder::Nobody))
            .bind(status.map(ConversationStatus::as_str))
            .bind(filter.tag.map(|tag| tag.0))
            .bind(filter.escalated)
            .bind(self.name.clone())
            .bind(self.sees_last_names)
            .bind(self.last_digits.clone())
            .bind(filter.words.as_ref().map(|words| words.as_str().to_owned()))
            .bind(filter.delivery_failed)
    }
}

/// The words of a name, each by how it begins, as a search of texts. A name without letters and digits is no search, and
/// finds nobody.
fn prefixes(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(|word| format!("'{word}':*")).collect();
    words.join(" & ")
}
