//! Paths and operations.

use super::lowering::Lowering;
use super::root::OperationNames;
use crate::diagnostic::Diagnostics;
use crate::docs;
use crate::model::{Command, Method, Note, Operation, Origin, Parameter, ParameterPlace};
use crate::names::{self, Name};
use crate::object::{self, Object};
use crate::tree::{Node, Place};
use std::collections::{BTreeMap, BTreeSet};

/// HTTP methods, by their key in a path item.
const METHODS: [(&str, Method); 5] = [
    ("get", Method::Get),
    ("post", Method::Post),
    ("put", Method::Put),
    ("patch", Method::Patch),
    ("delete", Method::Delete),
];

/// Properties that all operations of a path share.
struct Context<'t, 'c> {
    path: &'t Node,
    method: Method,
    shared: &'t [Node],
    tags: &'c BTreeSet<&'c str>,
}

impl<'t> Lowering<'t, '_> {
    /// Lowers all operations, in the order of the spec.
    pub(super) fn operations(&mut self, paths: Option<&'t Node>, tags: &BTreeSet<&str>) -> Vec<Operation> {
        let mut names = OperationNames::new();
        let mut operations = Vec::new();
        for (path, node) in self.entries(paths, "paths") {
            self.check_path(path);
            names::check_path_length(path.key(), path.at, self.diagnostics);
            let Some(node) = self.follow(node, "pathItems") else {
                continue;
            };
            let Some(mut item) = self.object(node, "path") else {
                continue;
            };
            let shared = item.take("parameters");
            let shared = self.elements(shared, "parameters");
            let mut found: Vec<(&'t Node, Method)> = Vec::new();
            for (key, method) in METHODS {
                found.extend(item.take(key).map(|node| (node, method)));
            }
            self.finish(item);
            found.sort_by_key(|(node, _)| node.at);
            for (node, method) in found {
                let context = Context { path, method, shared, tags };
                operations.extend(self.operation(node, &context, &mut names));
            }
        }
        operations
    }

    fn check_path(&mut self, path: &'t Node) {
        let text = path.key();
        let plain = |character: char| character.is_ascii_alphanumeric() || "-._~/{}".contains(character);
        let balanced =
            text.split('{').skip(1).all(|part| part.split_once('}').is_some_and(|(name, _)| !name.is_empty()));
        let closed = text.matches('{').count() == text.matches('}').count();
        // Nested braces leave an extra '}'.
        let flat = text.split('{').skip(1).all(|part| part.matches('}').count() == 1) && !text.starts_with('}');
        if !text.starts_with('/') || !text.chars().all(plain) || !balanced || !closed || !flat {
            self.diagnostics.malformed(path.at, "path", text, "'/', letters, digits, '-._~' and '{name}'");
        } else if let Some(segment) = text.split('/').find(|segment| !is_whole(segment)) {
            self.diagnostics.compound_segment(path.at, segment);
        } else if let Some(segment) = text.split('/').find(|segment| matches!(*segment, "." | "..")) {
            self.diagnostics.dot_segment(path.at, segment);
        }
    }

    fn operation(
        &mut self,
        node: &'t Node,
        context: &Context<'t, '_>,
        names: &mut OperationNames,
    ) -> Option<Operation> {
        let mut object = self.object(node, "operation")?;
        let id = object.require("operationId", self.diagnostics);
        let at = id.map_or(object.at, |id| id.at);
        let id = id.and_then(|id| object::text(id, self.diagnostics)).unwrap_or_default().to_owned();
        check_id(&id, at, self.diagnostics);
        let [function, request, constant] = self.operation_names(&id, at, names);
        let tag = self.tag(&mut object, context.tags);
        let summary = object.require_text("summary", self.diagnostics);
        let summary = docs::sentence(summary.unwrap_or_default());
        let description = self.text(&mut object, "description");
        let own_notes = self.notes(&mut object);
        let source = self.origin(&mut object);
        let idempotent = self.idempotent(&mut object);
        let security = object.take("security");
        let security_notes = self.security(security);
        let own = object.take("parameters");
        let own = self.elements(own, "parameters");
        let parameters = self.parameters(context.shared.iter().chain(own), context.path.key());
        let mut examples = Vec::new();
        let body = object.take("requestBody").and_then(|node| self.body(node, &mut examples));
        let responses = object.require("responses", self.diagnostics);
        let (statuses, answer, mut notes) = self.responses(responses, &mut examples);
        notes.splice(0..0, Note::of(String::new(), own_notes).into_iter().chain(security_notes));
        let paging = self.paging(&mut object, &parameters);
        let wait = self.wait(&mut object, answer.as_ref());
        let command = self.command(&mut object).unwrap_or_else(|| no_command(at));
        self.finish(object);
        let (arguments, setters) = self.call(at, &parameters, body.as_ref(), paging.as_ref());
        let path = context.path.key().to_owned();
        Some(Operation {
            tag,
            at,
            id,
            function,
            request,
            constant,
            method: context.method,
            path,
            summary,
            description,
            notes,
            source,
            idempotent,
            parameters,
            body,
            arguments,
            setters,
            statuses,
            answer,
            paging,
            wait,
            command,
            examples,
        })
    }

    fn idempotent(&mut self, object: &mut Object<'t>) -> bool {
        object.require("x-idempotent", self.diagnostics);
        object.boolean("x-idempotent", self.diagnostics).unwrap_or_default()
    }

    fn operation_names(&mut self, id: &str, at: Place, names: &mut OperationNames) -> [Name; 3] {
        // A duplicate ID is reported for the method name only. A missing ID was reported already.
        let quiet = &mut Diagnostics::default();
        let constant = names.constants.claim_again(id, at, quiet);
        if id.is_empty() {
            return [names.functions.claim_again(id, at, quiet), names.requests.claim_again(id, at, quiet), constant];
        }
        let request = names.requests.claim_again(id, at, self.diagnostics);
        [names.functions.claim(id, at, self.diagnostics), request, constant]
    }

    /// Returns the first tag of an operation, which is its group. Reports tags that are not declared.
    fn tag(&mut self, object: &mut Object<'t>, known: &BTreeSet<&str>) -> Option<String> {
        let tags = object.take("tags").map(|node| object::texts(node, "tags", self.diagnostics)).unwrap_or_default();
        for (at, tag) in &tags {
            if !known.contains(tag) {
                let similar = self.diagnostics.similar(tag, known.iter().copied());
                self.diagnostics.unknown_name(*at, "tag", tag, similar);
            }
        }
        tags.first().map(|(_, tag)| (*tag).to_owned())
    }

    /// Lowers path parameters in the order of the template, then query parameters in the order of the spec.
    fn parameters(&mut self, nodes: impl Iterator<Item = &'t Node>, path: &str) -> Vec<Parameter> {
        let mut parameters: Vec<Parameter> = Vec::new();
        let mut known = BTreeSet::new();
        for node in nodes {
            let Some(parameter) = self.parameter(node) else {
                continue;
            };
            // Names of headers are the same in upper and lower case.
            let key = match parameter.place {
                ParameterPlace::Header => parameter.wire.to_ascii_lowercase(),
                _ => parameter.wire.clone(),
            };
            if known.insert(key) {
                parameters.push(parameter);
            } else {
                self.diagnostics.duplicate_parameter(node.at, &parameter.wire);
            }
        }
        let names = path.split('{').skip(1).enumerate();
        let positions: BTreeMap<&str, usize> =
            names.filter_map(|(position, part)| Some((part.split_once('}')?.0, position))).collect();
        let position = |parameter: &Parameter| match parameter.is_in_path() {
            true => positions.get(parameter.wire.as_str()).copied().unwrap_or(usize::MAX - 1),
            false => usize::MAX,
        };
        parameters.sort_by_key(position);
        parameters
    }

    /// Lowers the `x-source` of an operation or a schema.
    pub(super) fn origin(&mut self, object: &mut Object<'t>) -> Origin {
        let source = object.require("x-source", self.diagnostics);
        let Some(mut source) = source.and_then(|node| self.object(node, "x-source")) else {
            return Origin::default();
        };
        let page = source.text_or_empty("page", self.diagnostics);
        let date = source.take("date");
        let revision = source.text_or_empty("revision", self.diagnostics);
        let Some(date) = date else {
            self.diagnostics.missing_key(source.at, "date", "x-source");
            return Origin { page, date: String::new(), revision };
        };
        self.finish(source);
        let text = object::text(date, self.diagnostics).unwrap_or_default();
        let form: String =
            text.chars().map(|character| if character.is_ascii_digit() { '0' } else { character }).collect();
        if form != "0000-00-00" && text != Origin::NO_DATE {
            self.diagnostics.malformed(date.at, "date", text, "YYYY-MM-DD, or 'unknown'");
        }
        Origin { page, date: text.to_owned(), revision }
    }
}

/// Checks an operationId. It becomes the name of a method and is not sent.
fn check_id(id: &str, at: Place, diagnostics: &mut Diagnostics) {
    let plain = |character: char| character.is_ascii_alphanumeric() || "._- /".contains(character);
    if !id.chars().all(plain) {
        let shown: String = id.escape_debug().take(names::MAX_LENGTH).collect();
        diagnostics.bad_name(at, "operation", &shown, "letters, digits and '._-'");
    }
    names::check_length(id, at, diagnostics);
}

/// Returns true if a path segment is either one parameter or has none. In a mixed segment the bounds of a value are
/// ambiguous.
fn is_whole(segment: &str) -> bool {
    !segment.contains('{') || (segment.starts_with('{') && segment.ends_with('}') && segment.matches('{').count() == 1)
}

fn no_command(at: Place) -> Command {
    Command { at, noun: String::new(), verb: String::new(), name: None, rows: None, columns: Vec::new() }
}
