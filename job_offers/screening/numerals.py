"""Numbers in words, by their dictionary forms, as far as ages are written with them."""

_UNITS = (
    "jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
    "pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty",
    "один два три чотири п'ять шість сім вісім дев'ять",
)
_TENS = (
    "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt",
    "dwudziesty trzydziesty czterdziesty pięćdziesiąty sześćdziesiąty siedemdziesiąty",
    "двадцять тридцять сорок п'ятдесят шістдесят сімдесят",
)
NUMERALS = {
    **{word: value for words in _UNITS for value, word in enumerate(words.split(), start=1)},
    **{word: 10 * value for words in _TENS for value, word in enumerate(words.split(), start=2)},
    "osiemnaście": 18,
    "вісімнадцять": 18,
}
