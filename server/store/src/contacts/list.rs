//! The list of a campaign's contacts, by keyset pages.

use super::list_key::{digest, key_of};
use super::list_sql::{ALL, GREATEST, SEARCHED};
use super::name_words::{plain, words};
use crate::{Store, StoreError, stored_word};
use app::domain::{Admin, CampaignId, ConversationId, ConversationStatus};
use app::ports::{ContactKey, ContactRow, ContactsPage};

/// How many a page has.
const PAGE: usize = 50;

/// What contacts are searched by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactSearch {
    /// How a part of a name, with or without accents, or an external id begins, in lower case; may be empty.
    pub text: String,
    /// How a cell ends, if the text can mean one.
    pub last_digits: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    found_by: i32,
    digest: String,
    id: i64,
    first_name: String,
    last_name: String,
    cell: String,
    external_id: Option<String>,
    zone: Option<String>,
    status: String,
    opted_out: bool,
}

impl Row {
    fn key(&self) -> ContactKey {
        ContactKey {
            // One of five.
            found_by: u8::try_from(self.found_by).unwrap_or(u8::MAX),
            id: ConversationId(self.id),
            digest: digest(&self.digest),
        }
    }

    fn read(self) -> Result<ContactRow, StoreError> {
        Ok(ContactRow {
            id: ConversationId(self.id),
            first_name: self.first_name,
            last_name: self.last_name,
            cell: stored_word(&self.cell)?,
            external_id: self.external_id,
            zone: self.zone,
            status: stored_word::<ConversationStatus>(&self.status)?.listed(self.opted_out),
            opted_out: self.opted_out,
        })
    }
}

/// Where an index is entered: behind this text and id; null if it is not.
type Entry = (Option<String>, i64);

/// One page, after a key.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact.list", skip_all, fields(%campaign))]
pub async fn list(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    search: &ContactSearch,
    after: Option<ContactKey>,
) -> Result<ContactsPage, StoreError> {
    let organization = viewer.organization.0;
    let text = search.text.as_str();
    let plain_text = plain(text);
    let words = words(&plain_text);
    let key = match after {
        Some(after) => {
            let key = key_of(store, viewer, after, &words).await?;
            key.map(|key| (after.found_by, key, after.id.0))
        }
        None => None,
    };
    let begins_anew = after.is_some() && key.is_none();
    let end = |text: &str| format!("{text}{GREATEST}");
    // An index behind the key's is entered at the text, the key's own behind it, those before it not at all.
    let entry = |found_by: u8, text: Option<&str>| -> Entry {
        match &key {
            Some((at, _, _)) if *at > found_by => (None, 0),
            // One that another search has found may stand before the text.
            Some((at, key, id))
                if *at == found_by && text.is_none_or(|text| text <= key.as_str()) =>
            {
                (text.map(|_| key.clone()), *id)
            }
            _ => (text.map(str::to_owned), 0),
        }
    };
    let limit = PAGE as i64 + 1;
    let rows: Vec<Row> = if text.is_empty() && search.last_digits.is_none() {
        let (from, id) = entry(2, Some(""));
        sqlx::query_as(ALL)
            .bind(organization)
            .bind(campaign.0)
            .bind(limit)
            .bind(from)
            .bind(id)
            .bind(end(""))
            .fetch_all(&store.pool)
            .await?
    } else {
        let digits: Option<String> =
            (search.last_digits.as_ref()).map(|digits| digits.chars().rev().collect::<String>());
        let entries = [
            entry(0, Some(text)),
            entry(1, written(&plain_text)),
            entry(2, written(&plain_text)),
            entry(3, digits.as_deref()),
            entry(4, written(&words)),
        ];
        let [by_id, by_name, by_last_name, by_digits, by_beginning] = entries;
        sqlx::query_as(SEARCHED)
            .bind(organization)
            .bind(campaign.0)
            .bind(limit)
            .bind(by_id.0)
            .bind(by_id.1)
            .bind(end(text))
            .bind(by_name.0)
            .bind(by_name.1)
            .bind(by_last_name.0)
            .bind(by_last_name.1)
            .bind(by_digits.0)
            .bind(by_digits.1)
            .bind(text)
            .bind(end(digits.as_deref().unwrap_or_default()))
            .bind(&plain_text)
            .bind(end(&plain_text))
            .bind(by_beginning.0)
            .bind(by_beginning.1)
            .bind(&words)
            .bind(end(&words))
            .bind(digits)
            .fetch_all(&store.pool)
            .await?
    };
    page(rows, begins_anew)
}

/// A text, if there is one: what is accents alone, or marks, has nothing else.
fn written(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn page(mut rows: Vec<Row>, begins_anew: bool) -> Result<ContactsPage, StoreError> {
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok(ContactsPage {
        next: rows.last().filter(|_| more).map(Row::key),
        rows: rows.into_iter().map(Row::read).collect::<Result<_, _>>()?,
        begins_anew,
    })
}
