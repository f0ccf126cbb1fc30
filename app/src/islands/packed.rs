//! Large props.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A value that travels as one string among an island's props. The reader that Leptos has for props is
/// another than the one for answers of server functions, and what both of them can read is in the bundle
/// twice; so the props hold a string, and the reader for answers reads it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Packed(String);

impl Packed {
    /// From a value.
    pub fn new(value: &impl Serialize) -> Self {
        // What cannot be written, a map with keys that are no strings, is nobody's prop.
        Self(serde_json::to_string(value).unwrap_or_default())
    }

    /// The value, if it is one of this type.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        read(&self.0)
    }
}

/// A value from the JSON of a prop or an event.
pub fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_slice(json.as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::Packed;

    #[test]
    fn gives_back_what_was_put_in() {
        let packed = Packed::new(&vec!["</script>", "ü"]);
        assert_eq!(
            packed.read::<Vec<String>>(),
            Some(vec!["</script>".into(), "ü".into()])
        );
        assert_eq!(packed.read::<u32>(), None);
    }
}
