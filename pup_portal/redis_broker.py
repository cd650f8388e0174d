"""Redis as the broker, with one fault of its transport mended.

A worker that cannot tell Redis that a message is done keeps counting it among those in its hands. With one
message at a time, as we take them, it would then wait for ever beside a Redis that has long been back.
"""

from collections.abc import Callable
from typing import Any

from kombu.transport import redis


class QoS(redis.QoS):
    _quick_ack: Callable[[str], None]

    def ack(self, delivery_tag: str) -> None:
        try:
            super().ack(delivery_tag)
        finally:
            self._quick_ack(delivery_tag)  # Redis will deliver it again, and the row will say it is done

    def reject(self, delivery_tag: str, requeue: bool = False) -> None:
        try:
            super().reject(delivery_tag, requeue=requeue)
        finally:
            self._quick_ack(delivery_tag)


class Channel(redis.Channel):
    QoS: Any = QoS


class Transport(redis.Transport):
    Channel: Any = Channel
