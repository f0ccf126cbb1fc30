//! A filter of Message Review in a row of the database: its fields as they stand in an address, and the names of what they
//! name.

use app::domain::{NamedFilter, ReviewFilter};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// As it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::releases) struct FilterJson {
    fields: BTreeMap<String, String>,
    campaign: Option<String>,
    member: Option<String>,
    tag: Option<String>,
}

impl From<&NamedFilter> for FilterJson {
    fn from(named: &NamedFilter) -> Self {
        let fields = named.filter.fields().into_iter();
        let filled = fields.filter(|(_, text)| !text.is_empty());
        Self {
            fields: filled.map(|(name, text)| (name.to_owned(), text)).collect(),
            campaign: named.campaign.clone(),
            member: named.member.clone(),
            tag: named.tag.clone(),
        }
    }
}

impl FilterJson {
    /// What it means; `None` if only a newer version can say.
    pub fn read(self) -> Option<NamedFilter> {
        let filter = ReviewFilter::from_fields(|name| self.fields.get(name).cloned()).ok()?;
        Some(NamedFilter {
            filter,
            campaign: self.campaign,
            member: self.member,
            tag: self.tag,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::FilterJson;
    use app::domain::{CampaignId, NamedFilter, ReviewFilter, WordsSought};

    #[test]
    fn a_filter_is_read_as_it_was_kept() {
        let named = NamedFilter {
            filter: ReviewFilter {
                campaign: Some(CampaignId(7)),
                words: WordsSought::new("my lawyer"),
                escalated: true,
                ..ReviewFilter::default()
            },
            campaign: Some("Early vote".into()),
            ..NamedFilter::default()
        };
        let kept = serde_json::to_value(FilterJson::from(&named)).unwrap();
        let read: FilterJson = serde_json::from_value(kept).unwrap();
        assert_eq!(read.read(), Some(named));
    }
}
