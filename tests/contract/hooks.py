"""What schemathesis has to know about this API that OpenAPI cannot say.

- Requests are signed after the HTTP library has encoded them, with nothing but hmac of the standard library, so the
  signed target is the sent one, whatever was generated.
- spec/README.md defines a subset of OpenAPI with keys of its own: integers have 64 bits, a field may be required by
  the value of another. Schemathesis is told so, or it would take the one for wrong and the other for right.
- A request may be right and come at the wrong time.
"""

import base64
import hashlib
import hmac
import os
import time
from datetime import datetime

import requests
import schemathesis
from hypothesis import strategies
from schemathesis.auths import RequestsAuth
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import positive_data_acceptance


class Signature(requests.auth.AuthBase):
    """Signature v2 of the gateway, over the target as it is sent."""

    def __init__(self, access_key, secret_key):
        self.access_key = access_key
        self.secret_key = secret_key.encode()

    def __call__(self, request):
        timestamp = str(time.time_ns() // 1_000_000)
        text = f"{request.method} {request.path_url}\n{timestamp}\n{self.access_key}"
        digest = hmac.new(self.secret_key, text.encode(), hashlib.sha256).digest()
        request.headers["x-ncp-apigw-timestamp"] = timestamp
        request.headers["x-ncp-iam-access-key"] = self.access_key
        request.headers["x-ncp-apigw-signature-v2"] = base64.b64encode(digest).decode()
        return request


@schemathesis.auth(refresh_interval=None)
class Gateway(RequestsAuth):
    """Signs every case but those whose point is a header that is missing or wrong."""

    def __init__(self):
        keys = os.environ["NCLOUD_ACCESS_KEY_ID"], os.environ["NCLOUD_SECRET_ACCESS_KEY"]
        super().__init__(Signature(*keys))

    def set(self, case, data, context):
        headers = case.meta and case.meta.components.get(ParameterLocation.HEADER)
        if not (headers and headers.mode.is_negative):
            super().set(case, data, context)


@schemathesis.hook
def map_body(context, body):
    """Sends `5` where `5.0` was made: an integer to JSON Schema, but no page says whether it is one to the service."""
    if isinstance(body, dict):
        return {key: map_body(context, value) for key, value in body.items()}
    if isinstance(body, list):
        return [map_body(context, value) for value in body]
    exact = isinstance(body, float) and body.is_integer() and abs(body) < 2**63
    return int(body) if exact else body


@schemathesis.hook
def before_load_schema(context, raw_schema):
    subset(raw_schema)


def subset(node):
    """Writes the rules of the subset into every schema below `node`."""
    if isinstance(node, list):
        for one in node:
            subset(one)
    if not isinstance(node, dict):
        return
    if node.get("type") == "integer":
        node.setdefault("format", "int64")
    rules = list(conditions(node.get("properties", {})))
    if rules:
        node["allOf"] = node.get("allOf", []) + rules
    for key, one in node.items():
        if key == "properties":
            # Its keys are names of fields, of which one is `properties` itself.
            subset(list(one.values()))
        elif not key.startswith("x-") and key not in ("example", "examples"):
            subset(one)


def conditions(properties):
    """`x-required-when` in the words of JSON Schema."""
    for name, one in properties.items():
        rule = one.get("x-required-when")
        if rule:
            other = {"properties": {rule["field"]: {"enum": rule["equals"]}}, "required": [rule["field"]]}
            yield {"if": other, "then": {"required": [name]}}


def is_bad_state(response):
    """Whether a right request was refused because of what went before it, which the vendor answers with 400 too."""
    return response.status_code == 400 and response.json()["error"]["message"] == "bad-state"


@schemathesis.check
def right_data_acceptance(context, response, case):
    """`positive_data_acceptance`, which knows of no 400 but for wrong data."""
    return None if is_bad_state(response) else positive_data_acceptance(context, response, case)


# A range of more than a hundred years is refused by the emulator; no page names a limit.
DATES = strategies.datetimes(datetime(1990, 1, 1), datetime(2089, 12, 31))
schemathesis.openapi.format("date-time-local", DATES.map(datetime.isoformat))
