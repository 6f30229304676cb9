//! Arguments and setters of request structs, and their names.

use super::lowering::Lowering;
use crate::diagnostic::Diagnostics;
use crate::model::{Argument, ArgumentPlace, Body, Field, Fill, Literal, Paging, Parameter, Setter, Type};
use crate::names::{Case, Name, RESERVED_ARGUMENTS, RESERVED_SETTERS, Scope, name};
use crate::tree::Place;

impl Lowering<'_, '_> {
    /// Returns the arguments and setters of a request.
    pub(super) fn call(
        &mut self,
        at: Place,
        parameters: &[Parameter],
        body: Option<&Body>,
        paging: Option<&Paging>,
    ) -> (Vec<Argument>, Vec<Setter>) {
        let mut names = Names {
            arguments: Scope::new("argument", Case::Snake, RESERVED_ARGUMENTS),
            setters: Scope::new("setter", Case::Snake, RESERVED_SETTERS),
        };
        let (mut arguments, mut setters) = (Vec::new(), Vec::new());
        for (position, parameter) in parameters.iter().enumerate() {
            let place = ArgumentPlace::Parameter(position);
            match parameter.required {
                true => arguments.push(self.argument(parameter, place, &mut names)),
                false => setters.push(self.setter(parameter, place, paging, &mut names)),
            }
        }
        match body {
            Some(body) if matches!(body.fill, Fill::Fields | Fill::OptionalFields) => {
                self.body_fields(at, &body.ty, &mut names, &mut arguments, &mut setters);
            }
            Some(body) if body.fill == Fill::Argument => arguments.push(Argument {
                name: name("body", Case::Snake, &[]),
                wire: String::new(),
                place: ArgumentPlace::Body,
                ty: body.ty.clone(),
                example: self.sample(&body.ty, None),
            }),
            _ => {}
        }
        (arguments, setters)
    }

    fn argument(&mut self, parameter: &Parameter, place: ArgumentPlace, names: &mut Names) -> Argument {
        Argument {
            name: names.arguments.claim_again(&parameter.wire, parameter.at, self.diagnostics),
            wire: parameter.wire.clone(),
            place,
            ty: parameter.ty.clone(),
            example: self.sample(&parameter.ty, parameter.example.as_ref()),
        }
    }

    /// Returns the setter of a parameter. The number of rows per page is always `page_size`, because `limit` is the
    /// limit of a whole listing.
    fn setter(
        &mut self,
        parameter: &Parameter,
        place: ArgumentPlace,
        paging: Option<&Paging>,
        names: &mut Names,
    ) -> Setter {
        let is_page_size = paging.is_some_and(|paging| paging.limit == parameter.wire);
        let word = if is_page_size { "page_size" } else { &parameter.wire };
        let name = names.setters.claim_again(word, parameter.at, self.diagnostics);
        Setter {
            field: name.clone(),
            alias: (is_page_size && name.as_str() != parameter.wire).then(|| parameter.wire.clone()),
            name,
            wire: parameter.wire.clone(),
            place,
            ty: parameter.ty.clone(),
            default: parameter.default.clone(),
            required_when: None,
            description: parameter.description.clone(),
        }
    }

    /// Adds an argument or setter for each field of the body. Notices are at the operation (`at`), because a field name
    /// may be taken in one operation only.
    fn body_fields(
        &mut self,
        at: Place,
        ty: &Type,
        names: &mut Names,
        arguments: &mut Vec<Argument>,
        setters: &mut Vec<Setter>,
    ) {
        let (mut new_arguments, mut new_setters) = (Vec::new(), Vec::new());
        // `self` is borrowed by the fields, so notices are collected and added afterwards.
        let mut notices = Diagnostics::default();
        let fields = self.fields_of(ty).unwrap_or_default();
        for field in fields.iter().filter(|field| field.constant.is_none()) {
            match field.required {
                true => {
                    let name = names.arguments.claim_again(&field.wire, at, &mut notices);
                    new_arguments.push(self.field_argument(field, name));
                }
                false => {
                    let name = names.setters.claim_again(&field.wire, at, &mut notices);
                    new_setters.push(field_setter(field, name));
                }
            }
        }
        self.diagnostics.absorb(notices);
        arguments.append(&mut new_arguments);
        setters.append(&mut new_setters);
    }

    fn field_argument(&self, field: &Field, name: Name) -> Argument {
        Argument {
            name,
            wire: field.wire.clone(),
            place: ArgumentPlace::Field,
            ty: field.ty.clone(),
            example: self.sample(&field.ty, field.example.as_ref()),
        }
    }

    /// Returns a value for the documented example of a call.
    fn sample(&self, ty: &Type, documented: Option<&Literal>) -> Literal {
        match (documented, ty.plain()) {
            (Some(literal), _) => literal.clone(),
            (None, Type::Text { .. } | Type::Any(_)) => Literal::Text("...".to_owned()),
            (None, Type::DateTime) => Literal::Text("2025-01-02T03:04:05Z".to_owned()),
            (None, Type::DateTimeLocal) => Literal::Text("2025-01-02T03:04:05".to_owned()),
            (None, Type::Integer { minimum, maximum }) => {
                let minimum = minimum.filter(|minimum| *minimum > i64::from(i32::MIN));
                Literal::Integer(minimum.or(maximum.filter(|maximum| *maximum < 1)).unwrap_or(1))
            }
            (None, Type::Number { minimum, maximum }) => Literal::Number(minimum.or(*maximum).unwrap_or(1.0)),
            (None, Type::Boolean | Type::True) => Literal::Boolean(true),
            (None, Type::Enum(reference)) => {
                let definition = self.definitions.find(reference);
                Literal::Text(definition.and_then(crate::model::Definition::first_value).unwrap_or_default().to_owned())
            }
            _ => Literal::Default,
        }
    }
}

fn field_setter(field: &Field, name: Name) -> Setter {
    Setter {
        name,
        alias: None,
        wire: field.wire.clone(),
        place: ArgumentPlace::Field,
        field: field.name.clone(),
        ty: field.ty.clone(),
        default: field.default.clone(),
        required_when: field.required_when.clone(),
        description: field.description.clone(),
    }
}

/// Names of the arguments and setters of a call.
struct Names {
    arguments: Scope,
    setters: Scope,
}
