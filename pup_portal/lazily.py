"""Large libraries that few requests need, loaded when one first does.

Loaded with the rest, they took a third of the time and of the memory with which each process starts. A type checker
reads the plain import: ``if TYPE_CHECKING: import x``, and ``else: x = lazily("x")``.
"""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType


def lazily(name: str) -> ModuleType:
    """The top-level module ``name``, run when something of it is first asked for, by whichever thread.

    Raises ``ModuleNotFoundError`` at once when it is not installed.
    """
    if name in sys.modules:
        return sys.modules[name]
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
