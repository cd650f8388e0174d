import factory

from messaging.models import Message


class MessageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Message

    key = factory.Sequence(lambda n: f"occasion-{n}")
    to_address = factory.Sequence(lambda n: f"person{n}@example.org")
    language = "uk"
    subject = "Зустріч"
    body = "Чекаємо на Вас о 10:00.\n"
