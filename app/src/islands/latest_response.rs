//! Stale responses: of several requests that are under way at once, only the newest response counts.

use leptos::prelude::*;

/// A counter of requests to the server. Responses arrive in any order: one that arrives after the response to a
/// newer request is out of date, and is to be dropped.
#[derive(Clone, Copy)]
pub struct LatestResponse {
    requests: StoredValue<u32>,
    accepted: StoredValue<u32>,
}

impl LatestResponse {
    /// A counter at zero.
    pub fn new() -> Self {
        Self {
            requests: StoredValue::new(0),
            accepted: StoredValue::new(0),
        }
    }

    /// The number of a request that begins now.
    pub fn begin(self) -> u32 {
        let request = self.requests.get_value() + 1;
        self.requests.set_value(request);
        request
    }

    /// Whether the response to a request is newer than every one before. It is not called for a request that
    /// failed, so that the response to an older one still counts.
    pub fn accept(self, request: u32) -> bool {
        let newer = request > self.accepted.get_value();
        if newer {
            self.accepted.set_value(request);
        }
        newer
    }

    /// Whether no newer request has begun.
    pub fn is_newest(self, request: u32) -> bool {
        request == self.requests.get_value()
    }
}

#[cfg(test)]
mod tests {
    use super::LatestResponse;
    use leptos::prelude::Owner;

    #[test]
    fn an_older_answer_is_no_news_and_every_other_is() {
        Owner::new().with(|| {
            let responses = LatestResponse::new();
            let [first, second, third] = [responses.begin(), responses.begin(), responses.begin()];
            assert!(responses.accept(second));
            assert!(!responses.is_newest(second) && responses.is_newest(third));
            assert!(!responses.accept(first));
            assert!(responses.accept(third));
            assert!(responses.accept(responses.begin()));
        });
    }
}
