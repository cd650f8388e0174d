import pytest
from hypothesis import given
from hypothesis import strategies as st

from registration import names

UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
ukrainian_words = st.text(alphabet=UKRAINIAN + "'’ʼ", min_size=2, max_size=15).filter(
    lambda word: word[0] not in "ь'’ʼ" and any(letter in "аеєиіїоуюя" for letter in word)
)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Мар'яна", "Mariana"),
        ("Мар’яна", "Mariana"),
        ("Марʼяна", "Mariana"),
        ("В'ячеслав", "Viacheslav"),
        ("Згурський", "Zghurskyi"),
        ("Розгон", "Rozghon"),
        ("Анна-Єва", "Anna-Yeva"),
        ("ЄВГЕН", "YEVHEN"),
        ("Шевченко", "Shevchenko"),
        ("Їжакевич", "Yizhakevych"),
        ("Йосипівка", "Yosypivka"),
        ("Юрій", "Yurii"),
        ("Ґалаґан", "Galagan"),
        ("Щербухи", "Shcherbukhy"),
        ("Федір Хмельницький", "Fedir Khmelnytskyi"),
        ("Кюрій Ця", "Kiurii Tsia"),
    ],
)
def test_to_latin_follows_the_resolution(cyrillic, latin):
    assert names.to_latin(cyrillic) == latin


@pytest.mark.parametrize(
    ("cyrillic", "polish"),
    [
        ("Шевченко", "Szewczenko"),
        ("Щербань", "Szczerbań"),
        ("Хмельницький", "Chmelnyćkyj"),
        ("Згурський", "Zhurśkyj"),
        ("Євген", "Jewhen"),
        ("ЄВГЕН", "JEWHEN"),
        ("Її", "Jiji"),
        ("Святослав Ковалюк", "Swiatosław Kowaluk"),
        ("В'ячеслав", "Wjaczesław"),
        ("Анна-Єва", "Anna-Jewa"),
        ("Ія", "Ija"),
        ("Я", "Ja"),
    ],
)
def test_to_polish_writes_by_ear(cyrillic, polish):
    assert names.to_polish(cyrillic) == polish


@pytest.mark.parametrize(
    "spellings",
    [
        ("Шевченко", "Shevchenko", "Szewczenko", "Sevcenko", "Ševčenko", "SZEWCZENKO", "Shewchenko"),
        ("Хмельницький", "Khmelnytskyi", "Chmielnicki", "Chmelnyćkyj", "Хмельницкий"),
        ("Юлія", "Yuliia", "Julia", "Yulia", "Julija", "Юлия"),
        ("Мар'яна", "Mariana", "Marjana", "Maryana", "Марʼяна", "МАР’ЯНА"),
        ("Сергій", "Serhii", "Sergiy", "Serhij", "Sergij"),
        ("Щербань", "Shcherban", "Szczerbań", "Ščerbaň"),
        ("Григорій", "Hryhorii", "Grigorij", "Hryhoriy"),
        ("Ганна", "Hanna", "Hana", "Ganna"),
        ("Володимир", "Volodymyr", "Wołodymyr", "Wolodymyr"),
        ("Ірина", "Iryna", "Irina", "Iryna"),
    ],
)
def test_all_spellings_share_a_sound(spellings):
    kept = set(names.sounds(names.words(spellings[0])[0]))

    unlike = [word for word in spellings if not kept & set(names.sounds(names.words(word)[0]))]

    assert unlike == []


def test_latin_ch_may_be_either_letter():
    assert names.sounds("michal") == ("mical", "mihal")


def test_readings_of_a_word_are_bounded():
    assert len(names.sounds("ch" * 20)) <= names.MAX_READINGS


@given(ukrainian_words)
def test_every_spelling_leads_to_a_kept_sound(word):
    kept = set(names.sounds_of(names.words(word)))
    spellings = [word, names.to_latin(word), names.to_polish(word)]
    spellings += [names.without_diacritics(spelling) for spelling in spellings[1:]]

    for spelling in spellings:
        for part in names.words(spelling):
            assert kept & set(names.sounds(part)) or not any(names.sounds(part))


@given(ukrainian_words, st.data())
def test_one_typo_leaves_a_near_miss_in_common(word, data):
    sound = names.sounds(names.words(word)[0])[0]
    if names.allowed_typos(sound) == 0:
        return
    place = data.draw(st.integers(0, len(sound) - 1))
    letter = data.draw(st.sampled_from("abcehiklmnoprstuvz"))
    typos = [sound[:place] + sound[place + 1 :], sound[:place] + letter + sound[place + 1 :]]
    typos += [
        sound[:place] + letter + sound[place:],
        sound[:place] + sound[place : place + 2][::-1] + sound[place + 2 :],
    ]

    for typo in typos:
        if names.allowed_typos(typo):
            assert names.near_misses(sound) & names.near_misses(typo)


def test_words_part_at_spaces_and_hyphens_and_lose_apostrophes():
    assert names.words("  Нечуй–Левицький  О'Коннор-ʼЛі ") == ("нечуй", "левицький", "оконнор", "лі")


def test_pairs_hold_every_two_words_in_one_order():
    assert names.pairs_of(["b", "a", "c"]) == ["a b", "b c", "a c"]


@pytest.mark.parametrize(
    ("cyrillic", "latin", "expected"),
    [
        ("Олександр Шевченко", "Oleksandr Shevchenko", False),
        ("Олександр Шевченко", "Shevchenko Oleksandr", False),
        ("Мар’яна", "MARIANA", False),
        ("Олександр", "Aleksandr", True),
        ("Шевченко", "Szewczenko", True),
        ("", "Shevchenko", False),
        ("Шевченко", "", False),
    ],
)
def test_mismatch_is_a_spelling_the_resolution_does_not_give(cyrillic, latin, expected):
    assert names.is_mismatch(cyrillic, latin) is expected
