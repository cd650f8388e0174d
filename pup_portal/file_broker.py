"""The broker of the one-machine default: a folder of messages.

Celery's own filesystem transport writes a message in place, so that a worker that looks at the wrong moment
reads half of it and stops for good; it claims one by moving it between file systems, so that two workers can
get the same; and it keeps its bindings in files with the same fault. Here a message appears, and is claimed,
by one rename inside one folder; bindings live in memory, since every process declares the queue it uses.
"""

import time
import uuid
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import virtual
from kombu.utils.encoding import bytes_to_str, str_to_bytes
from kombu.utils.json import dumps, loads


class Channel(virtual.Channel):
    @property
    def folder(self) -> Path:
        options: dict[str, Any] = self.connection.client.transport_options  # type: ignore[union-attr,assignment]
        folder = Path(options["folder"])
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _put(self, queue: str, message: Any, **kwargs: Any) -> None:
        name = f"{time.time_ns():020}_{uuid.uuid4()}.{queue}.msg"
        unfinished = self.folder / f"{name}.part"
        unfinished.write_bytes(str_to_bytes(dumps(message)))
        unfinished.rename(self.folder / name)

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        for message in self._waiting(queue):
            claimed = message.with_suffix(f".{uuid.uuid4()}")
            try:
                message.rename(claimed)
            except FileNotFoundError:
                continue  # another worker was quicker
            content = claimed.read_bytes()
            claimed.unlink()
            return loads(bytes_to_str(content))
        raise Empty

    def _waiting(self, queue: str) -> list[Path]:
        return sorted(self.folder.glob(f"*.{queue}.msg"))

    def _size(self, queue: str) -> int:
        return len(self._waiting(queue))

    def _purge(self, queue: str) -> int:
        waiting = self._waiting(queue)
        for message in waiting:
            message.unlink(missing_ok=True)
        return len(waiting)


class Transport(virtual.Transport):
    Channel = Channel
    connection_errors = (*virtual.Transport.connection_errors, OSError)  # a worker waits for its folder
    default_port = 0
    driver_type = driver_name = "folder"

    def driver_version(self) -> str:
        return "1"
