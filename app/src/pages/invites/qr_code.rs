//! A QR code, drawn in the server.

use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;
use sentences::page;
use std::fmt::Write;

/// The quiet zone that scanners need around a code, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The link as a QR code: black on white in the dark as well, as scanners expect it. Nothing if the text is too long for
/// one, which no link is.
#[component]
pub(super) fn QrCode(text: String) -> impl IntoView {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let width = code.size + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let dark = (x..code.size).take_while(|x| code[y][*x].value()).count();
            if dark > 0 {
                // Writing to a string does not fail.
                let _ = write!(path, "M{} {}h{dark}v1h-{dark}z", x + QUIET, y + QUIET);
            }
            x += dark.max(1);
        }
    }
    Some(view! {
        <svg
            class="qr-code"
            viewBox=format!("0 0 {width} {width}")
            role="img"
            aria-label=page::qr_code_of_the_link()
            shape-rendering="crispEdges"
        >
            <path fill="#fff" d=format!("M0 0h{width}v{width}H0z")></path>
            <path fill="#000" d=path></path>
        </svg>
    })
}

#[cfg(test)]
mod tests {
    use super::QrCode;
    use leptos::prelude::*;

    #[test]
    fn has_the_finder_patterns_in_its_corners_and_a_quiet_zone() {
        let html = Owner::new().with(|| {
            let text = "https://text.example.org/join/abcdefghijklmnopqrstuvwx".to_owned();
            view! { <QrCode text/> }.to_html()
        });
        // 54 bytes at level M are version 4: 33 modules, and four on each side.
        assert!(html.contains(r#"viewBox="0 0 41 41""#), "{html}");
        assert!(
            html.contains("M4 4h7v1h-7z") && html.contains("M30 4h7v1h-7z"),
            "{html}"
        );
        assert!(html.contains("M4 36h7v1h-7z"), "{html}");
    }
}
