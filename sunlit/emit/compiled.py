"""How a template becomes Python: Jinja's own parser and compiler with six short cuts.

Jinja compiles for templates that may be given anything; ours are given frozen views and two plain
functions, and every text is escaped. So here

- `t('key')` without values is the phrase itself, put in when the template is compiled;
- `view.name` is Python's attribute, and a missing one an `AttributeError`;
- `view.name is defined` is `hasattr`;
- a macro is a Python function, and is called like one;
- what is printed in one go is one formatted string;
- a text is escaped without an object made for it.

Pages are made in a quarter of the time; what a template may say and the bytes of the page are the
same as without. Knows nothing of views.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from keyword import iskeyword

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.parser import Parser
from markupsafe import Markup, escape

# Not in its stubs: what `escape` calls for a text, without making a `Markup` of it.
from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined]

marked: Callable[[str], Markup] = partial(str.__new__, Markup)
"""What a macro gives: text that is HTML already."""


def shown(value: object) -> str:
    """What `{{ value }}` prints: as `markupsafe.escape`, which makes a `Markup` of each text."""
    if type(value) is str:
        return escaped(value)
    return value if type(value) is Markup else escape(value)


class _Parser(Parser):
    """Puts phrases in where they are called."""

    # Jinja says it gives a `Call`, and takes any expression wherever it asks for one.
    def parse_call(self, node: nodes.Expr) -> nodes.Expr:  # type: ignore[override]
        call = super().parse_call(node)
        plain = not call.kwargs and call.dyn_args is None and call.dyn_kwargs is None
        match call.node, call.args:
            case nodes.Name(name="t"), [nodes.Const(value=str(key))] if plain:
                try:
                    # Globals are typed as anything; `t` is the function of `emit.pages`.
                    phrase = self.environment.globals["t"](key)  # type: ignore[operator]
                except KeyError:
                    return call  # when a page needs it, the error names the template's line
                return nodes.Const(phrase, lineno=call.lineno)
        return call


class _Compiler(CodeGenerator):
    """Writes the Python of a template."""

    # ruff: noqa: N802 - the names are Jinja's

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self.writeline(f"from {__name__} import marked, shown")
        super().visit_Template(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        names = [arg.name for arg in macro_ref.node.args]
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or any(map(iskeyword, names)):
            super().macro_def(macro_ref, frame)
            return
        takes = [f"{name}=missing" for name in names]
        if macro_ref.accesses_caller and "caller" not in names:
            names.append("caller")
            takes.append("caller=undefined('No caller defined', name='caller')")
        # The function `macro` that Jinja wrote has its own names for the parameters.
        inner = f"lambda {', '.join(takes)}: marked(macro({', '.join(names)}))"
        self.write(f"(lambda macro: {inner})(macro)")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        starred = node.dyn_args is not None or node.dyn_kwargs is not None
        if starred or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        if node.name == "defined" and isinstance(node.node, nodes.Getattr):
            self.write("hasattr(")
            self.visit(node.node.node, frame)
            self.write(f", {node.node.attr!r})")
            return
        super().visit_Test(node, frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        if frame.require_output_check:
            super().visit_Output(node, frame)
            return
        texts: list[str] = [""]
        printed: list[nodes.Expr] = []
        for child in node.nodes:
            try:
                texts[-1] += str(escape(child.as_const(frame.eval_ctx)))
            except nodes.Impossible:  # no constant, or one that fails: it does so with the page
                printed.append(child)
                texts.append("")
        self.writeline("yield " if frame.buffer is None else f"{frame.buffer}.append(")
        if printed:
            # Python makes the same code of `%` with such a text as of an f-string.
            self.write(repr("%s".join(text.replace("%", "%%") for text in texts)) + " % (")
            for child in printed:
                self.newline(child)
                self._output_child_pre(child, frame, None)
                self.visit(child, frame)
                self.write("), ")
            self.write(")")
        else:
            self.write(repr(texts[0]))
        self.write("" if frame.buffer is None else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        self.write("shown(")


class PageEnvironment(Environment):
    """Jinja's environment with this parser and this compiler; `t` is among its globals."""

    code_generator_class = _Compiler

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return _Parser(self, source, name, filename).parse()
