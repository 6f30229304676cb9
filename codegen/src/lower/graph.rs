//! Properties that depend on references between schemas: boxed fields, constructors, pages and unused schemas.

use super::cycles;
use crate::diagnostic::Diagnostics;
use crate::model::{Api, Definition, Definitions, Field, PageShape, Paging, Reference, Shape, Type};
use std::collections::{BTreeMap, BTreeSet};

/// The schemas that each schema contains.
type Edges = BTreeMap<Reference, BTreeSet<Reference>>;

/// Adds the schemas to the model and computes the properties that depend on references.
pub(super) fn connect(api: &mut Api, definitions: Definitions, diagnostics: &mut Diagnostics) {
    api.definitions = definitions;
    let references = edges(&api.definitions, &add_references);
    let bodies: Vec<Type> =
        api.operations.iter().filter_map(|operation| Some(operation.body.as_ref()?.ty.clone())).collect();
    let sent = reachable(&references, &bodies);
    let inline = Cycles::find(&api.definitions, &|shape, targets| {
        parts(shape).into_iter().for_each(|ty| add_inline_references(ty, targets));
    });
    for definition in api.definitions.iter_mut() {
        definition.sent = sent.contains(&definition.reference);
        set_boxes(definition, &inline);
    }
    set_pages(api, diagnostics);
}

/// Returns the types directly in a schema.
fn parts(shape: &Shape) -> Vec<&Type> {
    match shape {
        Shape::Struct(fields) => fields.iter().map(|field| &field.ty).collect(),
        Shape::Enum(_) => Vec::new(),
        Shape::Kinds(alternatives) => alternatives.iter().map(|alternative| &alternative.ty).collect(),
        Shape::Tagged { variants, .. } => variants.iter().map(|variant| &variant.ty).collect(),
        Shape::Alias(ty) => vec![ty],
    }
}

fn edges(definitions: &[Definition], add_targets: &dyn Fn(&Type, &mut BTreeSet<Reference>)) -> Edges {
    let mut edges = Edges::new();
    for definition in definitions {
        let targets = edges.entry(definition.reference.clone()).or_default();
        parts(&definition.shape).into_iter().for_each(|ty| add_targets(ty, targets));
    }
    edges
}

/// Adds the schemas that a type refers to at any depth.
fn add_references(ty: &Type, targets: &mut BTreeSet<Reference>) {
    match ty {
        Type::Array(of) | Type::Map(of) | Type::Nullable(of) => add_references(of, targets),
        Type::Also(_, of) => add_references(of, targets),
        Type::Alias(reference, of) => {
            targets.insert(reference.clone());
            add_references(of, targets);
        }
        Type::Struct(reference) | Type::Enum(reference) | Type::Union(reference) => {
            targets.insert(reference.clone());
        }
        _ => {}
    }
}

/// Adds the schemas that a value of the type contains directly, without a list or a map between.
fn add_inline_references(ty: &Type, targets: &mut BTreeSet<Reference>) {
    match ty {
        Type::Nullable(of) => add_inline_references(of, targets),
        Type::Alias(_, of) | Type::Also(_, of) => add_inline_references(of, targets),
        Type::Struct(reference) | Type::Union(reference) => {
            targets.insert(reference.clone());
        }
        _ => {}
    }
}

fn reachable(edges: &Edges, from: &[Type]) -> BTreeSet<Reference> {
    let mut found = BTreeSet::new();
    let mut next = BTreeSet::new();
    from.iter().for_each(|ty| add_references(ty, &mut next));
    while let Some(reference) = next.pop_first() {
        let targets = edges.get(&reference).into_iter().flatten();
        next.extend(targets.filter(|target| !found.contains(*target) && **target != reference).cloned());
        found.insert(reference);
    }
    found
}

/// Reports unused schemas. `roots` are the types that operations name.
pub(super) fn report_unused(api: &Api, roots: &[Type], diagnostics: &mut Diagnostics) {
    let used = reachable(&edges(&api.definitions, &add_references), roots);
    for definition in api.definitions.iter().filter(|definition| !used.contains(&definition.reference)) {
        diagnostics.unused_component(definition.at, "schemas", &definition.wire);
    }
}

/// Makes required fields optional if no finite value can have them, because each object would contain another of its
/// type. Adds a notice for each.
pub(super) fn relax_infinite_fields(definitions: &mut Definitions, diagnostics: &mut Diagnostics) {
    let cycles = Cycles::find(definitions, &|shape, targets| {
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
            let is_infinite = match field.ty.plain() {
                Type::Struct(target) => cycles.are_in_cycle(&definition.reference, target),
                _ => false,
            };
            if is_infinite {
                field.required = false;
                diagnostics.no_finite_value(field.at, &definition.wire, &field.wire);
            }
        }
    }
}

/// Cycles of schemas that contain each other.
struct Cycles {
    /// Number of the component of each schema.
    components: BTreeMap<Reference, usize>,
}

impl Cycles {
    /// Finds the cycles. `add_targets` adds the schemas that a shape contains.
    fn find(definitions: &[Definition], add_targets: &dyn Fn(&Shape, &mut BTreeSet<Reference>)) -> Self {
        let places = definitions.iter().enumerate();
        let places: BTreeMap<&Reference, usize> =
            places.map(|(place, definition)| (&definition.reference, place)).collect();
        let edges: Vec<Vec<usize>> = definitions
            .iter()
            .map(|definition| {
                let mut targets = BTreeSet::new();
                add_targets(&definition.shape, &mut targets);
                targets.iter().filter_map(|target| places.get(target).copied()).collect()
            })
            .collect();
        let numbers = cycles::components(&edges);
        Self { components: definitions.iter().map(|definition| definition.reference.clone()).zip(numbers).collect() }
    }

    /// Returns true if a schema that `owner` contains leads back to `owner`.
    fn are_in_cycle(&self, owner: &Reference, target: &Reference) -> bool {
        self.components.get(owner).is_some_and(|number| self.components.get(target) == Some(number))
    }
}

fn set_boxes(definition: &mut Definition, inline: &Cycles) {
    let owner = definition.reference.clone();
    let boxed = |ty: &Type| {
        let mut targets = BTreeSet::new();
        add_inline_references(ty, &mut targets);
        targets.iter().any(|target| inline.are_in_cycle(&owner, target))
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

/// Sets the page shape of each schema that is a page of a listing.
fn set_pages(api: &mut Api, diagnostics: &mut Diagnostics) {
    let mut pages: BTreeMap<Reference, PageShape> = BTreeMap::new();
    for operation in &api.operations {
        let (Some(paging), Some(response)) = (&operation.paging, &operation.answer) else {
            continue;
        };
        let (Some(definition), Some(page)) = (api.definition(response), page_shape(api, response, paging)) else {
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

fn page_shape(api: &Api, response: &Type, paging: &Paging) -> Option<PageShape> {
    let fields = api.fields(response)?;
    let named = |fields: &'_ [Field], wire: &str| fields.iter().position(|field| field.wire == wire);
    let items = fields.get(named(fields, &paging.items)?)?;
    let Type::Array(item) = items.ty.plain() else {
        return None;
    };
    let item_fields = api.fields(item)?;
    let key = item_fields.get(named(item_fields, &paging.key)?)?;
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
