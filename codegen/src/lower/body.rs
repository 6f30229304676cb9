//! Bodies of requests and responses, and their documented examples.

use super::lowering::Lowering;
use crate::model::{Body, Example, Field, Fill, Note, Shape, Statuses, Type};
use crate::object::{self};
use crate::tree::Node;

impl<'t> Lowering<'t, '_> {
    /// Lowers the body of a request.
    pub(super) fn body(&mut self, node: &'t Node, examples: &mut Vec<Example>) -> Option<Body> {
        let mut object = self.object(node, "request body")?;
        let description = self.text(&mut object, "description");
        let notes = self.notes(&mut object);
        let required = object.boolean("required", self.diagnostics).unwrap_or_default();
        let content = object.require("content", self.diagnostics);
        self.finish(object);
        let ty = self.content(content?, true, examples)?;
        let fill = self.fill(&ty, required);
        Some(Body { required, ty, description, notes, fill })
    }

    fn fill(&self, ty: &Type, required: bool) -> Fill {
        let fields = self.fields_of(ty);
        let optional_only = fields.is_some_and(|fields| fields.iter().all(|field| !field.required));
        match (fields, required) {
            (Some(_), true) => Fill::Fields,
            (Some(_), false) if optional_only => Fill::OptionalFields,
            (_, true) => Fill::Argument,
            (_, false) => Fill::Setter,
        }
    }

    /// Returns the fields of an object. All schemas must have been lowered.
    pub(super) fn fields_of(&self, ty: &Type) -> Option<&[Field]> {
        let Type::Struct(reference) = ty.plain() else {
            return None;
        };
        let definition = self.definitions.find(reference)?;
        match &definition.shape {
            Shape::Struct(fields) => Some(fields),
            _ => None,
        }
    }

    /// Lowers the responses. Returns the status codes, the common type of the success responses, and the notes.
    pub(super) fn responses(
        &mut self,
        node: Option<&'t Node>,
        examples: &mut Vec<Example>,
    ) -> (Statuses, Option<Type>, Vec<Note>) {
        let (mut statuses, mut notes) = (Statuses::default(), Vec::new());
        let mut body: Option<Option<Type>> = None;
        for (code, response) in self.entries(node, "responses") {
            let Some(number) = status(code.key()) else {
                self.diagnostics.malformed(code.at, "status code", code.key(), "three digits, 200-599");
                continue;
            };
            if !(200..300).contains(&number) {
                statuses.errors.push(number);
                // The client reads error bodies without a schema, so any body is accepted.
                let response = self.follow(response, "responses");
                let note = response.and_then(|response| response.get("x-notes")).map(|node| self.note(node));
                notes.extend(Note::of(format!("Response {number}"), note.unwrap_or_default()));
                continue;
            }
            let mut documented = Vec::new();
            let (ty, note) = self.response(response, &mut documented).unwrap_or_default();
            notes.extend(Note::of(format!("Response {number}"), note));
            statuses.success.push(number);
            examples.append(&mut documented);
            if body.as_ref().is_some_and(|first| *first != ty) {
                self.diagnostics.responses_differ(code.at);
            }
            body.get_or_insert(ty);
        }
        if let (Some(node), true) = (node, statuses.success.is_empty()) {
            self.diagnostics.no_success(node.at);
        }
        (statuses, body.flatten(), notes)
    }

    /// Lowers a response. Returns its type and notes; `None` if an error was reported.
    fn response(&mut self, node: &'t Node, examples: &mut Vec<Example>) -> Option<(Option<Type>, String)> {
        let node = self.follow(node, "responses")?;
        let mut object = self.object(node, "response")?;
        object.require_text("description", self.diagnostics);
        let notes = self.notes(&mut object);
        let content = object.take("content");
        self.finish(object);
        Some((content.and_then(|content| self.content(content, false, examples)), notes))
    }

    /// Returns the type of `content`, which must be JSON.
    fn content(&mut self, node: &'t Node, is_request: bool, examples: &mut Vec<Example>) -> Option<Type> {
        let mut media = self.object(node, "content")?;
        let json = media.require("application/json", self.diagnostics);
        self.finish(media);
        let mut object = self.object(json?, "media type")?;
        let schema = object.require("schema", self.diagnostics);
        let documented = object.take("examples");
        self.finish(object);
        let ty = self.nested(schema?, "the schema of a body");
        self.roots.push(ty.clone());
        for (_, example) in self.entries(documented, "examples") {
            examples.extend(self.example(example, is_request, &ty));
        }
        Some(ty)
    }

    fn example(&mut self, node: &'t Node, is_request: bool, ty: &Type) -> Option<Example> {
        let mut object = self.object(node, "example")?;
        self.text(&mut object, "summary");
        self.text(&mut object, "description");
        let notes = self.notes(&mut object);
        let value = object.require("externalValue", self.diagnostics);
        self.finish(object);
        let at = value?.at;
        let text = object::text(value?, self.diagnostics)?;
        let plain = |character: char| character.is_ascii_alphanumeric() || "-._".contains(character);
        let file = text.strip_prefix("examples/").filter(|file| file.chars().all(plain) && file.ends_with(".json"));
        let Some(file) = file else {
            self.diagnostics.malformed(at, "externalValue", text, "examples/NAME.json");
            return None;
        };
        let test = self.tests.claim(file.trim_end_matches(".json"), at, self.diagnostics);
        Some(Example { at, is_request, file: file.to_owned(), test, ty: ty.clone(), notes })
    }
}

fn status(code: &str) -> Option<u16> {
    let number: u16 = code.parse().ok()?;
    (code.len() == 3 && (200..600).contains(&number)).then_some(number)
}
