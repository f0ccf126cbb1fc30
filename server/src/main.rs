//! The `baton` program. Everything is in the library, where tests reach it.

use std::process::ExitCode;

/// It gives back what a crowd of requests took, within ten seconds. glibc keeps it for good: 40 MB after 500
/// sign-ins at once; mimalloc keeps 20 and takes twice as much before.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    server::commands::main()
}
