//! The countries whose numbers can be read without a country code.

use crate::import::Region;
use app::ports::CallingCode;
use phonenumber::metadata::DATABASE;
use std::sync::LazyLock;

/// All that there are numbering plans of, by their letters.
static REGIONS: LazyLock<Vec<CallingCode>> = LazyLock::new(|| {
    let letters = || 'A'..='Z';
    let pairs = letters().flat_map(|first| letters().map(move |second| [first, second]));
    let regions = pairs.filter_map(|pair| {
        let region = String::from_iter(pair);
        region.parse::<Region>().ok()?;
        let code = DATABASE.by_id(&region)?.country_code();
        Some(CallingCode { region, code })
    });
    regions.collect()
});

/// The list. The numbering plans are loaded by whoever asks first, on a blocking thread, because it takes most of a second.
pub(super) async fn all() -> &'static [CallingCode] {
    // If it fails, the list is made here.
    let _ = tokio::task::spawn_blocking(|| REGIONS.len()).await;
    &REGIONS
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn has_the_countries_of_the_world() {
        let regions = super::all().await;
        let code = |letters: &str| {
            let found = regions.iter().find(|choice| choice.region == letters);
            found.map(|choice| choice.code)
        };
        assert_eq!(
            ["US", "MX", "DE", "XX"].map(code),
            [Some(1), Some(52), Some(49), None]
        );
        assert!(regions.len() > 200, "{}", regions.len());
    }
}
