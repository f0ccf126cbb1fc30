//! Live events: a change in the database reaches every page that shows it.

mod access;
mod admins;
mod ends;
mod home_parts;
mod pools;
mod texters;

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
    pub(super) async fn open(app: &TestApp, path: &str, cookie: &str) -> Self {
        let request = Request::get(path)
            .header("host", "baton.test")
            .header("cookie", cookie);
        let response = app.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), 200);
        Self {
            body: response.into_body().into_data_stream(),
            read: String::new(),
        }
    }

    /// The next event's name and data. Fails if none comes in ten seconds.
    pub(super) async fn next(&mut self) -> (String, String) {
        loop {
            if let Some((event, rest)) = self.read.split_once("\n\n") {
                let field = |name: &str| {
                    event
                        .lines()
                        .find_map(|line| line.strip_prefix(name))
                        .map(|v| v.trim().to_owned())
                };
                let parsed = field("event:").zip(field("data:"));
                self.read = rest.to_owned();
                match parsed {
                    Some(event) => return event,
                    None => continue,
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

    /// The next event of this name, read.
    pub(super) async fn next_of<T: DeserializeOwned>(&mut self, name: &str) -> T {
        decode(&self.data_of(name).await).unwrap()
    }

    /// The data of the next event of this name.
    async fn data_of(&mut self, name: &str) -> String {
        loop {
            let (event, data) = self.next().await;
            if event == name {
                return data;
            }
        }
    }
}
