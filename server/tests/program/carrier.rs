//! A carrier in the test's own process, which takes every text that a server sends, and delivers what contacts write.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Form, Json, Router};
use secrecy::SecretString;
use server_sms::twilio::signature_of;

const ACCOUNT: &str = "AC00000000000000000000000000000000";
const TOKEN: &str = "the token of a test";

/// A text that it has taken: to whom, and what it says.
pub type Taken = (String, String);

/// The carrier, until the test ends.
pub struct Carrier {
    url: OsString,
    taken: Arc<Mutex<Vec<Taken>>>,
    delivered: AtomicU32,
}

impl Carrier {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap()).into();
        let taken = Arc::default();
        let messages = "/2010-04-01/Accounts/{account}/Messages.json";
        let router = Router::new()
            .route(messages, post(take))
            .with_state(Arc::clone(&taken));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            url,
            taken,
            delivered: AtomicU32::new(0),
        }
    }

    /// What a server needs in its environment to text through it.
    pub fn environment(&self) -> [(&'static str, &OsStr); 3] {
        [
            ("TWILIO_ACCOUNT_SID", OsStr::new(ACCOUNT)),
            ("TWILIO_AUTH_TOKEN", OsStr::new(TOKEN)),
            ("TWILIO_API_URL", &self.url),
        ]
    }

    /// The texts that it has taken so far.
    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }

    /// The form and the signature of a text that it delivers to a webhook at this address.
    pub fn delivery(
        &self,
        url: &str,
        from: &str,
        to: &str,
        body: &str,
    ) -> (Vec<(String, String)>, String) {
        let number = self.delivered.fetch_add(1, Ordering::Relaxed);
        let form = [
            ("MessageSid", format!("SM{number:032}")),
            ("AccountSid", ACCOUNT.to_owned()),
            ("From", from.to_owned()),
            ("To", to.to_owned()),
            ("Body", body.to_owned()),
            ("NumMedia", "0".to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec();
        let signature = signature_of(&SecretString::from(TOKEN), url, &form).unwrap();
        (form, signature)
    }
}

async fn take(
    State(taken): State<Arc<Mutex<Vec<Taken>>>>,
    Form(form): Form<HashMap<String, String>>,
) -> (StatusCode, Json<serde_json::Value>) {
    let field = |name: &str| form.get(name).cloned().unwrap_or_default();
    let mut taken = taken.lock().unwrap();
    taken.push((field("To"), field("Body")));
    let sid = format!("SM1{:031}", taken.len());
    (StatusCode::CREATED, Json(serde_json::json!({ "sid": sid })))
}
