//! Compiles again when a migration is added: the macro that embeds them notices only changes of those it
//! has seen.
#![expect(clippy::print_stdout, reason = "it is how a build script talks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=../migrations");
}
