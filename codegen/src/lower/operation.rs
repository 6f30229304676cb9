//! Paths and operations.

use super::Lowering;
use super::root::OperationNames;
use crate::diagnostic::Diagnostics;
use crate::docs;
use crate::model::{Command, Method, Operation, Origin, Parameter};
use crate::names::Name;
use crate::object::{self, Object, nearest};
use crate::tree::{Node, Place};

/// The methods, by their key in a path item.
const METHODS: [(&str, Method); 5] = [
    ("get", Method::Get),
    ("post", Method::Post),
    ("put", Method::Put),
    ("patch", Method::Patch),
    ("delete", Method::Delete),
];

/// What an operation shares with the others of its path.
struct Context<'t, 'c> {
    path: &'t Node,
    method: Method,
    shared: &'t [Node],
    tags: &'c [&'t str],
}

impl<'t> Lowering<'t, '_> {
    /// All operations, in the order of the spec.
    pub(super) fn operations(&mut self, paths: Option<&'t Node>, tags: &[&'t str]) -> Vec<Operation> {
        let mut names = OperationNames::new();
        let mut operations = Vec::new();
        for (path, node) in self.entries(paths, "paths") {
            self.check_path(path);
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
        if !text.starts_with('/') || !text.chars().all(plain) || !balanced || !closed {
            self.diagnostics.malformed(path.at, "path", text, "'/', letters, digits, '-._~' and '{name}'");
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
        let [function, request, constant] = self.operation_names(&id, at, names);
        self.check_tags(&mut object, context.tags);
        let summary = object.require_text("summary", self.diagnostics);
        let summary = docs::sentence(summary.unwrap_or_default());
        let description = self.text(&mut object, "description");
        let source = self.origin(&mut object);
        let idempotent = self.idempotent(&mut object);
        let security = object.take("security");
        self.security(security);
        let own = object.take("parameters");
        let own = self.elements(own, "parameters");
        let parameters = self.parameters(context.shared.iter().chain(own), context.path.key());
        let mut examples = Vec::new();
        let body = object.take("requestBody").and_then(|node| self.body(node, &mut examples));
        let responses = object.require("responses", self.diagnostics);
        let (statuses, answer) = self.answers(responses, &mut examples);
        let paging = self.paging(&mut object, &parameters);
        let wait = self.wait(&mut object, answer.as_ref());
        let command = self.command(&mut object).unwrap_or_else(|| no_command(at));
        self.finish(object);
        let (arguments, setters) = self.call(at, &parameters, body.as_ref());
        let path = context.path.key().to_owned();
        Some(Operation {
            at,
            id,
            function,
            request,
            constant,
            method: context.method,
            path,
            summary,
            description,
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
        // One message is enough when all three names are taken, and none is needed when the id is missing.
        let quiet = &mut Diagnostics::default();
        let constant = names.constants.claim(id, at, quiet);
        let request = names.requests.claim(id, at, quiet);
        let diagnostics = if id.is_empty() { quiet } else { &mut *self.diagnostics };
        [names.functions.claim(id, at, diagnostics), request, constant]
    }

    fn check_tags(&mut self, object: &mut Object<'t>, known: &[&str]) {
        let tags = object.take("tags").map(|node| object::texts(node, "tags", self.diagnostics));
        for (at, tag) in tags.unwrap_or_default() {
            if !known.contains(&tag) {
                self.diagnostics.unknown_name(at, "tag", tag, nearest(tag, known.iter().copied()));
            }
        }
    }

    /// Path parameters in the order of the template, then query parameters in the order of the spec.
    fn parameters(&mut self, nodes: impl Iterator<Item = &'t Node>, path: &str) -> Vec<Parameter> {
        let mut parameters: Vec<Parameter> = Vec::new();
        for node in nodes {
            let Some(parameter) = self.parameter(node) else {
                continue;
            };
            if parameters.iter().any(|other| other.wire == parameter.wire) {
                self.diagnostics.second_parameter(node.at, &parameter.wire);
            } else {
                parameters.push(parameter);
            }
        }
        let place = |parameter: &Parameter| match parameter.in_path {
            true => path.find(&format!("{{{}}}", parameter.wire)).unwrap_or(usize::MAX - 1),
            false => usize::MAX,
        };
        parameters.sort_by_key(place);
        parameters
    }

    /// The `x-source` of an operation or a schema.
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
        if form != "0000-00-00" {
            self.diagnostics.malformed(date.at, "date", text, "YYYY-MM-DD");
        }
        Origin { page, date: text.to_owned(), revision }
    }
}

fn no_command(at: Place) -> Command {
    Command { at, noun: String::new(), verb: String::new(), name: None, rows: None, columns: Vec::new() }
}
