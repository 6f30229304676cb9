"""Writes the forms of `x-also` as plain JSON Schema, for tools that do not know the key."""

TEXTS = {
    "integer": r"^[+-]?[0-9]{1,18}$",
    "number": r"^[+-]?[0-9]{1,15}(\.[0-9]{1,15})?$",
    "boolean": r"^([tT][rR][uU][eE]|[fF][aA][lL][sS][eE])$",
}


def document(node):
    """The same document in which a schema with `x-also` allows each of its forms."""
    if isinstance(node, list):
        return [document(one) for one in node]
    if not isinstance(node, dict):
        return node
    plain = {key: document(value) for key, value in node.items() if key != "x-also"}
    if "x-also" not in node:
        return plain
    return {"anyOf": [plain, *(form(plain, name) for name in node["x-also"]["forms"])]}


def form(schema, name):
    if name == "one":
        return schema["items"]
    if name == "text":
        return {"type": "string", "pattern": TEXTS[schema["type"]]}
    return {"type": name}
