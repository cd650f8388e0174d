"""The memory of the demo: beside what was approved, a file from a translation bureau, and one that waits."""

from django.core.files.base import ContentFile

from accounts.models import User
from accounts.permissions import Role
from translations import memory_imports, memory_services
from translations.exchange import Pair, tmx
from translations.models import MemoryImport, Scope

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
)


def fill(staff: dict[Role, User]) -> int:
    """Take one file over and leave one to be decided on; say how many files there are. Repeating changes nothing."""
    coordinator = staff[Role.COORDINATOR]
    if not MemoryImport.objects.exists():
        taken = _read("biuro-tlumaczen-2025.tmx", _TAKEN_OVER, coordinator)
        memory_services.take_over(owed=taken, replaces=False, by=coordinator)
        memory_imports.work(taken.pk)
        _read("agencja-pary.tmx", _WAITING, coordinator)
    return MemoryImport.objects.count()


def _read(name: str, texts: tuple[tuple[str, str], ...], by: User) -> MemoryImport:
    content = "".join(tmx.write(Pair(place, pl, uk) for place, (pl, uk) in enumerate(texts, 1)))
    owed = MemoryImport(format=MemoryImport.Format.TMX, scope=Scope.FILE)
    owed = memory_services.take_file(owed=owed, file=ContentFile(content.encode(), name), by=by)
    memory_imports.work(owed.pk)
    owed.refresh_from_db()
    return owed
