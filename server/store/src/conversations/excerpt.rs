//! The beginning of a message, for a line of a list.

use app::domain::MediaKind;
use sentences::page;
use server_message::split_attachment_lines;

/// How many characters of a message a list shows.
const EXCERPT: usize = 140;

/// How much of a message is read for its excerpt: what came along with it stands at its end.
pub(super) const READ: i32 = 1_600;

/// The beginning of a message in one line. What came along with a contact's text is named as its thread names it, after
/// the words: `Look! · Picture`.
pub(super) fn excerpt(body: &str, is_inbound: bool) -> String {
    let (words, content_types) = if is_inbound {
        split_attachment_lines(body)
    } else {
        (body, Vec::new())
    };
    let beginning: String = words.chars().take(EXCERPT).collect();
    let media = content_types.into_iter().map(|content_type| {
        let kind = MediaKind::of(content_type);
        kind.map_or(page::attachment(), MediaKind::word).to_owned()
    });
    let parts: Vec<String> = Some(beginning)
        .filter(|words| !words.is_empty())
        .into_iter()
        .chain(media)
        .collect();
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use sentences::{Language, scope};

    const PICTURE: &str = "[attachment: image/jpeg]";

    #[tokio::test]
    async fn what_came_along_is_named_in_words() {
        let body = format!("Look!\n{PICTURE}\n[attachment: application/zip]");
        assert_eq!(excerpt(&body, true), "Look! · Picture · Attachment");
        assert_eq!(excerpt(PICTURE, true), "Picture");
        assert_eq!(excerpt(PICTURE, false), PICTURE, "a texter has typed it");
        assert_eq!(excerpt("[attachment: ima", true), "[attachment: ima");
        let in_spanish = scope(Language::Spanish, async { excerpt(&body, true) }).await;
        assert_eq!(in_spanish, "Look! · Foto · Archivo adjunto");
    }

    #[test]
    fn a_long_text_leaves_room_for_what_came_along() {
        let body = format!("{}\n{PICTURE}", "é".repeat(200));
        assert_eq!(excerpt(&body, true), "é".repeat(140) + " · Picture");
        assert_eq!(excerpt("", true), "");
    }
}
