//! The client of Twilio's REST API.

use super::TwilioAccount;
use super::media;
use super::refusal::{self, Refusal};
use super::smart_encoding::folded;
use super::status_callback::status_callback;
use crate::{Media, MediaError, MessageService, SendError};
use app::domain::{Sender, SenderCheck};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::{Client, RequestBuilder, Response, StatusCode, Url, header, redirect};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use server_message::{FailureCode, OutboundText, ServiceSid};
use std::time::Duration;

/// The time limit of a request. It has to stay well below the lease of the outbox, after which a send counts as dead.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(15);
/// The time limit of each request for a medium, of which there are [`MAX_REDIRECTS`] and one: together they stay below
/// the time in which a browser is answered.
const MEDIA_TIMEOUT: Duration = Duration::from_secs(8);
/// Twilio redirects once to its store, which may redirect once more.
const MAX_REDIRECTS: usize = 2;
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// The tolerance when dates are compared: Twilio's clock differs, and its dates have no fractions of seconds.
const CLOCK_SKEW: TimeDelta = TimeDelta::seconds(30);

/// The prefix that Twilio adds to every text of a trial account.
const TRIAL_PREFIX: &str = "Sent from your Twilio trial account - ";

/// A client of Twilio's REST API, version 2010-04-01, and of the one of Messaging Services, version 1.
pub struct Twilio {
    pub(super) http: Client,
    messages: Url,
    pub(super) account: Url,
    pub(super) numbers: Url,
    pub(super) messaging_services: Url,
    media_timeout: Duration,
    pub(super) account_sid: String,
    pub(super) auth_token: SecretString,
    status_callback: Option<String>,
}

#[derive(Deserialize)]
struct Created {
    sid: String,
}

#[derive(Deserialize)]
struct Listed {
    sid: String,
    body: Option<String>,
    date_created: Option<String>,
    messaging_service_sid: Option<String>,
}

#[derive(Deserialize)]
struct Page {
    messages: Vec<Listed>,
}

/// The failure of setting a client up.
#[derive(Debug, thiserror::Error)]
pub enum TwilioSetupError {
    /// The API's address and the account's id give no URL.
    #[error("the address of Twilio's API is not a URL: {0}")]
    Address(String),
    /// The HTTP client could not be set up.
    #[error("the HTTP client could not be set up: {0}")]
    Client(#[from] reqwest::Error),
}

impl Twilio {
    /// A client for an account. It makes no request yet.
    ///
    /// # Errors
    /// The address gives no URL, or the machine's TLS roots cannot be read.
    pub fn new(account: &TwilioAccount) -> Result<Self, TwilioSetupError> {
        let sid = &account.account_sid;
        let api = &account.api_url;
        let resource = |path: &str| {
            Url::parse(&format!("{api}/2010-04-01/Accounts/{sid}{path}.json"))
                .map_err(|_| TwilioSetupError::Address(api.clone()))
        };
        // reqwest is built without a crypto provider of its own and panics if none is installed.
        // It fails if one is installed already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = Client::builder()
            .timeout(REQUEST_TIMEOUT)
            .connect_timeout(CONNECT_TIMEOUT)
            // A redirected POST would be repeated, or become a GET.
            .redirect(redirect::Policy::none())
            .user_agent(concat!("baton/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self {
            http,
            messages: resource("/Messages")?,
            account: resource("")?,
            numbers: resource("/IncomingPhoneNumbers")?,
            messaging_services: Url::parse(&format!("{}/v1/Services/", account.messaging_url))
                .map_err(|_| TwilioSetupError::Address(account.messaging_url.clone()))?,
            media_timeout: MEDIA_TIMEOUT,
            account_sid: account.account_sid.clone(),
            auth_token: account.auth_token.clone(),
            status_callback: None,
        })
    }

    /// The same client, which asks for delivery reports on each text, to this URL, and for repeats of those that could not be
    /// taken in.
    #[must_use]
    pub fn with_status_callback(self, url: Option<String>) -> Self {
        Self {
            status_callback: url.as_deref().map(status_callback),
            ..self
        }
    }

    async fn request(&self, request: RequestBuilder) -> Result<Response, SendError> {
        request
            .basic_auth(&self.account_sid, Some(self.auth_token.expose_secret()))
            .send()
            .await
            .map_err(|error| refusal::of_transport(error.without_url()))
    }

    /// This client with another time limit for media.
    #[cfg(test)]
    pub(super) fn with_media_timeout(self, media_timeout: Duration) -> Self {
        Self {
            media_timeout,
            ..self
        }
    }

    /// Gets a medium: with the credentials from the API, and without them from where that redirects to.
    async fn get_media(&self, source: &str) -> Result<Response, MediaError> {
        let api = &self.account;
        let url = media::url_of(source, api, &self.account_sid)?;
        let request = self
            .http
            .get(url)
            .basic_auth(&self.account_sid, Some(self.auth_token.expose_secret()));
        let mut response = self.send_for_media(request).await?;
        for _ in 0..MAX_REDIRECTS {
            match media::redirected(&response, api)? {
                Some(url) => response = self.send_for_media(self.http.get(url)).await?,
                None => return Ok(response),
            }
        }
        Ok(response)
    }

