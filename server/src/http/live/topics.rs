//! The topics of one stream, and its id, as a page sends both.

use app::domain::{Admin, Decider, InvalidTopic, NotAllowed, Texter, Topic, Viewer};
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

/// The maximum length of a list of topics, which must fit into a notification beside the ids of the stream.
const MAX_LIST: usize = 7_000;

/// The maximum number of topics. A page has up to four; the windows of a browser share one stream.
const MAX_TOPICS: usize = 32;

/// The topics of one stream, in the order in which its page named them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Topics(Vec<Topic>);

/// A list that cannot be the topics of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum InvalidTopics {
    /// One of them is none.
    #[error(transparent)]
    Topic(#[from] InvalidTopic),
    /// There are too many.
    #[error("a stream has at most {MAX_TOPICS} topics, in a list of at most {MAX_LIST} characters")]
    TooMany,
}

impl Topics {
    pub fn iter(&self) -> impl Iterator<Item = &Topic> {
        self.0.iter()
    }

    pub fn contain(&self, topic: &Topic) -> bool {
        self.0.contains(topic)
    }

    /// Those that the viewer's role allows; the others are left out, because windows share a stream, and one of them
    /// may have been opened in another role.
    ///
    /// # Errors
    /// The role allows none of them.
    pub fn allowed(&self, viewer: &Viewer) -> Result<Self, NotAllowed> {
        let mut allowed = Vec::new();
        let mut refusal = Ok(());
        for topic in self.iter() {
            match require(topic, viewer) {
                Ok(()) => allowed.push(topic.clone()),
                Err(error) => refusal = Err(error),
            }
        }
        if allowed.is_empty() {
            refusal?;
        }
        Ok(Self(allowed))
    }
}

/// # Errors
/// The viewer does not have the role that the topic needs.
pub(super) fn require(topic: &Topic, viewer: &Viewer) -> Result<(), NotAllowed> {
    let viewer = viewer.clone();
    match topic {
        Topic::Texts | Topic::Conversation(_) | Topic::HeadFigures => {
            Texter::try_from(viewer).map(drop)
        }
        Topic::PendingRequests => Decider::try_from(viewer).map(drop),
        Topic::Releases | Topic::AssignmentFigures | Topic::Campaigns(_) => {
            Admin::try_from(viewer).map(drop)
        }
    }
}

impl FromStr for Topics {
    type Err = InvalidTopics;

    fn from_str(list: &str) -> Result<Self, InvalidTopics> {
        if list.len() > MAX_LIST {
            return Err(InvalidTopics::TooMany);
        }
        let mut topics = Vec::new();
        for topic in list.split(',').filter(|topic| !topic.is_empty()) {
            let topic = topic.parse()?;
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        if topics.len() > MAX_TOPICS {
            return Err(InvalidTopics::TooMany);
        }
        Ok(Self(topics))
    }
}

impl TryFrom<String> for Topics {
    type Error = InvalidTopics;

    fn try_from(list: String) -> Result<Self, InvalidTopics> {
        list.parse()
    }
}

impl fmt::Display for Topics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, topic) in self.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            topic.fmt(f)?;
        }
        Ok(())
    }
}

/// The id of a stream, made by its page. It tells the streams of one session apart, and is no secret.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct StreamId(String);

/// A text that cannot be the id of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the id of a stream is 1 to 64 letters, digits and hyphens")]
pub(super) struct InvalidStreamId;

impl TryFrom<String> for StreamId {
    type Error = InvalidStreamId;

    fn try_from(id: String) -> Result<Self, InvalidStreamId> {
        let is_valid = (1..=64).contains(&id.len())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        is_valid.then_some(Self(id)).ok_or(InvalidStreamId)
    }
}

impl From<StreamId> for String {
    fn from(id: StreamId) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidTopics, MAX_LIST, MAX_TOPICS, Topics};

    #[test]
    fn each_topic_counts_once_and_the_order_stays() {
        let topics: Topics = "releases,,texts,releases,".parse().unwrap();
        assert_eq!(topics.to_string(), "releases,texts");
        assert_eq!("".parse(), Ok(Topics::default()));
    }

    #[test]
    fn a_list_that_is_too_long_is_refused() {
        let topics = |count: usize| {
            let topics: Vec<_> = (1..=count).map(|id| format!("campaigns.{id}")).collect();
            topics.join(",").parse::<Topics>()
        };
        assert!(topics(MAX_TOPICS).is_ok());
        assert_eq!(topics(MAX_TOPICS + 1), Err(InvalidTopics::TooMany));
        let long = ",".repeat(MAX_LIST + 1);
        assert_eq!(long.parse::<Topics>(), Err(InvalidTopics::TooMany));
    }
}
