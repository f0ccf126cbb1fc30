//! The browser of a session, by the names that people know it by. Only these few are told apart, and nothing is decided
//! by them: a header that says something else shows as unknown.

use http::header::USER_AGENT;
use http::request::Parts;
use serde::Serialize;

/// The key of the [`Browser`] in a session's record. SQL statements have it too.
pub(super) const BROWSER_KEY: &str = "browser";

/// What stands in the header of a browser, and the browser's name. Most claim to be those below them as well.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// The same for operating systems.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// A browser as a session's record has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Browser {
    name: &'static str,
    system: &'static str,
}

impl Browser {
    /// The browser of a request, if it is one of those that are known.
    pub fn of(request: &Parts) -> Option<Self> {
        let header = request.headers.get(USER_AGENT)?.to_str().ok()?;
        Some(Self {
            name: first_in(header, &BROWSERS)?,
            system: first_in(header, &SYSTEMS)?,
        })
    }
}

fn first_in(header: &str, names: &[(&str, &'static str)]) -> Option<&'static str> {
    let mut names = names.iter();
    names
        .find(|(mark, _)| header.contains(mark))
        .map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::Browser;
    use http::Request;

    fn of(header: &str) -> Option<(&'static str, &'static str)> {
        let request = Request::builder().header("user-agent", header).body(());
        let browser = Browser::of(&request.unwrap().into_parts().0)?;
        Some((browser.name, browser.system))
    }

    #[test]
    fn is_called_as_people_call_it() {
        for (header, browser) in [
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
                ("Chrome", "Android"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                ("Safari", "iPhone"),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                ("Edge", "Windows"),
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:142.0) Gecko/20100101 Firefox/142.0",
                ("Firefox", "macOS"),
            ),
        ] {
            assert_eq!(of(header), Some(browser), "{header}");
        }
        assert_eq!(of("curl/8.15.0"), None);
    }
}
