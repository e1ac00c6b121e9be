"""Where the code asks for a sentence, and with which facts: read from the source, so that no path needs to be run. No Django."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

ROOT = Path(__file__).parent.parent
#: Where sentences are asked for: day counts, duties, rules, and the trace's own.
FOLDERS = ("litigation/law", "litigation/duties", "accountability/rules")
FILES = ("accountability/trace.py", "accountability/explanations.py")
#: Which argument of each of them holds the facts.
MAKERS: Mapping[str, int] = {"Node": 1, "Guard": 3, "Step": 3, "always": 2}
#: Functions that pass on a key they were given.
PASSING_ON = frozenset({"always", "decide", "_node"})
_HOLE = "{}"


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence asked for. ``key`` has ``{}`` where it is put together; ``params`` None: cannot be read from the source."""

    key: str | None
    params: frozenset[str] | None
    where: str


def sources() -> dict[str, str]:
    """The text of every module that asks for sentences, by its path."""
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    paths += [ROOT / name for name in FILES]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def wording_uses(texts: Mapping[str, str]) -> Iterator[Use]:
    """Every ``Node(…)``, ``Guard(…)``, ``Step(…)`` and ``always(…)`` of these modules."""
    modules = {name: ast.parse(text, name) for name, text in texts.items()}
    source = _Source(modules.values())
    for name, module in modules.items():
        for scope in _scopes(module):
            for call in _calls(scope):
                maker = _called(call)
                if maker in MAKERS and not (isinstance(scope, ast.FunctionDef) and scope.name in PASSING_ON):
                    params = source.params(call, MAKERS[maker], scope)
                    for key in source.keys(call.args[0], scope) if call.args else [None]:
                        yield Use(key=key, params=params, where=f"{name}:{call.lineno}")


def texts_matching(texts: Mapping[str, str], pattern: str) -> Iterator[tuple[str, str]]:
    """Every text constant that ``pattern`` matches as a whole, with the place it stands at."""
    wanted = re.compile(pattern)
    for name, text in texts.items():
        for node in ast.walk(ast.parse(text, name)):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and wanted.fullmatch(node.value)
            ):
                yield node.value, f"{name}:{node.lineno}"


Scope = ast.Module | ast.FunctionDef


class _Source:
    """Looks names up: in the function, in the module constants, in the callers of the function."""

    def __init__(self, modules: Iterable[ast.Module]) -> None:
        self._functions: dict[str, ast.FunctionDef] = {}
        self._constants: list[ast.Module] = []
        self._callers: list[tuple[ast.Call, Scope]] = []
        for module in modules:
            for scope in _scopes(module):
                self._callers += [(call, scope) for call in _calls(scope)]
                if isinstance(scope, ast.FunctionDef):
                    self._functions[scope.name] = scope
            statements = ast.Module([node for node in module.body if isinstance(node, ast.Assign)], [])
            self._constants.append(statements)

    def keys(self, node: ast.expr, scope: Scope) -> list[str | None]:
        """What the first argument can be; None where it cannot be told."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [node.value]
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else _HOLE for part in node.values)
            return ["".join(map(str, parts))]
        if isinstance(node, ast.IfExp):
            return [*self.keys(node.body, scope), *self.keys(node.orelse, scope)]
        if isinstance(node, ast.Name):
            values = _assigned(node.id, scope) or [
                value for module in self._constants for value in _assigned(node.id, module)
            ]
            return [key for value in values for key in self.keys(value, scope)] or [None]
        return [None]

    def params(self, call: ast.Call, place: int, scope: Scope) -> frozenset[str] | None:
        """The names of the facts that ``call`` gives along."""
        if _called(call) == "always":
            found: frozenset[str] = frozenset(word.arg for word in call.keywords if word.arg)
            spread = [self._names(word.value, scope) for word in call.keywords if word.arg is None]
            return None if None in spread else found.union(*(names for names in spread if names))
        return self._names(call.args[place], scope) if len(call.args) > place else frozenset()

    def _names(self, node: ast.expr, scope: Scope) -> frozenset[str] | None:
        if isinstance(node, ast.Dict):
            return self._of_dict(node, scope)
        if isinstance(node, ast.DictComp) and isinstance(source := node.generators[0].iter, ast.Call):
            # {name: … for name, value in params.items() if …}
            return self._names(source.func.value, scope) if isinstance(source.func, ast.Attribute) else None
        if isinstance(node, ast.BinOp):
            return _both(self._names(node.left, scope), self._names(node.right, scope))
        if isinstance(node, ast.Call) and (function := self._functions.get(_called(node))):
            returned = [
                part.value for part in ast.walk(function) if isinstance(part, ast.Return) and part.value
            ]
            return _all(self._names(value, function) for value in returned)
        if isinstance(node, ast.Name) and isinstance(scope, ast.FunctionDef):
            values = _assigned(node.id, scope)
            if values:
                return _all(_both(self._names(value, scope), frozenset()) for value in values)
            return self._given(node.id, scope)
        return None

    def _of_dict(self, node: ast.Dict, scope: Scope) -> frozenset[str] | None:
        found: frozenset[str] | None = frozenset()
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                found = _both(found, self._names(value, scope))
            elif isinstance(key, ast.Constant):
                found = _both(found, frozenset({str(key.value)}))
        return found

    def _given(self, name: str, function: ast.FunctionDef) -> frozenset[str] | None:
        """What every caller gives for a parameter: a sentence may rely on that and on nothing more."""
        names = [argument.arg for argument in function.args.args]
        if name not in names:
            return None
        place = names.index(name)
        given = [
            self._names(call.args[place], scope)
            for call, scope in self._callers
            if _called(call) == function.name and len(call.args) > place
        ]
        known = [found for found in given if found is not None]
        return frozenset.intersection(*known) if known and len(known) == len(given) else None


def _scopes(module: ast.Module) -> Iterator[Scope]:
    yield module
    yield from (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))


def _calls(scope: Scope) -> Iterator[ast.Call]:
    """The calls in ``scope`` itself, not in a function within it."""
    left: list[ast.AST] = list(ast.iter_child_nodes(scope))
    while left:
        node = left.pop()
        if not isinstance(node, ast.FunctionDef):
            left += ast.iter_child_nodes(node)
            if isinstance(node, ast.Call):
                yield node


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _assigned(name: str, scope: Scope) -> list[ast.expr]:
    """Everything that is put into ``name``: ``=``, ``|=`` and ``name["fact"] = …``."""
    found: list[ast.expr] = []
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id == name:
                    found.append(node.value)
                elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = zip(target.elts, node.value.elts, strict=False)
                    found += [
                        value for part, value in pairs if isinstance(part, ast.Name) and part.id == name
                    ]
                elif (
                    isinstance(target, ast.Subscript)
                    and isinstance(target.value, ast.Name)
                    and target.value.id == name
                ):
                    found.append(ast.Dict(keys=[target.slice], values=[node.value]))
        elif isinstance(node, ast.AnnAssign | ast.AugAssign) and isinstance(node.target, ast.Name):
            found += [value for value in (node.value,) if value is not None and node.target.id == name]
    return found


def _both(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    return None if one is None or other is None else one | other


def _all(many: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found = list(many)
    return None if None in found or not found else frozenset().union(*(names for names in found if names))
