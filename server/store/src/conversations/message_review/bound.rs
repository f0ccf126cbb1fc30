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
    /// How the words of a name begin, as a search of texts; empty if it has none.
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
            Some(ContactSought::Name(text)) => (Some(beginnings(store, text).await?), None),
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

/// The words of a name, each by how it begins, as a search of texts; empty if it has none.
///
/// PostgreSQL takes the name apart, as it has taken apart those in the index (`contact_name_folded`): what a word is made of
/// depends on its parser and the locale. A virama is neither a letter nor a digit, and stands within one.
#[tracing::instrument(name = "db.message_review.beginnings", skip_all)]
async fn beginnings(store: &Store, name: &str) -> Result<String, StoreError> {
    Ok(sqlx::query_scalar!(
        r#"select coalesce(string_agg(quote_literal(word.lexeme) || ':*', ' & '), '') as "beginnings!"
             from unnest(to_tsvector('simple'::regconfig,
                                     translate(fold_text($1), './:@-_<>&=?#+%~', '               '))) word"#,
        name,
    )
    .fetch_one(&store.pool)
    .await?)
}
