//! What people read, in the language of who reads: a function a sentence, made by the build (`build/`) from the Fluent
//! files in `text/`. The server has the sentences of all languages. The program in the browser has none: it is given
//! those of its page's language as a file of its own ([`browser_file`]), so that a phone loads no other language, and
//! nothing that its islands do not say.
//!
//! A sentence whose translation is missing, or has other arguments, does not compile.

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
mod current;
mod islands;
mod language;
#[cfg(feature = "ssr")]
mod table;

#[cfg(not(feature = "ssr"))]
pub use browser::take_sentences;
#[cfg(feature = "ssr")]
pub use current::{browser_file, current, scope};
pub use islands::Islands;
pub use language::{Language, UnknownLanguage};

/// What islands say, and the pages that are made of the same components: `text/*/island/`.
pub mod island {
    include!(concat!(env!("OUT_DIR"), "/island.rs"));
}

/// What the islands of admins say, and components that only these and pages of admins are made of: `text/*/admin/`.
pub mod admin {
    include!(concat!(env!("OUT_DIR"), "/admin.rs"));
}

/// What only the server says: `text/*/page/`.
#[cfg(feature = "ssr")]
pub mod page {
    include!(concat!(env!("OUT_DIR"), "/page.rs"));
}

/// A whole number as people read it: `12,345`. Spanish is that of the United States, which writes numbers the same way.
#[inline(never)]
pub fn number(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of bytes, characters or the like, as people read it.
#[cfg(feature = "ssr")]
pub fn size(size: usize) -> String {
    number(u32::try_from(size).unwrap_or(u32::MAX))
}

/// Puts arguments in the places of a sentence: of the character with the code 1 the first, and so on.
#[inline(never)]
fn fill(sentence: &str, arguments: &[&str]) -> String {
    let mut text = String::with_capacity(sentence.len() + 16);
    for character in sentence.chars() {
        let argument = (character as usize)
            .checked_sub(1)
            .and_then(|at| arguments.get(at));
        match argument {
            Some(argument) => text.push_str(argument),
            None => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{fill, number};

    #[test]
    fn separates_thousands() {
        let words: Vec<_> = [0, 12, 999, 1000, 12_345, 1_234_567]
            .into_iter()
            .map(number)
            .collect();
        assert_eq!(words, ["0", "12", "999", "1,000", "12,345", "1,234,567"]);
    }

    #[test]
    fn puts_each_argument_in_its_place() {
        assert_eq!(fill("\u{2} of \u{1}", &["a", "b"]), "b of a");
        assert_eq!(fill("Nothing", &[]), "Nothing");
    }
}
