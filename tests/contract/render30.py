#!/usr/bin/env python3
"""Writes a bundle of the spec, which is OpenAPI 3.1, as OpenAPI 3.0 for tools that read nothing newer.

    render30.py BUNDLE.json > RENDERING.json

What 3.0 cannot say is said the old way or dropped:

    3.1                                   3.0
    type: [T, "null"]                     type: T, nullable: true
    oneOf: [S, {type: "null"}]            allOf: [S], nullable: true
    const: V                              enum: [V]
    examples: [A, B] of a schema          example: A
    $ref with keys beside it              allOf: [$ref], and the keys
    true for any value                    {}
    info.summary, license.identifier      dropped

A key of 3.1 that is not in this table ends the program, so nothing is lost unseen.
"""

import json
import sys

# JSON Schema words of 3.1 that 3.0 lacks and that no rule below turns into something else.
UNKNOWN_TO_30 = {
    "$anchor", "$comment", "$defs", "$dynamicAnchor", "$dynamicRef", "$id", "$schema", "contains", "contentEncoding",
    "contentMediaType", "contentSchema", "dependentRequired", "dependentSchemas", "else", "if", "maxContains",
    "minContains", "patternProperties", "prefixItems", "propertyNames", "then", "unevaluatedItems",
    "unevaluatedProperties",
}
SUBSCHEMAS = ("items", "additionalProperties", "not")
LISTS_OF_SCHEMAS = ("allOf", "anyOf", "oneOf")
NULL = {"type": "null"}


class Unrenderable(Exception):
    """Something that OpenAPI 3.0 cannot say."""


def schema(node, at):
    """The schema `node` that stands at the JSON pointer `at`, as 3.0 writes it."""
    if node is True:
        return {}
    if not isinstance(node, dict):
        raise Unrenderable(f"{at}: expected a schema but found {json.dumps(node)}")
    lost = UNKNOWN_TO_30 & node.keys()
    if lost:
        raise Unrenderable(f"{at}: OpenAPI 3.0 has no '{min(lost)}'; add a rule to render30.py")
    node = dict(node)
    for key in SUBSCHEMAS:
        if key in node and not (key == "additionalProperties" and isinstance(node[key], bool)):
            node[key] = schema(node[key], f"{at}/{key}")
    for key in LISTS_OF_SCHEMAS:
        if key in node:
            node[key] = [one if one == NULL else schema(one, f"{at}/{key}/{i}") for i, one in enumerate(node[key])]
    if "properties" in node:
        node["properties"] = {name: schema(one, f"{at}/properties/{name}") for name, one in node["properties"].items()}
    return beside_reference(single_type(without_null(values(node)), at))


def values(node):
    if "const" in node:
        node["enum"] = [node.pop("const")]
    if "examples" in node:
        examples = node.pop("examples")
        if examples:
            node["example"] = examples[0]
    return node


def without_null(node):
    """Nullable instead of a type, or a member of `oneOf`, that is null."""
    types = node.get("type")
    if isinstance(types, list) and "null" in types:
        node["type"] = [one for one in types if one != "null"]
        node["nullable"] = True
    for key in ("oneOf", "anyOf"):
        members = node.get(key, [])
        if NULL in members:
            members = [one for one in members if one != NULL]
            del node[key]
            node["allOf" if len(members) == 1 else key] = members
            node["nullable"] = True
    return node


def single_type(node, at):
    types = node.get("type")
    if isinstance(types, list):
        if len(types) != 1:
            raise Unrenderable(f"{at}: OpenAPI 3.0 allows one type beside null but found {json.dumps(types)}")
        node["type"] = types[0]
    return node


def beside_reference(node):
    if "$ref" in node and len(node) > 1:
        node = {**node, "allOf": [{"$ref": node["$ref"]}, *node.get("allOf", [])]}
        del node["$ref"]
    return node


def walk(node, at):
    """Everything that is no schema, down to the schemas."""
    if isinstance(node, list):
        return [walk(one, f"{at}/{i}") for i, one in enumerate(node)]
    if not isinstance(node, dict):
        return node
    rendered = {}
    for key, value in node.items():
        if key == "schema":
            rendered[key] = schema(value, f"{at}/{key}")
        elif key in ("example", "examples") or key.startswith("x-"):
            rendered[key] = value
        else:
            rendered[key] = walk(value, f"{at}/{key}")
    return rendered


def document(bundle):
    schemas = bundle["components"].pop("schemas")
    rendered = walk(bundle, "#")
    rendered["openapi"] = "3.0.3"
    rendered["info"].pop("summary", None)
    rendered["info"].get("license", {}).pop("identifier", None)
    rendered["components"]["schemas"] = {
        name: schema(one, f"#/components/schemas/{name}") for name, one in schemas.items()
    }
    return rendered


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        bundle = json.load(file)
    try:
        rendered = document(bundle)
    except Unrenderable as error:
        sys.exit(f"{sys.argv[1]}: {error}")
    json.dump(rendered, sys.stdout, indent=2, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
