//! Decimal numbers as people type them, in fixed point.

/// How many parts a whole is counted in.
pub const PARTS: i64 = 1_000_000_000;
/// The largest number: a million.
const MAX_BILLIONTHS: i64 = 1_000_000 * PARTS;

/// A number with a point or a comma, in billionths; further digits do not count, and what is too large
/// is cut down to a million. `None` = no number.
///
/// By hand and in whole numbers: the standard library's way to read a fraction brings eleven kilobytes
/// of tables into the browser that do not compress.
pub fn billionths(text: &str) -> Option<i64> {
    let (sign, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (-1, digits),
        [b'+', digits @ ..] | digits => (1, digits),
    };
    let (mut value, mut unit, mut any) = (0_i64, None, false);
    for byte in digits {
        match (byte, &mut unit) {
            (b'0'..=b'9', None) => {
                value = value
                    .saturating_mul(10)
                    .saturating_add(i64::from(byte - b'0') * PARTS);
                any = true;
            }
            (b'0'..=b'9', Some(unit)) => {
                value = value.saturating_add(i64::from(byte - b'0') * *unit);
                *unit /= 10;
                any = true;
            }
            (b'.' | b',', None) => unit = Some(PARTS / 10),
            _ => return None,
        }
    }
    any.then_some(sign * value.min(MAX_BILLIONTHS))
}

#[cfg(test)]
mod tests {
    use super::{PARTS, billionths};

    #[test]
    fn reads_what_people_type() {
        assert_eq!(billionths("30"), Some(30 * PARTS));
        assert_eq!(billionths("1.5"), Some(1_500_000_000));
        assert_eq!(billionths("1,5"), Some(1_500_000_000));
        assert_eq!(billionths(".5"), Some(500_000_000));
        assert_eq!(billionths("+5."), Some(5 * PARTS));
        assert_eq!(billionths("-0.25"), Some(-250_000_000));
        assert_eq!(billionths("0.33333333333333"), Some(333_333_333));
        assert_eq!(
            billionths("99999999999999999999999"),
            Some(1_000_000 * PARTS)
        );
        assert_eq!(
            billionths("-99999999999999999999999"),
            Some(-1_000_000 * PARTS)
        );
        for none in ["", "-", ".", "1.2.3", "1e3", "NaN", "inf", "٣", "1 2"] {
            assert_eq!(billionths(none), None, "{none:?}");
        }
    }
}
