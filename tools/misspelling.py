"""Names as people in Ukraine bear them, and the ways in which others write those names down.

Invented: roots and endings are put together at random, and nobody is meant. What is common is common here, too:
the commonest surname is borne by three of a thousand, and most surnames by very few.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from desk.demo.names import MEN, SURNAMES, WOMEN
from registration import names

_ROOTS = [
    "Бондар",
    "Гончар",
    "Кравч",
    "Коваль",
    "Мельнич",
    "Ткач",
    "Швець",
    "Лимар",
    "Стельмах",
    "Скляр",
    "Чумач",
    "Козач",
    "Рибач",
    "Пастух",
    "Ворон",
    "Соколов",
    "Журавл",
    "Голуб",
    "Заяч",
    "Вовч",
    "Лисич",
    "Борсук",
    "Ведмед",
    "Баран",
    "Козл",
    "Бич",
    "Кобил",
    "Гусар",
    "Комар",
    "Жук",
    "Павук",
    "Горобець",
    "Зозул",
    "Дуб",
    "Верб",
    "Клен",
    "Берез",
    "Калин",
    "Малин",
    "Вишн",
    "Груш",
    "Яблун",
    "Гарбуз",
    "Капуст",
    "Горох",
    "Квас",
    "Борщ",
    "Пшенич",
    "Гречан",
    "Зернюк",
    "Іван",
    "Петр",
    "Василь",
    "Степан",
    "Федор",
    "Михайл",
    "Микит",
    "Панас",
    "Опанас",
    "Тимош",
    "Юхим",
    "Яким",
    "Хом",
    "Лук",
    "Марк",
    "Матвій",
    "Назар",
    "Остап",
    "Павл",
    "Гаврил",
    "Данил",
    "Дмитр",
    "Дорош",
    "Захар",
    "Кирил",
    "Клим",
    "Кіндрат",
    "Левк",
    "Максим",
    "Мартин",
    "Нестер",
    "Олекс",
    "Онищ",
    "Пантел",
    "Пархом",
    "Пилип",
    "Прокоп",
    "Роман",
    "Савч",
    "Самійл",
    "Свирид",
    "Семен",
    "Сидор",
    "Тарас",
    "Терещ",
    "Трохим",
    "Фед",
    "Фесен",
    "Харч",
    "Хвед",
    "Юрч",
    "Яков",
    "Ярем",
    "Довг",
    "Кривор",
    "Мороз",
    "Зим",
    "Літ",
    "Степ",
    "Гай",
    "Лугов",
    "Поліщ",
    "Волин",
    "Галич",
    "Подоля",
    "Литвин",
    "Турч",
    "Татарч",
    "Циган",
    "Москал",
    "Білоц",
    "Чорн",
    "Сив",
    "Рудч",
    "Кучер",
    "Горбат",
    "Товст",
    "Худол",
    "Мал",
    "Велич",
    "Ситн",
    "Добр",
    "Лют",
    "Тих",
    "Щир",
    "Весел",
    "Сумн",
    "Гостр",
    "Шпак",
    "Щерб",
    "Хмар",
    "Грім",
    "Блиск",
    "Вітр",
    "Снігур",
    "Льод",
    "Буран",
    "Жар",
    "Попіл",
    "Камін",
    "Крем",
    "Пісоч",
    "Глинськ",
    "Золот",
    "Срібн",
    "Мідян",
    "Заліз",
]
_ENDINGS = [
    "енко",
    "ук",
    "чук",
    "ак",
    "ик",
    "ець",
    "ко",
    "ів",
    "ишин",
    "ський",
    "ський",
    "цький",
    "ович",
    "ич",
    "юк",
    "ан",
    "ай",
    "ило",
    "уха",
    "ка",
    "ар",
    "як",
    "ин",
    "ов",
    "ев",
    "ченко",
]
_PREFIXES = ("", "", "", "Пере", "За", "При", "Не", "Старо", "Ново", "Криво", "Черво", "Бі")
_VOWELS = "аеєиіїоуюяь"
_FEMININE = (("ський", "ська"), ("цький", "цька"), ("ов", "ова"), ("ев", "ева"), ("ин", "ина"))
_DIFFERENT = 40_000  # surnames
_TOP = 30.0  # flattens the head of Zipf's law to what the commonest surnames really share
_LETTERS = {
    "latin": "abcdefghijklmnoprstuvwyz",
    "cyrillic": "абвгдежзиіїйклмнопрстуфхцчшьюя",
}
_RUSSIAN = str.maketrans({"і": "и", "ї": "и", "є": "е", "ґ": "г", "'": "ъ", "’": "ъ", "ʼ": "ъ"})
_FROM_RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_IN_RUSSIAN = {
    "Олена": "Елена", "Наталія": "Наталья", "Тетяна": "Татьяна", "Ірина": "Ирина", "Світлана": "Светлана",
    "Ганна": "Анна", "Катерина": "Екатерина", "Юлія": "Юлия", "Дарина": "Дарья", "Євгенія": "Евгения",
    "Надія": "Надежда", "Любов": "Любовь", "Віра": "Вера", "Вікторія": "Виктория", "Анастасія": "Анастасия",
    "Марія": "Мария", "Софія": "София", "Христина": "Кристина", "Єлизавета": "Елизавета", "Раїса": "Раиса",
    "Олександр": "Александр", "Сергій": "Сергей", "Андрій": "Андрей", "Володимир": "Владимир",
    "Микола": "Николай", "Василь": "Василий", "Петро": "Пётр", "Михайло": "Михаил", "Юрій": "Юрий",
    "Ігор": "Игорь", "Дмитро": "Дмитрий", "Євген": "Евгений", "Павло": "Павел", "Григорій": "Григорий",
    "Анатолій": "Анатолий", "Валерій": "Валерий", "Кирило": "Кирилл", "Данило": "Данил", "Матвій": "Матвей",
    "Микита": "Никита", "Олексій": "Алексей", "Пилип": "Филипп", "Артем": "Артём", "Віктор": "Виктор",
}  # fmt: skip


class Names:
    """Full names with the frequencies of a country. The same seed gives the same names in the same order."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._surnames, self._of_surnames = _surnames()
        self._women, self._men = _by_frequency(WOMEN), _by_frequency(MEN)

    def one(self) -> tuple[str, str, str]:
        """Given name, surname and, for every third, the patronymic, in Ukrainian."""
        is_woman = self._dice.random() < 0.7
        given = self._drawn(*(self._women if is_woman else self._men))
        surname = self._surname(is_woman=is_woman)
        if self._dice.random() < 0.03:
            surname = f"{surname}-{self._surname(is_woman=is_woman)}"
        father = self._drawn(*self._men).rstrip("йоаь")
        patronymic = f"{father}{'івна' if is_woman else 'ович'}" if self._dice.random() < 0.3 else ""
        return given, surname, patronymic

    def _surname(self, *, is_woman: bool) -> str:
        word = self._drawn(self._surnames, self._of_surnames)
        for man, woman in _FEMININE if is_woman else ():
            if word.endswith(man):
                return word.removesuffix(man) + woman
        return word

    def _drawn(self, words: list[str], weights: list[float]) -> str:
        return self._dice.choices(words, cum_weights=weights)[0]


