//! Numbers that a spreadsheet took for quantities.

/// What a quantity says about the number that it was.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    /// Its digits, all of them.
    Exact(String),
    /// Digits were lost.
    Rounded,
}

/// The least number of digits that are all there is to a phone number in a floating-point notation. With fewer, what
/// stands for zeros may as well have been other digits.
const MIN_SIGNIFICANT: usize = 9;

/// Reads `2135550114.0` and `2.13555012E9`; `None` if it is nothing like that.
///
/// A spreadsheet that shortens what it shows writes `E+09`; a program that prints a number in full writes `E9`, and leaves
/// out only zeros at the end. So those are trusted with one zero left out, and `E+09` with none.
pub(super) fn quantity(text: &str) -> Option<Quantity> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !are_digits(whole) || !are_digits(fraction) {
        return None;
    }
    let Some(exponent) = exponent else {
        // Groups of digits are separated by points too, but a group of zeros ends no number with one point.
        let zeros = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
        return (zeros && whole.len() >= MIN_SIGNIFICANT)
            .then(|| Quantity::Exact(whole.to_owned()));
    };
    let digits = exponent.strip_prefix('+').unwrap_or(exponent);
    if digits.is_empty() || !are_digits(digits) {
        return None;
    }
    // Longer ones are no phone number in any notation.
    let places: usize = digits.parse().ok().filter(|places| *places < 40)?;
    let significant = [whole, fraction].concat();
    let Some(zeros) = places.checked_sub(fraction.len()) else {
        return Some(Quantity::Rounded);
    };
    let in_full = exponent == digits && !digits.starts_with('0');
    let most_zeros = usize::from(in_full);
    Some(
        if zeros <= most_zeros && significant.len() >= MIN_SIGNIFICANT {
            Quantity::Exact(significant + &"0".repeat(zeros))
        } else {
            Quantity::Rounded
        },
    )
}

#[cfg(test)]
mod tests {
    use super::{Quantity, quantity};

    #[test]
    fn only_what_is_exact_is_repaired() {
        for (text, digits) in [
            ("2.13555012E9", "2135550120"),
            ("2135550114.0", "2135550114"),
            ("12135550115.00", "12135550115"),
            ("2.135550114E9", "2135550114"),
            ("2.135550114E+09", "2135550114"),
            ("1.2135550115e10", "12135550115"),
        ] {
            assert_eq!(
                quantity(text),
                Some(Quantity::Exact(digits.into())),
                "{text}"
            );
        }
        for text in [
            "2.14E+09",
            "1.21356E+10",
            "2.1355501E+09",
            "2.13555012E+09",
            "2.13555E+09",
            "2.14e9",
            "2E9",
            "2.1355501145E9",
        ] {
            assert_eq!(quantity(text), Some(Quantity::Rounded), "{text}");
        }
        for text in [
            "2135550116",
            "213.555.0101",
            "213.0",
            "2135550114.5",
            "E9",
            "1e",
            "e",
            "",
            "1E99999999999999999999",
            "1E-9",
        ] {
            assert_eq!(quantity(text), None, "{text}");
        }
    }
}
