//! Live events: a change in the database reaches every page that shows it.

mod access;
mod admins;
mod conversation;
mod ends;
mod home_parts;
mod outdated;
mod pools;
mod texters;
mod topics;

use super::TestApp;
use app::islands::decode;
use axum::body::{Body, BodyDataStream};
use futures::StreamExt;
use http::Request;
use serde::de::DeserializeOwned;
use std::time::Duration;

/// A stream of server-sent events.
pub(super) struct Events {
    pub(super) body: BodyDataStream,
    pub(super) read: String,
}

impl Events {
    pub(super) async fn open(app: &TestApp, topics: &str, cookie: &str) -> Self {
        Self::open_as(app, "a-stream", topics, cookie).await
    }

    /// A stream of this id.
    pub(super) async fn open_as(app: &TestApp, id: &str, topics: &str, cookie: &str) -> Self {
        let request = Request::get(format!("/events?stream={id}&topics={topics}"))
            .header("host", "baton.test")
            .header("cookie", cookie);
        let response = app.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), 200);
        let held_back = &response.headers()["x-accel-buffering"];
        assert_eq!(held_back, "no", "by nginx");
        Self {
            body: response.into_body().into_data_stream(),
            read: String::new(),
        }
    }

    /// The next event, as it is written. Fails if none comes in ten seconds.
    pub(super) async fn next_line(&mut self) -> String {
        loop {
            if let Some((event, rest)) = self.read.split_once("\n\n") {
                let line = event.lines().find_map(|line| line.strip_prefix("data: "));
                let line = line.map(str::to_owned);
                self.read = rest.to_owned();
                match line {
                    Some(line) if line != "heartbeat" => return line,
                    _ => continue,
                }
            }
            let chunk = tokio::time::timeout(Duration::from_secs(10), self.body.next()).await;
            let chunk = chunk
                .expect("an event in time")
                .expect("a stream that goes on")
                .unwrap();
            self.read.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }

    /// The topics that the stream says next that it has.
    pub(super) async fn next_topics(&mut self) -> String {
        loop {
            let line = self.next_line().await;
            if let Some(topics) = line.strip_prefix("topics ") {
                return topics.to_owned();
            }
        }
    }

    /// The next event of a topic: the topic, the name with its mark, and the value.
    pub(super) async fn next_of_topic(&mut self) -> (String, String, String) {
        loop {
            let line = self.next_line().await;
            let mut words = line.split(' ').map(str::to_owned);
            let mut word = || words.next().unwrap_or_default();
            let event = (word(), word(), word());
            if event.0 != "topics" {
                return event;
            }
        }
    }

    /// The next event's name and value.
    pub(super) async fn next(&mut self) -> (String, String) {
        let (_, name, value) = self.next_of_topic().await;
        (name.trim_end_matches(['=', '+']).to_owned(), value)
    }

    /// The next event of this name, read.
    pub(super) async fn next_of<T: DeserializeOwned>(&mut self, name: &str) -> T {
        loop {
            let (event, value) = self.next().await;
            if event == name {
                return decode(&value).unwrap();
            }
        }
    }
}
