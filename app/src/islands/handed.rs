//! What a page hands to an island.

#[cfg(not(feature = "hydrate"))]
use super::packed::Packed;
use super::packed::read;
#[cfg(not(feature = "hydrate"))]
use leptos::context::Provider;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What an island knows before it has asked for anything. Its default is what the island goes by if the
/// page holds nothing for it.
///
/// No island takes arguments: Leptos would hand them over as JSON, whose readers were a seventh of the
/// bundle. Instead the page writes the value into an element in front of the island, packed as events are,
/// and both halves of the island read that text: what the browser wakes is what the server rendered.
pub trait Handed: Default + Serialize + DeserializeOwned {
    /// The id of the element; a page hands over one value of a kind.
    const ID: &'static str;
}

/// Hands a value to the island inside.
#[cfg(not(feature = "hydrate"))]
#[component]
pub fn Hand<T: Handed + 'static>(
    /// The value.
    what: T,
    /// The island, which takes it with [`handed`].
    children: Children,
) -> impl IntoView {
    let written = Written {
        id: T::ID,
        text: Packed::new(&what).into(),
    };
    view! {
        <data hidden id=written.id value=written.text.clone()></data>
        <Provider value=written>{children()}</Provider>
    }
}

/// What the page handed to this island.
pub fn handed<T: Handed>() -> T {
    written(T::ID)
        .and_then(|text| read(&text))
        .unwrap_or_default()
}

/// What stands in the element in front of an island, for the island's half in the server.
#[cfg(not(feature = "hydrate"))]
#[derive(Clone)]
struct Written {
    id: &'static str,
    text: String,
}

#[cfg(not(feature = "hydrate"))]
fn written(id: &str) -> Option<String> {
    use_context::<Written>()
        .filter(|written| written.id == id)
        .map(|written| written.text)
}

#[cfg(feature = "hydrate")]
fn written(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.get_attribute("value")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::{Hand, Handed, handed};
    use leptos::prelude::*;
    use serde::{Deserialize, Serialize};

    #[derive(Default, Serialize, Deserialize)]
    struct Greeting(String);

    impl Handed for Greeting {
        const ID: &'static str = "handed-greeting";
    }

    #[derive(Default, Serialize, Deserialize)]
    struct Farewell(String);

    impl Handed for Farewell {
        const ID: &'static str = "handed-farewell";
    }

    /// Stands for an island.
    #[component]
    fn Greets() -> impl IntoView {
        view! { <p>{handed::<Greeting>().0}</p> }
    }

    fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
        Owner::new().with(|| view().into_view().to_html())
    }

    #[test]
    fn stands_in_front_of_the_island_that_takes_it() {
        let html = html(|| view! { <Hand what=Greeting("Hi".into())><Greets/></Hand> });
        let (written, island) = html.split_once("</data>").unwrap();
        assert!(written.starts_with("<data "), "{written}");
        assert!(written.contains("id=\"handed-greeting\""), "{written}");
        assert!(island.contains("<p>Hi</p>"), "{island}");
    }

    #[test]
    fn reaches_nobody_beside_it() {
        let html = html(|| {
            view! {
                <Hand what=Greeting("Hi".into())>"Nobody"</Hand>
                <Greets/>
            }
        });
        assert!(html.contains("<p>") && !html.contains("<p>Hi"), "{html}");
    }

    #[test]
    fn is_not_taken_for_something_else() {
        let html = html(|| view! { <Hand what=Farewell("Bye".into())><Greets/></Hand> });
        assert!(html.contains("<p>") && !html.contains("<p>Bye"), "{html}");
    }
}
