//! The countries whose numbers can be read without a country code.

use crate::import::Region;
use app::ports::CallingCode;
use phonenumber::metadata::DATABASE;
use sentences::Language;
use std::sync::LazyLock;

/// All that there are numbering plans of, by their letters.
static REGIONS: LazyLock<Vec<CallingCode>> = LazyLock::new(|| {
    let letters = || 'A'..='Z';
    let pairs = letters().flat_map(|first| letters().map(move |second| [first, second]));
    let regions = pairs.filter_map(|pair| {
        let region = String::from_iter(pair);
        region.parse::<Region>().ok()?;
        let code = DATABASE.by_id(&region)?.country_code();
        let names = names(&region);
        Some(CallingCode {
            region,
            names,
            code,
        })
    });
    regions.collect()
});

/// What a country is called. Three have a numbering plan and are not in the list of names.
fn names(region: &str) -> Vec<(Language, &'static str)> {
    let Ok(country) = keshvar::Alpha2::try_from(region) else {
        let [english, spanish] = match region {
            "AC" => ["Ascension Island", "Isla de la Ascensión"],
            "TA" => ["Tristan da Cunha"; 2],
            "XK" => ["Kosovo"; 2],
            _ => return Vec::new(),
        };
        return vec![(Language::English, english), (Language::Spanish, spanish)];
    };
    let country = country.to_country();
    let names = country.translations();
    let named = |language: Language| Some((language, *names.get(language.code())?));
    Language::ALL.into_iter().filter_map(named).collect()
}

/// The list. The numbering plans are loaded by whoever asks first, on a blocking thread, because it takes most of a second.
pub(super) async fn all() -> &'static [CallingCode] {
    // If it fails, the list is made here.
    let _ = tokio::task::spawn_blocking(|| REGIONS.len()).await;
    &REGIONS
}

#[cfg(test)]
mod tests {
    use sentences::Language;

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
        let germany = regions.iter().find(|choice| choice.region == "DE");
        let names = germany.map(|choice| choice.names.clone());
        assert_eq!(
            names,
            Some(vec![
                (Language::English, "Germany"),
                (Language::Spanish, "Alemania")
            ])
        );
        let unnamed = regions.iter().filter(|choice| choice.names.len() < 2);
        let unnamed: Vec<_> = unnamed.map(|choice| choice.region.as_str()).collect();
        assert!(unnamed.is_empty(), "{unnamed:?}");
    }
}