@cache
def _surnames() -> tuple[list[str], list[float]]:
    """All surnames, the commonest first, with their weights: whoever draws, draws from the same."""
    dice = Random(1)  # noqa: S311
    found = dict.fromkeys(word.partition("/")[0] for word in SURNAMES)
    for _try in range(20 * _DIFFERENT):
        prefix, root, ending = map(dice.choice, (_PREFIXES, _ROOTS, _ENDINGS))
        root = root[:-1] if root[-1] in _VOWELS and ending[0] in _VOWELS else root
        found[f"{prefix}{root if not prefix else root.lower()}{ending}"] = None
        if len(found) >= _DIFFERENT:
            break
    return list(found), _zipf(len(found), flat=_TOP, power=0.85)


@dataclass(frozen=True)
class Spelling:
    """One way of writing down a Ukrainian name."""

    name: str
    of: Callable[[str], str]
    script: str = "latin"


def in_russian(name: str) -> str:
    """A Ukrainian name as old passports have it: the Russian given name, Russian letters in the surname."""
    words = (_IN_RUSSIAN.get(word) or _russian_letters(word) for word in name.split())
    return " ".join(words)


def _russian_letters(word: str) -> str:
    plain = word[0] + word[1:].translate(_RUSSIAN).replace("ський", "ский").replace("цький", "цкий")
    return plain.replace("ська", "ская").replace("цька", "цкая").replace("І", "И").replace("Є", "Е")


def in_russian_latin(name: str) -> str:
    return "".join(
        _FROM_RUSSIAN.get(letter.lower(), letter).capitalize()
        if letter.isupper()
        else _FROM_RUSSIAN.get(letter, letter)
        for letter in in_russian(name)
    )


SPELLINGS = (
    Spelling("as written", str, "cyrillic"),
    Spelling("KMU 55", names.to_latin),
    Spelling("Polish", names.to_polish),
    Spelling("Polish, no marks", lambda name: names.without_diacritics(names.to_polish(name))),
    Spelling("Russian", in_russian, "cyrillic"),
    Spelling("Russian in Latin", in_russian_latin),
)


def inserted(word: str, letters: str, dice: Random) -> str:
    place = dice.randrange(len(word) + 1)
    return word[:place] + dice.choice(letters) + word[place:]


def deleted(word: str, _letters: str, dice: Random) -> str:
    place = dice.randrange(len(word))
    return word[:place] + word[place + 1 :]


def substituted(word: str, letters: str, dice: Random) -> str:
    place = dice.randrange(len(word))
    return word[:place] + dice.choice(letters.replace(word[place].lower(), "")) + word[place + 1 :]


def transposed(word: str, _letters: str, dice: Random) -> str:
    places = [place for place in range(len(word) - 1) if word[place] != word[place + 1]]
    place = dice.choice(places)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


TYPOS = {"insert": inserted, "delete": deleted, "substitute": substituted, "transpose": transposed}


def misspelled(full_name: str, dice: Random) -> tuple[str, str, str]:
    """How somebody else may type ``full_name``, with the kind of spelling and the kind of typo ("none" for a fifth)."""
    spelling = dice.choice(SPELLINGS)
    words = spelling.of(full_name).split()
    kind = dice.choice(["none", *TYPOS])
    if kind != "none":
        # A word of two letters that is typed wrongly is another word.
        place = dice.choice([place for place, word in enumerate(words) if len(word) > 2])
        words[place] = TYPOS[kind](words[place], _LETTERS[spelling.script], dice)
    if dice.random() < 0.5:
        words.reverse()
    return " ".join(words), spelling.name, kind


def _by_frequency(words: list[str]) -> tuple[list[str], list[float]]:
    return words, _zipf(len(words), flat=4.0, power=1.0)


def _zipf(count: int, *, flat: float, power: float) -> list[float]:
    """Cumulated weights of ranks: those of the first ``flat`` ranks are much alike."""
    return list(accumulate((rank + flat) ** -power for rank in range(count)))
