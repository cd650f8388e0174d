"""The memory of the demo: beside what was approved, a file from a translation bureau, one that waits with pairs
that must be refused, and one that could not be read at all."""

from django.core.files.base import ContentFile

from accounts.models import User
from accounts.permissions import Role
from translations import memory_imports, memory_services
from translations.exchange import Pair, tmx
from translations.models import MemoryEntry, MemoryImport, Scope

_TAKEN_OVER = (
    ("Obsługa wózka widłowego na hali produkcyjnej", "Керування вилковим навантажувачем у виробничому цеху"),
    ("Mycie okien i podłóg w biurach", "Миття вікон і підлоги в офісах"),
    ("Praca w systemie trzyzmianowym, także w nocy", "Тризмінна робота, зокрема вночі"),
    ("Przygotowanie warzyw i mycie naczyń w kuchni", "Підготовка овочів і миття посуду на кухні"),
    ("Zapewniamy odzież roboczą i posiłek", "Надаємо робочий одяг і харчування"),
    ("Wymagana książeczka sanitarno-epidemiologiczna", "Потрібна санітарна книжка"),
    ("Zbiór owoców miękkich, 8 godzin dziennie", "Збирання ягід, 8 годин на день"),
    ("Wynagrodzenie 4806 zł brutto miesięcznie", "Заробітна плата 4806 злотих брутто на місяць"),
)
_WAITING = (
    ("Mycie okien i podłóg w biurach", "Прибирання вікон та підлоги в офісах"),
    ("Szycie odzieży na maszynie przemysłowej", "Пошиття одягу на промисловій машині"),
    ("Kontrola jakości wyrobów, 40 godzin w tygodniu", "Контроль якості виробів, 48 годин на тиждень"),
    ("Sortowanie odpadów", ""),
    ("", "Сортування відходів"),
    ("Stawka 31,40 zł za godzinę", "Ставка 34,10 злотого за годину"),
    ("Praca na trzy zmiany", "Работа у три зміни, ы"),
    ("Szycie odzieży na maszynie przemysłowej", "Шиття одягу на промисловій машині"),
)
_MEETINGS = (
    ("Spotkanie informacyjne o pracy i kursach", "Інформаційна зустріч про роботу й курси"),
    ("Wstęp wolny, prosimy o zapisy do 5 czerwca", "Вхід вільний, просимо записатися до 5 червня"),
)
_BROKEN = "<tmx><body><tu>"


type Texts = tuple[tuple[str, str], ...]


def fill(staff: dict[Role, User]) -> int:
    """Take two files over, leave one to be decided on; say how many files there are. Repeating changes nothing."""
    coordinator = staff[Role.COORDINATOR]
    if not MemoryImport.objects.exists():
        _take_over("spotkania-kielce.tmx", _MEETINGS, coordinator, domain="meetings")
        _take_over("biuro-tlumaczen-2025.tmx", _TAKEN_OVER, coordinator)
        _read("stara-baza.tmx", _BROKEN, coordinator)
        _read("agencja-pary.tmx", _file(_WAITING), coordinator)
        _look_over(coordinator)
    return MemoryImport.objects.count()


def _take_over(name: str, texts: Texts, by: User, *, domain: str = "") -> None:
    taken = _read(name, _file(texts), by, domain=domain)
    memory_services.take_over(owed=taken, replaces=False, by=by)
    memory_imports.work(taken.pk)


def _look_over(by: User) -> None:
    """One imported pair is trusted everywhere, another is switched off."""
    for template, changes in (
        ("Mycie okien i podłóg w biurach", {"scope": Scope.OFFICE}),
        ("Praca w systemie trzyzmianowym, także w nocy", {"is_active": False}),
    ):
        entry = MemoryEntry.objects.get(template_pl=template, origin=MemoryEntry.Origin.IMPORTED)
        for name, value in changes.items():
            setattr(entry, name, value)
        memory_services.save_entry(entry=entry, by=by)


def _file(texts: Texts) -> str:
    return "".join(tmx.write(Pair(place, pl, uk) for place, (pl, uk) in enumerate(texts, 1)))


def _read(name: str, content: str, by: User, *, domain: str = "") -> MemoryImport:
    scope = Scope.DOMAIN if domain else Scope.FILE
    owed = MemoryImport(format=MemoryImport.Format.TMX, scope=scope, domain=domain)
    owed = memory_services.take_file(owed=owed, file=ContentFile(content.encode(), name), by=by)
    memory_imports.work(owed.pk)
    owed.refresh_from_db()
    return owed