    async fn send_for_media(&self, request: RequestBuilder) -> Result<Response, MediaError> {
        let response = request.timeout(self.media_timeout).send().await;
        response.map_err(media::of_transport)
    }

    /// Sends a text, about which Twilio reports to this address.
    async fn post(
        &self,
        text: &OutboundText,
        callback: Option<&str>,
    ) -> Result<ServiceSid, SendError> {
        let from = match &text.from {
            Sender::Number(_) => "From",
            Sender::MessagingService(_) => "MessagingServiceSid",
        };
        let mut form = vec![
            (from, text.from.as_str()),
            ("To", text.to.as_str()),
            ("Body", text.body.as_str()),
        ];
        form.extend(callback.map(|url| ("StatusCallback", url)));
        let response = self
            .request(self.http.post(self.messages.clone()).form(&form))
            .await?;
        if response.status().is_success() {
            // It was accepted; without the id it has to be found first.
            return match response.json::<Created>().await {
                Ok(created) => Ok(ServiceSid(created.sid)),
                Err(error) => Err(SendError::Uncertain {
                    reason: format!(
                        "Twilio's answer was not understood: {}",
                        error.without_url()
                    ),
                }),
            };
        }
        Err(refused(response).await)
    }
}

#[async_trait]
impl MessageService for Twilio {
    async fn send(&self, text: &OutboundText) -> Result<ServiceSid, SendError> {
        let callback = self.status_callback.as_deref();
        match self.post(text, callback).await {
            // No message was made: Twilio only does not accept where it is to report to.
            Err(SendError::Permanent { code, reason })
                if callback.is_some() && code == Some(FailureCode::CALLBACK_NOT_ACCEPTED) =>
            {
                tracing::error!(
                    reason,
                    "Twilio does not accept the public URL for delivery reports; texts go out without them"
                );
                self.post(text, None).await
            }
            answer => answer,
        }
    }

    async fn find_sent(
        &self,
        text: &OutboundText,
        since: DateTime<Utc>,
    ) -> Result<Vec<ServiceSid>, SendError> {
        let mut url = self.messages.clone();
        // Without a filter by DateSent, because a text in Twilio's queue has none yet.
        url.query_pairs_mut()
            .append_pair("To", text.to.as_str())
            .append_pair("PageSize", "100");
        // There is no filter by Messaging Service: its texts are picked out of the list.
        if let Sender::Number(number) = &text.from {
            url.query_pairs_mut().append_pair("From", number.as_str());
        }
        let response = self.request(self.http.get(url)).await?;
        if response.status() != StatusCode::OK {
            return Err(refused(response).await);
        }
        let page: Page = response
            .json()
            .await
            .map_err(|error| SendError::Transient {
                reason: format!("Twilio's list was not understood: {}", error.without_url()),
                retry_after: None,
            })?;
        Ok(page
            .messages
            .into_iter()
            .filter(|listed| is_same_text(listed, text, since))
            .map(|listed| ServiceSid(listed.sid))
            .collect())
    }

    async fn check_sender(&self, sender: &Sender, webhook: &str) -> SenderCheck {
        self.check(sender, webhook)
            .await
            .unwrap_or_else(|problem| problem)
    }

    async fn fetch_media(&self, source: &str) -> Result<Media, MediaError> {
        media::content_of(self.get_media(source).await?).await
    }
}

fn is_same_text(listed: &Listed, text: &OutboundText, since: DateTime<Utc>) -> bool {
    let by_sender = match &text.from {
        Sender::Number(_) => true,
        Sender::MessagingService(sid) => {
            listed.messaging_service_sid.as_deref() == Some(sid.as_str())
        }
    };
    let listed_body = listed.body.as_deref().unwrap_or_default();
    let listed_body = listed_body
        .strip_prefix(TRIAL_PREFIX)
        .unwrap_or(listed_body);
    let same = folded(listed_body) == folded(&text.body);
    // A text with an unreadable date counts as recent: one text too few is better than the same one twice.
    let created = listed
        .date_created
        .as_deref()
        .and_then(|at| DateTime::parse_from_rfc2822(at).ok());
    by_sender && same && created.is_none_or(|at| at >= since - CLOCK_SKEW)
}

async fn refused(response: Response) -> SendError {
    let status = response.status();
    let retry_after = response
        .headers()
        .get(header::RETRY_AFTER)
        .and_then(|value| value.to_str().ok()?.trim().parse().ok())
        .map(Duration::from_secs);
    let refusal = response.json::<Refusal>().await.unwrap_or_default();
    refusal::of_answer(status, refusal, retry_after)
}
