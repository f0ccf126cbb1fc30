//! Which conversations Message Review lists: filters that all have to hold, and which together are its address.

use super::{
    CampaignId, ContactSought, ConversationStatus, IdleInterval, MemberId, TagId, WordsSought,
};
use std::fmt;

/// In whose hands a conversation has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewHolder {
    /// In nobody's: it is in the pool, or has never been handed out.
    Nobody,
    /// In this member's.
    Member(MemberId),
}

/// The filters, all of which have to hold; none = every conversation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewFilter {
    /// On this campaign.
    pub campaign: Option<CampaignId>,
    /// In these hands.
    pub holder: Option<ReviewHolder>,
    /// With this status.
    pub status: Option<ConversationStatus>,
    /// With this tag.
    pub tag: Option<TagId>,
    /// With an escalation tag.
    pub escalated: bool,
    /// Waiting for an answer, and idle for at least as long.
    pub idle: Option<IdleInterval>,
    /// With this contact.
    pub contact: Option<ContactSought>,
    /// With these words in one of its messages.
    pub words: Option<WordsSought>,
    /// With a text that was not delivered.
    pub delivery_failed: bool,
}

/// A field of the address that means nothing. It is refused, because without it the filter would find more than was
/// asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the filter “{0}” of Message Review cannot be read")]
pub struct InvalidReviewFilter(
    /// The field.
    pub &'static str,
);

impl ReviewFilter {
    /// The fields of the address, in the order in which the page offers them.
    pub const FIELDS: [&'static str; 9] = [
        "campaign",
        "texter",
        "status",
        "tag",
        "idle",
        "contact",
        "words",
        "escalated",
        "failed",
    ];
    /// What stands in the field of the texter for nobody.
    pub const NOBODY: &'static str = "nobody";
    /// What stands in the field of a filter that is on.
    pub const ON: &'static str = "yes";

    /// The filter of an address or a form, by the field's name. A field that is absent or empty filters nothing.
    ///
    /// # Errors
    /// A field means nothing.
    pub fn from_fields(
        field: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, InvalidReviewFilter> {
        let filled = |name: &'static str| {
            let text = field(name).unwrap_or_default().replace('\0', "");
            let text = text.trim().to_owned();
            (name, (!text.is_empty()).then_some(text))
        };
        Ok(Self {
            campaign: parsed(filled("campaign"), |text| text.parse().ok())?,
            holder: parsed(filled("texter"), |text| match text {
                Self::NOBODY => Some(ReviewHolder::Nobody),
                id => id.parse().ok().map(ReviewHolder::Member),
            })?,
            status: parsed(filled("status"), |text| text.parse().ok())?,
            tag: parsed(filled("tag"), |text| text.parse().ok())?,
            idle: parsed(filled("idle"), |text| text.parse().ok())?,
            contact: parsed(filled("contact"), ContactSought::new)?,
            words: parsed(filled("words"), WordsSought::new)?,
            escalated: parsed(filled("escalated"), is_on)?.is_some(),
            delivery_failed: parsed(filled("failed"), is_on)?.is_some(),
        })
    }

    /// What of the fields means something: for the form, which shows it again beside what is to be corrected. The list
    /// is not loaded by it, because it would find more than was asked for.
    pub fn from_valid_fields(field: impl Fn(&str) -> Option<String>) -> Self {
        let mut invalid_fields: Vec<&'static str> = Vec::new();
        loop {
            let valid = |name: &str| field(name).filter(|_| !invalid_fields.contains(&name));
            match Self::from_fields(valid) {
                Ok(filter) => return filter,
                Err(invalid) => invalid_fields.push(invalid.0),
            }
        }
    }

    /// The fields as they stand in an address or a form; empty = not filtered by.
    pub fn fields(&self) -> [(&'static str, String); 9] {
        let text = |value: Option<String>| value.unwrap_or_default();
        let on = |is_on: bool| if is_on { Self::ON } else { "" }.to_owned();
        let values = [
            text(self.campaign.map(|id| id.to_string())),
            text(self.holder.map(|holder| holder.to_string())),
            text(self.status.map(|status| status.to_string())),
            text(self.tag.map(|id| id.to_string())),
            text(self.idle.map(|idle| idle.minutes().to_string())),
            text(
                self.contact
                    .as_ref()
                    .map(|sought| sought.as_str().to_owned()),
            ),
            text(self.words.as_ref().map(|words| words.as_str().to_owned())),
            on(self.escalated),
            on(self.delivery_failed),
        ];
        let mut values = values.into_iter();
        Self::FIELDS.map(|name| (name, values.next().unwrap_or_default()))
    }
}

fn parsed<T>(
    (name, text): (&'static str, Option<String>),
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, InvalidReviewFilter> {
    text.map(|text| read(&text).ok_or(InvalidReviewFilter(name)))
        .transpose()
}

fn is_on(text: &str) -> Option<()> {
    (text == ReviewFilter::ON).then_some(())
}

impl fmt::Display for ReviewHolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nobody => f.write_str(ReviewFilter::NOBODY),
            Self::Member(id) => fmt::Display::fmt(id, f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidReviewFilter, ReviewFilter};

    fn read(fields: &[(&str, &str)]) -> Result<ReviewFilter, InvalidReviewFilter> {
        ReviewFilter::from_fields(|name| {
            let field = fields.iter().find(|(field, _)| *field == name);
            field.map(|(_, text)| (*text).to_owned())
        })
    }

    #[test]
    fn a_filter_is_read_as_it_is_written() {
        let fields = [
            ("campaign", "7"),
            ("texter", "nobody"),
            ("status", "needs_response"),
            ("tag", "3"),
            ("idle", "90"),
            ("contact", "Ada B"),
            ("words", "my lawyer"),
            ("escalated", "yes"),
            ("failed", "yes"),
        ];
        let filter = read(&fields).unwrap();
        let written = filter.fields();
        assert_eq!(written.clone().map(|(name, _)| name), ReviewFilter::FIELDS);
        let written: Vec<_> = written
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        assert_eq!(written, fields);
        assert_eq!(read(&[]), Ok(ReviewFilter::default()));
        assert_eq!(read(&[("texter", "12")]).unwrap().fields()[1].1, "12");
    }

    #[test]
    fn a_field_that_means_nothing_is_refused_and_not_passed_over() {
        for (field, text) in [
            ("campaign", "all"),
            ("campaign", "-7"),
            ("texter", "Ben"),
            ("status", "open"),
            ("tag", "0"),
            ("idle", "4"),
            ("contact", "12"),
            ("contact", "🙂"),
            ("words", "?!"),
            ("escalated", "no"),
            ("failed", "1"),
        ] {
            assert_eq!(
                read(&[(field, text)]),
                Err(InvalidReviewFilter(field)),
                "{text}"
            );
        }
        assert_eq!(
            read(&[("words", &"x".repeat(201))]),
            Err(InvalidReviewFilter("words"))
        );
    }

    #[test]
    fn what_means_something_is_kept_beside_what_does_not() {
        let fields = [
            ("campaign", "7"),
            ("status", "needs_response"),
            ("tag", "everything"),
            ("contact", "(212)"),
            ("words", "%"),
        ];
        let kept = ReviewFilter::from_valid_fields(|name| {
            let field = fields.iter().find(|(field, _)| *field == name);
            field.map(|(_, text)| (*text).to_owned())
        });
        assert_eq!(Ok(kept), read(&fields[..2]));
    }
}
