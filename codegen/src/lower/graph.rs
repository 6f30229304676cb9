//! What depends on which schemas hold each other: boxes, constructors, pages, and what nothing uses.

use super::circles;
use crate::diagnostic::Diagnostics;
use crate::model::{Api, Definition, Definitions, Field, PageShape, Paging, Reference, Shape, Type};
use std::collections::{BTreeMap, BTreeSet};

/// The schemas that each schema holds.
type Edges = BTreeMap<Reference, BTreeSet<Reference>>;

/// Gives the model its schemas and connects them.
pub(super) fn connect(api: &mut Api, definitions: Definitions, diagnostics: &mut Diagnostics) {
    api.definitions = definitions;
    let held = edges(&api.definitions, &held_anywhere);
    let bodies: Vec<Type> =
        api.operations.iter().filter_map(|operation| Some(operation.body.as_ref()?.ty.clone())).collect();
    let sent = reachable(&held, &bodies);
    let inline = Held::of(&api.definitions, &|shape, targets| {
        parts(shape).into_iter().for_each(|ty| held_inline(ty, targets));
    });
    for definition in api.definitions.iter_mut() {
        definition.sent = sent.contains(&definition.reference);
        set_boxes(definition, &inline);
    }
    set_pages(api, diagnostics);
}

/// The types right inside a schema.
fn parts(shape: &Shape) -> Vec<&Type> {
    match shape {
        Shape::Struct(fields) => fields.iter().map(|field| &field.ty).collect(),
        Shape::Enum(_) => Vec::new(),
        Shape::Kinds(alternatives) => alternatives.iter().map(|alternative| &alternative.ty).collect(),
        Shape::Tagged { variants, .. } => variants.iter().map(|variant| &variant.ty).collect(),
        Shape::Alias(ty) => vec![ty],
    }
}

fn edges(definitions: &[Definition], held: &dyn Fn(&Type, &mut BTreeSet<Reference>)) -> Edges {
    let mut edges = Edges::new();
    for definition in definitions {
        let targets = edges.entry(definition.reference.clone()).or_default();
        parts(&definition.shape).into_iter().for_each(|ty| held(ty, targets));
    }
    edges
}

/// Schemas that a type names at any depth.
fn held_anywhere(ty: &Type, targets: &mut BTreeSet<Reference>) {
    match ty {
        Type::Array(of) | Type::Map(of) | Type::Nullable(of) => held_anywhere(of, targets),
        Type::Also(_, of) => held_anywhere(of, targets),
        Type::Alias(reference, of) => {
            targets.insert(reference.clone());
            held_anywhere(of, targets);
        }
        Type::Struct(reference) | Type::Enum(reference) | Type::Union(reference) => {
            targets.insert(reference.clone());
        }
        _ => {}
    }
}

/// Schemas that lie inside a value of the type, not behind a list or a map.
fn held_inline(ty: &Type, targets: &mut BTreeSet<Reference>) {
    match ty {
        Type::Nullable(of) => held_inline(of, targets),
        Type::Alias(_, of) | Type::Also(_, of) => held_inline(of, targets),
        Type::Struct(reference) | Type::Union(reference) => {
            targets.insert(reference.clone());
        }
        _ => {}
    }
}

fn reachable(edges: &Edges, from: &[Type]) -> BTreeSet<Reference> {
    let mut found = BTreeSet::new();
    let mut next = BTreeSet::new();
    from.iter().for_each(|ty| held_anywhere(ty, &mut next));
    while let Some(reference) = next.pop_first() {
        let targets = edges.get(&reference).into_iter().flatten();
        next.extend(targets.filter(|target| !found.contains(*target) && **target != reference).cloned());
        found.insert(reference);
    }
    found
}

/// Reports the schemas that nothing leads to. `roots` are the types that operations name.
pub(super) fn report_unused(api: &Api, roots: &[Type], diagnostics: &mut Diagnostics) {
    let used = reachable(&edges(&api.definitions, &held_anywhere), roots);
    for definition in api.definitions.iter().filter(|definition| !used.contains(&definition.reference)) {
        diagnostics.unused_component(definition.at, "schemas", &definition.wire);
    }
}

