//! Lowers schemas to types.

use super::components::Key;
use super::lowering::Lowering;
use super::outline::{Outline, null_and_other};
use crate::model::{Form, Literal, Type};
use crate::object::{self, Object, float};
use crate::tree::{Kind, Node, Place, Value};
use std::sync::Arc;

/// Maximum nesting of lists, maps and null in a type. Each use of the type writes all levels.
const MAX_LEVELS: usize = 16;

/// Type of a schema, with the keys that describe its use.
#[derive(Debug)]
pub(super) struct Described {
    pub(super) ty: Type,
    pub(super) description: String,
    pub(super) notes: String,
    pub(super) default: Option<String>,
    pub(super) example: Option<Literal>,
}

impl Described {
    /// Returns a placeholder for an invalid schema, which was reported.
    fn unknown(description: String, notes: String) -> Self {
        Self { ty: Type::Any(String::new()), description, notes, default: None, example: None }
    }
}

impl<'t> Lowering<'t, '_> {
    /// Lowers the type of an alias.
    pub(super) fn alias(&mut self, key: Key<'t>, object: &mut Object<'t>) -> Option<Type> {
        self.following.push(key);
        let ty = self.shape(object);
        self.following.pop();
        self.aliases.insert(key, ty.clone().map(Arc::new));
        ty
    }

    fn referenced(&mut self, reference: &'t Node) -> Option<Type> {
        let (key, node) = self.resolve(reference, "schemas")?;
        let (name, outline) = self.references.get(&key)?.clone();
        match outline {
            Outline::Struct => Some(Type::Struct(name)),
            Outline::Enum => Some(Type::Enum(name)),
            Outline::Union => Some(Type::Union(name)),
            Outline::Alias if self.following.contains(&key) => {
                self.diagnostics.reference_cycle(reference.at, key.name);
                None
            }
            // Each alias adds at least one level.
            Outline::Alias if self.following.len() >= MAX_LEVELS => {
                self.diagnostics.too_many_levels(reference.at, MAX_LEVELS);
                None
            }
            Outline::Alias => {
                if !self.aliases.contains_key(&key) {
                    let mut object = self.object(node, "schema")?;
                    self.alias(key, &mut object);
                }
                let ty = self.aliases.get(&key)?.clone()?;
                Some(Type::Alias(name, ty))
            }
        }
    }

    /// Lowers a schema with the keys that describe its use.
    pub(super) fn described(&mut self, node: &'t Node) -> Described {
        match self.schema_object(node) {
            Some(object) => self.describe(object),
            None => Described::unknown(String::new(), String::new()),
        }
    }

    /// Returns a reader of the keys of a schema. Reports `true`, which accepts any value.
    pub(super) fn schema_object(&mut self, node: &'t Node) -> Option<Object<'t>> {
        if node.value() == Some(Value::Boolean(true)) {
            self.diagnostics.open_without_reason(node.at);
            return None;
        }
        self.object(node, "schema")
    }

    /// Lowers a schema without a type. Reports a missing reason in `x-open`.
    fn open(&mut self, object: &mut Object<'t>) -> Type {
        let reason = self.text(object, "x-open");
        if reason.trim().is_empty() {
            self.diagnostics.open_without_reason(object.at);
        }
        Type::Any(reason)
    }

    /// Lowers a nested schema. Adds a notice for keys that have no effect there.
    pub(super) fn nested(&mut self, node: &'t Node, what: &'static str) -> Type {
        for key in ["default", "example", "examples"] {
            if node.get("$ref").is_none() && node.get(key).is_some() {
                self.diagnostics.unused_key(node.at, key, what);
            }
        }
        if let Some(notes) = node.get("x-notes") {
            self.diagnostics.unused_key(notes.at, "x-notes", what);
        }
        self.described(node).ty
    }

    /// Lowers a schema whose caller has read other keys already.
    pub(super) fn describe(&mut self, mut object: Object<'t>) -> Described {
        let description = self.text(&mut object, "description");
        let notes = self.notes(&mut object);
        let default = object.take("default");
        let (example, examples) = (object.take("example"), object.take("examples"));
        let Some(ty) = self.shape(&mut object) else {
            return Described::unknown(description, notes);
        };
        let at = object.at;
        self.finish(object);
        if ty.levels() > MAX_LEVELS {
            self.diagnostics.too_many_levels(at, MAX_LEVELS);
            return Described::unknown(description, notes);
        }
        let default = default.filter(|node| self.documented_scalar(node, "default", &ty).is_some());
        let default = default.map(|node| node.key().to_owned());
        let listed = self.elements(examples, "examples").first();
        let (key, example) = if listed.is_some() { ("examples", listed) } else { ("example", example) };
        let example = example.and_then(|node| self.documented_scalar(node, key, &ty));
        // An example call cannot pass a literal for an option.
        let example = example.filter(|_| !matches!(ty.plain(), Type::Nullable(_)));
        Described { ty, description, notes, default, example }
    }

    /// Returns a scalar that documentation shows. Reports a value of another type. Adds a notice if it is not a scalar.
    fn documented_scalar(&mut self, node: &Node, key: &str, ty: &Type) -> Option<Literal> {
        match ty.plain() {
            Type::Nullable(_) if node.value() == Some(Value::Null) => None,
            Type::Nullable(of) => self.documented_scalar(node, key, of),
            Type::Array(_) | Type::Map(_) | Type::Struct(_) | Type::Union(_) | Type::True => {
                self.diagnostics.unused_key(node.at, key, "a schema of lists or objects");
                None
            }
            Type::Any(_) if node.value().is_none() => {
                self.diagnostics.unused_key(node.at, key, "a schema of any value");
                None
            }
            _ => self.literal(node, ty),
        }
    }

    /// Returns a scalar of a type. Reports a value of another type or outside its range.
    pub(super) fn literal(&mut self, node: &Node, ty: &Type) -> Option<Literal> {
        let literal = match (node.value(), ty.plain()) {
            (
                Some(Value::Text(text)),
                Type::Text { .. } | Type::DateTime | Type::DateTimeLocal | Type::Enum(_) | Type::Any(_),
            ) => Some(Literal::Text(text.to_owned())),
            (Some(Value::Integer(value)), Type::Integer { minimum, maximum })
                if is_between(&value, minimum.as_ref(), maximum.as_ref()) =>
            {
                Some(Literal::Integer(value))
            }
            (Some(value), Type::Number { minimum, maximum }) => {
                let value = float(value).filter(|value| is_between(value, minimum.as_ref(), maximum.as_ref()));
                value.map(Literal::Number)
            }
            (Some(Value::Boolean(value)), Type::Boolean) => Some(Literal::Boolean(value)),
            _ => None,
        };
        if literal.is_none() {
            self.diagnostics.value_mismatch(node.at, node.found());
        }
        literal
    }

    /// Lowers the remaining keys of a schema to a type. Returns `None` if an error was reported.
    fn shape(&mut self, object: &mut Object<'t>) -> Option<Type> {
        if let Some(reference) = object.take("$ref") {
            return self.referenced(reference);
        }
        if let Some((key, one_of)) = object.entry("oneOf") {
            let Some(other) = null_and_other(Some(one_of)) else {
                self.diagnostics.needs_name(key.at, "a 'oneOf'");
                return None;
            };
            return Some(Type::Nullable(Box::new(self.nested(other, "a member of 'oneOf'"))));
        }
        for (key, what) in [("enum", "an 'enum'"), ("properties", "an object with fields")] {
            if let Some((key, _)) = object.entry(key) {
                self.diagnostics.needs_name(key.at, what);
                return None;
            }
        }
        let Some(ty) = object.take("type") else {
            return Some(self.open(object));
        };
        let Kind::Sequence(names) = &ty.kind else {
            let documented = self.typed(ty, object)?;
            return Some(self.forms(object, documented));
        };
        match names.as_slice() {
            [one, null] if null.key() == "null" && one.key() != "null" => {
                self.typed(one, object).map(|ty| Type::Nullable(Box::new(ty)))
            }
            _ => {
                self.diagnostics.expected(ty.at, "a type, or a list of a type and \"null\"", "another list");
                None
            }
        }
    }

    /// Lowers `x-also`: the other forms of a type, and the contradiction that makes them necessary.
    fn forms(&mut self, object: &mut Object<'t>, documented: Type) -> Type {
        let Some(mut also) = object.take("x-also").and_then(|node| self.object(node, "x-also")) else {
            return documented;
        };
        let at = also.at;
        let names = also.require("forms", self.diagnostics);
        let because = also.require("because", self.diagnostics);
        if because.is_some_and(|node| object::text(node, self.diagnostics).is_some_and(|text| text.trim().is_empty())) {
            self.diagnostics.expected(at, "the contradiction in 'because'", "an empty string");
        }
        self.finish(also);
        let names = names.map(|node| object::texts(node, "forms", self.diagnostics)).unwrap_or_default();
        let forms: Vec<Form> = names.iter().filter_map(|(at, name)| self.form(*at, name, &documented)).collect();
        if names.is_empty() {
            self.diagnostics.expected(at, "at least one form in 'forms'", "none");
        }
        Type::Also(forms, Arc::new(documented))
    }

    fn form(&mut self, at: Place, name: &str, documented: &Type) -> Option<Form> {
        let Some(form) = Form::ALL.into_iter().find(|form| form.as_str() == name) else {
            self.diagnostics.unknown_value(at, "form", name, &Form::ALL.map(Form::as_str));
            return None;
        };
        if !form.is_of(documented) {
            let fitting = "'text' for a number or boolean, 'number' or 'boolean' for a string, or 'one' for a list";
            self.diagnostics.expected(at, fitting, &format!("'{name}' for another type"));
        }
        Some(form)
    }

    fn typed(&mut self, name: &'t Node, object: &mut Object<'t>) -> Option<Type> {
        match object::text(name, self.diagnostics)? {
            "string" => self.string(object),
            "integer" => Some(self.integer(object)),
            "number" => {
                self.format(object, &["double"]);
                let minimum = object.number("minimum", self.diagnostics);
                let maximum = object.number("maximum", self.diagnostics);
                self.check_range(object.at, minimum, maximum);
                Some(Type::Number { minimum, maximum })
            }
            "boolean" => Some(self.boolean(object)),
            "array" => {
                let items = object.require("items", self.diagnostics)?;
                Some(Type::Array(Box::new(self.nested(items, "the items of a list"))))
            }
            "object" => {
                let Some(values) = object.take("additionalProperties") else {
                    self.diagnostics.object_without_content(name.at);
                    return None;
                };
                Some(Type::Map(Box::new(self.nested(values, "the values of a map"))))
            }
            other => {
                let known = ["string", "integer", "number", "boolean", "array", "object"];
                self.diagnostics.unknown_value(name.at, "type", other, &known);
                None
            }
        }
    }

    /// Lowers an integer. Its range includes the limits of the format.
    fn integer(&mut self, object: &mut Object<'t>) -> Type {
        let format = self.format(object, &["int64", "int32"]);
        let mut minimum = object.integer("minimum", self.diagnostics);
        let mut maximum = object.integer("maximum", self.diagnostics);
        if format == Some("int32") {
            minimum = minimum.max(Some(i32::MIN.into()));
            maximum = Some(maximum.unwrap_or(i64::MAX).min(i32::MAX.into()));
        }
        self.check_range(object.at, minimum, maximum);
        Type::Integer { minimum, maximum }
    }

    /// Lowers a boolean. `const` is only supported here, and only as `true`.
    fn boolean(&mut self, object: &mut Object<'t>) -> Type {
        let Some(node) = object.take("const") else {
            return Type::Boolean;
        };
        if node.value() != Some(Value::Boolean(true)) {
            self.diagnostics.expected(node.at, "true", node.found());
        }
        Type::True
    }

    fn string(&mut self, object: &mut Object<'t>) -> Option<Type> {
        match self.format(object, &["date-time", "date-time-local"]) {
            Some("date-time-local") => return Some(Type::DateTimeLocal),
            Some("date-time") => return Some(Type::DateTime),
            _ => {}
        }
        let min_length = object.count("minLength", self.diagnostics);
        let max_length = object.count("maxLength", self.diagnostics);
        self.check_range(object.at, min_length, max_length);
        let pattern = self.pattern(object);
        let expected = object.text("x-expected", self.diagnostics).map(crate::safe_text::clean);
        Some(Type::Text { min_length, max_length, pattern, expected })
    }

    fn pattern(&mut self, object: &mut Object<'t>) -> Option<String> {
        let node = object.take("pattern")?;
        let pattern = object::text(node, self.diagnostics)?;
        if let Err(problem) = regex_lite::Regex::new(pattern) {
            self.diagnostics.bad_pattern(node.at, pattern, &problem.to_string());
        } else if !pattern.starts_with('^') || !pattern.ends_with('$') {
            self.diagnostics.loose_pattern(node.at, pattern);
        }
        Some(pattern.to_owned())
    }

    /// Returns the format. In JSON Schema it is a hint, so an unknown format has no effect. Reports a misspelled
    /// format.
    fn format(&mut self, object: &mut Object<'t>, known: &[&str]) -> Option<&'t str> {
        let node = object.take("format")?;
        let format = object::text(node, self.diagnostics)?;
        if !known.contains(&format) {
            match self.diagnostics.similar(format, known.iter().copied()) {
                Some(_) => self.diagnostics.unknown_value(node.at, "format", format, known),
                None => self.diagnostics.unchecked_format(node.at, format),
            }
        }
        Some(format)
    }

    fn check_range<T: PartialOrd + std::fmt::Display>(&mut self, at: Place, minimum: Option<T>, maximum: Option<T>) {
        if let (Some(minimum), Some(maximum)) = (minimum, maximum)
            && minimum > maximum
        {
            self.diagnostics.empty_range(at, &minimum.to_string(), &maximum.to_string());
        }
    }
}

fn is_between<T: PartialOrd>(value: &T, minimum: Option<&T>, maximum: Option<&T>) -> bool {
    minimum.is_none_or(|minimum| minimum <= value) && maximum.is_none_or(|maximum| value <= maximum)
}
