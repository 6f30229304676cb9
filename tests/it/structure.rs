//! Structure of the sources: imports between files, and rules that the compiler does not check.

mod imports;
mod rules;
mod sources;

use imports::cycles;
use sources::Crate;

/// Checked crates, with the allowed cycles: a type and its builder.
const CRATES: [(&str, &[&[&str]]); 8] = [
    ("src", &[]),
    ("runtime/src", &[]),
    ("codegen/src", &[]),
    ("cli/src", &[]),
    ("emulator/src", &[&["builder.rs", "emulator.rs"]]),
    ("testing/src", &[]),
    ("xtask/src", &[]),
    ("benches/peers/src", &[]),
];

#[test]
fn files_have_no_import_cycles() {
    let mut found = Vec::new();
    for (folder, allowed) in CRATES {
        let cycles =
            cycles(&Crate::read(folder)).into_iter().filter(|cycle| !allowed.iter().any(|known| cycle == known));
        found.extend(cycles.map(|cycle| format!("{folder}: {}", cycle.join(" → "))));
    }
    assert!(found.is_empty(), "import cycles:\n{}", found.join("\n"));
}

#[test]
fn a_cycle_through_a_reexport_is_found() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c; pub use a::A;"),
        ("a.rs", "pub struct A; impl A { fn b() { crate::b::b() } }"),
        ("b.rs", "pub fn b() { c::c() } use crate::c;"),
        ("c.rs", "use crate::A; pub fn c() -> A { A }"),
    ];
    assert_eq!(cycles(&Crate::of(&files)), [["a.rs", "b.rs", "c.rs"]]);
}

#[test]
fn a_parent_that_only_lists_its_modules_is_not_a_cycle() {
    let files = [
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod b; mod c; pub use b::B;"),
        ("a/b.rs", "use super::c::C; pub struct B(C);"),
        ("a/c.rs", "pub struct C; #[cfg(test)] mod tests { use super::super::B; }"),
    ];
    assert!(cycles(&Crate::of(&files)).is_empty());
    let mut shared = files;
    shared[1].1 = "mod b; mod c; pub use b::B; pub struct Shared;";
    shared[3].1 = "use super::Shared; pub struct C(Shared);";
    assert!(cycles(&Crate::of(&shared)).is_empty());
    shared[1].1 = "mod b; mod c; pub use b::B; pub struct Shared; fn first() -> c::C { todo!() }";
    assert_eq!(cycles(&Crate::of(&shared)), [["a/c.rs", "a/mod.rs"]]);
}
