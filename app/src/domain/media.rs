//! What came along with a contact's text, by its content type.

use super::MediaId;
#[cfg(feature = "ssr")]
use sentences::page;
use serde::{Deserialize, Serialize};

/// What a content type is shown as. Types that browsers run something of, such as SVG and HTML, are none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MediaKind {
    /// A picture that every browser shows.
    Picture,
    /// A sound.
    Audio,
    /// A film.
    Video,
    /// A PDF.
    Document,
    /// A contact of an address book, as vCard.
    ContactCard,
}

impl MediaKind {
    /// The kind of a content type, which may have parameters; `None`: it is kept by the carrier and not shown.
    pub fn of(content_type: &str) -> Option<Self> {
        let essence = content_type.split(';').next()?.trim().to_ascii_lowercase();
        match essence.as_str() {
            "image/jpeg" | "image/jpg" | "image/png" | "image/gif" | "image/webp" => {
                Some(Self::Picture)
            }
            "application/pdf" => Some(Self::Document),
            "text/vcard" | "text/x-vcard" => Some(Self::ContactCard),
            other => match other.split_once('/') {
                Some(("audio", subtype)) if is_plain(subtype) => Some(Self::Audio),
                Some(("video", subtype)) if is_plain(subtype) => Some(Self::Video),
                _ => None,
            },
        }
    }

    /// What it is called, in a thread and in a list.
    #[cfg(feature = "ssr")]
    pub fn word(self) -> &'static str {
        match self {
            Self::Picture => page::picture(),
            Self::Audio => page::audio(),
            Self::Video => page::video(),
            Self::Document => page::document(),
            Self::ContactCard => page::contact_card(),
        }
    }
}

/// Whether a subtype is a word of the registry and nothing else.
fn is_plain(subtype: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b".+-".contains(&byte);
    !subtype.is_empty() && subtype.len() <= 40 && subtype.bytes().all(is_part)
}

/// Something that came along with a message of a thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaView {
    /// Which.
    pub id: MediaId,
    /// What it is; `None`: nothing that is shown.
    pub kind: Option<MediaKind>,
}

#[cfg(test)]
mod tests {
    use super::MediaKind;

    #[test]
    fn what_a_browser_would_run_is_not_shown() {
        for (content_type, kind) in [
            ("image/jpeg", Some(MediaKind::Picture)),
            ("IMAGE/PNG; name=a.png", Some(MediaKind::Picture)),
            ("audio/amr", Some(MediaKind::Audio)),
            ("video/3gpp", Some(MediaKind::Video)),
            ("application/pdf", Some(MediaKind::Document)),
            ("text/x-vcard; charset=utf-8", Some(MediaKind::ContactCard)),
            ("image/svg+xml", None),
            ("text/html", None),
            ("application/zip", None),
            ("audio/", None),
            ("audio/a b", None),
            ("file", None),
            ("", None),
        ] {
            assert_eq!(MediaKind::of(content_type), kind, "{content_type}");
        }
    }
}
