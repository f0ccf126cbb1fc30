//! Compiles again when a migration is added: the macro that embeds them notices only changes of those it
//! has seen.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}