/// Makes required fields optional where no finite value could have them, and says so: an object that has to hold
/// another of its own kind without end.
pub(super) fn loosen_endless(definitions: &mut Definitions, diagnostics: &mut Diagnostics) {
    let held = Held::of(definitions, &|shape, targets| {
        let fields = if let Shape::Struct(fields) = shape { fields.as_slice() } else { &[] };
        for field in fields.iter().filter(|field| field.required) {
            if let Type::Struct(reference) = field.ty.plain() {
                targets.insert(reference.clone());
            }
        }
    });
    for definition in definitions.iter_mut() {
        let Shape::Struct(fields) = &mut definition.shape else {
            continue;
        };
        for field in fields.iter_mut().filter(|field| field.required) {
            let is_endless = match field.ty.plain() {
                Type::Struct(target) => held.is_circle(&definition.reference, target),
                _ => false,
            };
            if is_endless {
                field.required = false;
                diagnostics.no_finite_value(field.at, &definition.wire, &field.wire);
            }
        }
    }
}

/// Which schemas hold each other in a circle.
struct Held {
    /// The number of each schema's circle, which may be its own alone.
    circles: BTreeMap<Reference, usize>,
}

impl Held {
    /// `held` gathers the schemas that one of a shape holds.
    fn of(definitions: &[Definition], held: &dyn Fn(&Shape, &mut BTreeSet<Reference>)) -> Self {
        let places = definitions.iter().enumerate();
        let places: BTreeMap<&Reference, usize> =
            places.map(|(place, definition)| (&definition.reference, place)).collect();
        let edges: Vec<Vec<usize>> = definitions
            .iter()
            .map(|definition| {
                let mut targets = BTreeSet::new();
                held(&definition.shape, &mut targets);
                targets.iter().filter_map(|target| places.get(target).copied()).collect()
            })
            .collect();
        let numbers = circles::components(&edges);
        Self { circles: definitions.iter().map(|definition| definition.reference.clone()).zip(numbers).collect() }
    }

    /// Whether a schema that an owner holds leads back to the owner.
    fn is_circle(&self, owner: &Reference, held: &Reference) -> bool {
        self.circles.get(owner).is_some_and(|circle| self.circles.get(held) == Some(circle))
    }
}

fn set_boxes(definition: &mut Definition, inline: &Held) {
    let owner = definition.reference.clone();
    let boxed = |ty: &Type| {
        let mut targets = BTreeSet::new();
        held_inline(ty, &mut targets);
        targets.iter().any(|target| inline.is_circle(&owner, target))
    };
    match &mut definition.shape {
        Shape::Struct(fields) => fields.iter_mut().for_each(|field| field.boxed = boxed(&field.ty)),
        Shape::Kinds(alternatives) => {
            alternatives.iter_mut().for_each(|alternative| alternative.boxed = boxed(&alternative.ty))
        }
        Shape::Tagged { variants, .. } => variants.iter_mut().for_each(|variant| variant.boxed = boxed(&variant.ty)),
        Shape::Enum(_) | Shape::Alias(_) => {}
    }
}

/// Tells the schemas of listings how they are taken apart.
fn set_pages(api: &mut Api, diagnostics: &mut Diagnostics) {
    let mut pages: BTreeMap<Reference, PageShape> = BTreeMap::new();
    for operation in &api.operations {
        let (Some(paging), Some(answer)) = (&operation.paging, &operation.answer) else {
            continue;
        };
        let (Some(definition), Some(page)) = (api.definition(answer), page_shape(api, answer, paging)) else {
            continue;
        };
        let same = |other: &PageShape| other.items == page.items && other.limit == page.limit && other.key == page.key;
        if !pages.get(&definition.reference).is_none_or(same) {
            diagnostics.pages_differ(paging.at, &definition.wire);
        }
        pages.insert(definition.reference.clone(), page);
    }
    for definition in api.definitions.iter_mut() {
        definition.page = pages.remove(&definition.reference);
    }
}

fn page_shape(api: &Api, answer: &Type, paging: &Paging) -> Option<PageShape> {
    let fields = api.fields(answer)?;
    let named = |fields: &'_ [Field], wire: &str| fields.iter().position(|field| field.wire == wire);
    let items = fields.get(named(fields, &paging.items)?)?;
    let Type::Array(item) = items.ty.plain() else {
        return None;
    };
    let of_item = api.fields(item)?;
    let key = of_item.get(named(of_item, &paging.key)?)?;
    let limit = named(fields, &paging.limit).and_then(|index| fields.get(index));
    let limit = limit.filter(|field| matches!(field.ty.plain(), Type::Integer { .. }));
    Some(PageShape {
        items: items.name.clone(),
        items_required: items.required,
        item: (**item).clone(),
        limit: limit.map(|field| (field.name.clone(), field.required)),
        key: key.name.clone(),
        key_required: key.required,
    })
}
