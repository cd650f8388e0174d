"""The broker of the one-machine default, without a worker. With one: tests/background/."""

from queue import Empty

import pytest
from kombu import Connection


@pytest.fixture
def connect(tmp_path):
    connections = []

    def connect() -> Connection:
        options = {"folder": str(tmp_path / "queue"), "polling_interval": 0.01}
        transport = "pup_portal.file_broker:Transport"
        connections.append(Connection("filesystem://", transport=transport, transport_options=options))
        return connections[-1]

    yield connect
    for connection in connections:
        connection.close()


def test_messages_come_in_the_order_they_were_sent(connect):
    sender, receiver = connect().SimpleQueue("work"), connect().SimpleQueue("work")

    for number in range(3):
        sender.put({"number": number})

    assert [receiver.get(timeout=5).payload["number"] for _message in range(3)] == [0, 1, 2]


def test_message_is_given_to_one_receiver_only(connect):
    first, second = connect().SimpleQueue("work"), connect().SimpleQueue("work")
    first.put({"number": 1})

    assert first.get(timeout=5).payload == {"number": 1}

    with pytest.raises(second.Empty):
        second.get(block=False)


def test_message_that_is_still_being_written_is_not_read(connect, tmp_path):
    queue = connect().SimpleQueue("work")
    queue.put({"number": 1})
    (message,) = (tmp_path / "queue").iterdir()
    message.rename(message.with_name(f"{message.name}.part"))

    with pytest.raises(queue.Empty):
        queue.get(block=False)


def test_message_that_another_worker_takes_first_is_passed_over(connect, tmp_path):
    channel = connect().channel()
    gone = tmp_path / "queue" / "0_gone.work.msg"
    channel._waiting = lambda queue: [gone]

    with pytest.raises(Empty):
        channel._get("work")


def test_queues_do_not_mix_and_are_emptied_apart(connect):
    work, other = connect().SimpleQueue("work"), connect().SimpleQueue("other")
    work.put({})
    work.put({})
    other.put({})

    assert (work.qsize(), other.qsize()) == (2, 1)
    assert work.clear() == 2
    assert (work.qsize(), other.qsize()) == (0, 1)


def test_transport_tells_its_version(connect):
    assert connect().transport.driver_version() == "1"
