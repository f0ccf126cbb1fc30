//! The settings of a mail server.

use lettre::message::Mailbox;
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};

/// Where e-mail goes out, and who it is from. Valid once made.
#[derive(Debug, Clone)]
pub struct MailSettings {
    pub(super) url: SecretString,
    pub(super) from: Mailbox,
    /// Host and port, as logs may have them.
    pub(super) server: String,
}

/// Why settings are not valid. No value is repeated, because the URL has a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MailSettingsError {
    /// The URL is none of a mail server.
    #[error(
        "BATON_SMTP_URL is not usable. It has to look like smtps://user:password@mail.example.org or \
         smtp://user:password@mail.example.org:587, with characters like @ and / in the password written as %40 and %2F."
    )]
    Url,
    /// The sender is no address.
    #[error(
        "BATON_MAIL_FROM is not an e-mail address. It has to look like baton@example.org or Baton <baton@example.org>."
    )]
    From,
}

impl MailSettings {
    /// The settings, from an URL and a sender. `smtps://` encrypts from the first byte; `smtp://` encrypts by STARTTLS,
    /// and sends nothing to a server that cannot. Only to this machine, and to a host with `?tls=none`, does it speak in
    /// the open.
    ///
    /// # Errors
    /// Either is not valid.
    pub fn new(url: &str, from: &str) -> Result<Self, MailSettingsError> {
        let mut url = Url::parse(url.trim()).map_err(|_| MailSettingsError::Url)?;
        let host = url.host_str().unwrap_or_default().to_owned();
        if host.is_empty() || !matches!(url.scheme(), "smtp" | "smtps") {
            return Err(MailSettingsError::Url);
        }
        let is_local = ["localhost", "127.0.0.1", "[::1]"].contains(&host.as_str());
        let tls = match url.query() {
            None if url.scheme() == "smtps" || is_local => None,
            None => Some("tls=required"),
            Some("tls=required") => Some("tls=required"),
            Some("tls=none") => None,
            Some(_) => return Err(MailSettingsError::Url),
        };
        url.set_query(tls);
        let server = match url.port() {
            Some(port) => format!("{host}:{port}"),
            None => host,
        };
        let settings = Self {
            url: SecretString::from(String::from(url)),
            from: from.trim().parse().map_err(|_| MailSettingsError::From)?,
            server,
        };
        settings.builder().map_err(|_| MailSettingsError::Url)?;
        Ok(settings)
    }

    /// Host and port of the mail server.
    pub fn server(&self) -> &str {
        &self.server
    }

    pub(super) fn builder(
        &self,
    ) -> Result<lettre::transport::smtp::AsyncSmtpTransportBuilder, lettre::transport::smtp::Error>
    {
        lettre::AsyncSmtpTransport::<lettre::Tokio1Executor>::from_url(self.url.expose_secret())
    }
}

#[cfg(test)]
mod tests {
    use super::{MailSettings, MailSettingsError};
    use secrecy::ExposeSecret;

    #[test]
    fn nothing_goes_to_another_machine_in_the_open_unless_that_is_said() {
        for (url, expected) in [
            ("smtp://mail.example.org", Some("tls=required")),
            (
                "smtp://mail.example.org:587?tls=required",
                Some("tls=required"),
            ),
            ("smtp://mail.example.org:25?tls=none", None),
            ("smtps://ada:p%40ss@mail.example.org", None),
            ("smtp://127.0.0.1:1025", None),
        ] {
            let settings = MailSettings::new(url, "Baton <baton@example.org>").unwrap();
            let (_, query) = settings
                .url
                .expose_secret()
                .split_once('?')
                .map_or(("", None), |(before, query)| (before, Some(query)));
            assert_eq!(query, expected, "{url}");
        }
    }

    #[test]
    fn what_is_not_valid_is_refused_without_its_password() {
        for url in [
            "",
            "mail.example.org",
            "https://ada:hunter2@mail.example.org",
            "smtp://",
            "smtp://ada:hunter2@mail.example.org?tls=maybe",
        ] {
            let error = MailSettings::new(url, "baton@example.org").unwrap_err();
            assert_eq!(error, MailSettingsError::Url, "{url}");
            assert!(!error.to_string().contains("hunter2"));
        }
        for from in ["", "baton", "baton@example.org\r\nBcc: all@example.org"] {
            let error = MailSettings::new("smtp://localhost", from).unwrap_err();
            assert_eq!(error, MailSettingsError::From, "{from}");
        }
        let settings = MailSettings::new("smtps://ada:hunter2@mail.example.org", "a@b.org");
        assert!(!format!("{settings:?}").contains("hunter2"));
    }
}
