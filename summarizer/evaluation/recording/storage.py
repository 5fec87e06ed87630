"""A cassette as a file: YAML with parsed bodies, text in paragraphs, and whatever repeats written once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml
from vcr.persisters.filesystem import CassetteNotFoundError
from vcr.request import Request

FORMAT = 2
PARAGRAPHS = "¶"
"""The only key of a mapping that stands for a text of several paragraphs."""
LINE = 110
"""Characters of JSON up to which a list or mapping stands on one line."""
WORTH_SHARING = 60
"""Characters of JSON from which on a repeated value is written once and referred to."""


@lru_cache(maxsize=4096)
def digest(body: bytes | None) -> str:
    """SHA-256 of a body as parsed JSON, whatever its spacing and order of keys; of its bytes when it is no JSON."""
    try:
        canonical = json.dumps(json.loads(body or b"null"), sort_keys=True).encode()
    except ValueError:
        canonical = body or b""
    return hashlib.sha256(canonical).hexdigest()


class ReadableFiles:
    """Where vcrpy loads and saves: the method names are vcrpy's."""

    @staticmethod
    def load_cassette(cassette_path: str | Path, serializer: object = None) -> tuple[list[Any], list[Any], Any]:  # noqa: ARG004
        """Requests, responses and metadata of a file; a recorded wait is not waited again."""
        path = Path(cassette_path)
        if not path.is_file():
            raise CassetteNotFoundError(path)
        stored = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        requests = [_request(each["request"]) for each in stored["interactions"]]
        responses = [_response(each["response"]) for each in stored["interactions"]]
        return requests, responses, stored["metadata"]

    @staticmethod
    def save_cassette(cassette_path: str | Path, cassette_dict: dict[str, Any], serializer: object = None) -> None:  # noqa: ARG004
        """Write the exchanges in the order in which they were made."""
        requests: Sequence[Request] = cassette_dict["requests"]
        exchanges = [
            {"request": _stored_request(request), "response": _stored_response(response)}
            for request, response in zip(requests, cassette_dict["responses"], strict=True)
        ]
        metadata = {**cassette_dict.get("metadata", {}), "bodies": [digest(request.body) for request in requests]}
        path = Path(cassette_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_dump({"version": FORMAT, "metadata": metadata, "interactions": exchanges}), encoding="utf-8")


def stored_metadata(path: Path) -> dict[str, Any]:
    """What a recording says of itself, without reading its exchanges."""
    with path.open(encoding="utf-8") as file:
        head = "".join(takewhile(lambda line: not line.startswith("interactions:"), file))
    return dict(yaml.load(head, Loader=yaml.CSafeLoader)["metadata"])


def parsed(body: bytes | None) -> Any:
    """A body as JSON, or as text when it is none."""
    try:
        return json.loads(body or b"null")
    except ValueError:
        return (body or b"").decode("utf-8")


def strings(value: Any) -> Iterable[str]:
    """Every string in a JSON value, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def _request(stored: dict[str, Any]) -> Request:
    body = None if stored["body"] is None else json.dumps(_unfolded(stored["body"]))
    return Request(stored["method"], stored["path"], body, {"content-type": "application/json"})


def _stored_request(request: Request) -> dict[str, Any]:
    return {"method": request.method, "path": request.path, "body": _folded(parsed(request.body))}


def _response(stored: dict[str, Any]) -> dict[str, Any]:
    body = _unfolded(stored["body"])
    written = body if isinstance(body, str) else json.dumps(body)
    headers = {name: [value] for name, value in stored["headers"].items()}
    if "retry-after" in headers:
        headers["retry-after"] = ["0"]
    return {
        "status": {"code": stored["status"], "message": ""},
        "headers": headers,
        "body": {"string": written.encode("utf-8")},
    }


def _stored_response(response: dict[str, Any]) -> dict[str, Any]:
    headers = {name.lower(): values[0] for name, values in response["headers"].items()}
    body = _folded(parsed(response["body"]["string"]))
    return {"status": response["status"]["code"], "headers": headers, "body": body}


def _folded(value: Any) -> Any:
    """`value` with every text of several paragraphs as a list of them, so that what two prompts share is shared."""
    if isinstance(value, str) and "\n\n" in value:
        return {PARAGRAPHS: value.split("\n\n")}
    if isinstance(value, dict):
        return {key: _folded(each) for key, each in value.items()}
    return [_folded(each) for each in value] if isinstance(value, list) else value


def _unfolded(value: Any) -> Any:
    if isinstance(value, dict):
        if list(value) == [PARAGRAPHS]:
            return "\n\n".join(value[PARAGRAPHS])
        return {key: _unfolded(each) for key, each in value.items()}
    return [_unfolded(each) for each in value] if isinstance(value, list) else value


def _interned(value: Any, seen: dict[str, Any]) -> Any:
    """`value` with equal parts made one object, which YAML then writes once."""
    if isinstance(value, dict):
        value = {key: _interned(each, seen) for key, each in value.items()}
    elif isinstance(value, list):
        value = [_interned(each, seen) for each in value]
    elif not isinstance(value, str):
        return value
    return seen.setdefault(json.dumps(value), value)


def _dump(document: dict[str, Any]) -> str:
    return yaml.dump(_interned(document, {}), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)


class _Dumper(yaml.CSafeDumper):
    """Shares what is worth sharing, and keeps on one line what fits there."""

    def ignore_aliases(self, data: Any) -> bool:
        return not isinstance(data, dict | list | str) or len(json.dumps(data)) < WORTH_SHARING

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        return super().represent_mapping(tag, mapping, flow_style or _fits_a_line(mapping))

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> yaml.SequenceNode:
        return super().represent_sequence(tag, sequence, flow_style or _fits_a_line(sequence))


def _fits_a_line(value: Any) -> bool:
    return len(json.dumps(value)) <= LINE


def _represent_text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represent_text)
